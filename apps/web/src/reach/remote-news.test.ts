import { elementId, flowId } from '@strideboard/model';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Change, createNews } from './remote-news.ts';

const NONE = { added: [], changed: [], removed: [] };
const elements = (deed: 'added' | 'changed' | 'removed', ...ids: string[]): Change['diff'] => ({
  elements: { ...NONE, [deed]: ids.map(elementId) },
  flows: NONE,
});

describe('news of other people', () => {
  let told: string[] = [];
  const open = () =>
    createNews({ tell: (text) => told.push(text), nameOf: (id) => (id === 'gone' ? null : `the ${id}`) });
  beforeEach(() => {
    told = [];
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  it('names who and what, once for a burst', () => {
    const news = open();
    for (let move = 0; move < 20; move++) news.add({ by: ['Kim'], diff: elements('changed', 'etcd') });
    vi.runAllTimers();
    expect(told).toEqual(['Kim changed the etcd.']);
  });

  it('counts several things and several people', () => {
    const news = open();
    news.add({ by: ['Kim'], diff: elements('changed', 'a', 'b', 'c') });
    news.add({ by: ['Bo'], diff: { elements: NONE, flows: { ...NONE, added: [flowId('f'), flowId('g')] } } });
    vi.runAllTimers();
    expect(told).toEqual(['Kim and Bo added 2 flows, changed 3 elements.']);
  });

  it('tells the rest after a pause instead of talking all the time', () => {
    const news = open();
    news.add({ by: ['Kim'], diff: elements('added', 'a') });
    vi.advanceTimersByTime(1_500);
    for (let second = 0; second < 5; second++) {
      news.add({ by: ['Kim'], diff: elements('changed', `b${second}`) });
      vi.advanceTimersByTime(1_000);
    }
    expect(told).toEqual(['Kim added the a.']);
    vi.runAllTimers();
    expect(told).toEqual(['Kim added the a.', 'Kim changed 5 elements.']);
  });

  it('says nothing of what came and went meanwhile, and counts what is gone', () => {
    const news = open();
    news.add({ by: [], diff: elements('added', 'a') });
    news.add({ by: [], diff: elements('removed', 'a') });
    news.add({ by: [], diff: elements('removed', 'gone') });
    vi.runAllTimers();
    expect(told).toEqual(['Somebody deleted 1 element.']);
  });

  it('is silent after its end', () => {
    const news = open();
    news.add({ by: ['Kim'], diff: elements('added', 'a') });
    news.dispose();
    vi.runAllTimers();
    expect(told).toEqual([]);
  });
});
