import type { CommentMessage, CommentThread } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { countThreads, filterThreads, readThreads } from './list-threads.ts';

const message = (id: string, author: string, rest: Partial<CommentMessage> = {}): CommentMessage => ({
  ...{ id, author, via: null, body: id, at: 1, edited: null, gone: false },
  ...rest,
});
const thread = (id: string, messages: readonly CommentMessage[], rest: Partial<CommentThread> = {}): CommentThread => ({
  ...{ id, anchor: { kind: 'node', id: 'x' }, state: 'open', stateBy: null, orphaned: false, messages },
  ...rest,
});
const threads = [
  thread('a', [message('a', 'bo', { at: 5 })]),
  thread('b', [message('b', 'me', { at: 9 }), message('b1', 'bo', { at: 9 })], { state: 'resolved' }),
  thread('c', [message('c', 'bo', { at: 2 }), message('c1', 'cy', { body: '@me', at: 3 })], { orphaned: true }),
  thread('d', [message('d', 'bo', { gone: true })]),
];
const read = (seen: Readonly<Record<string, number>> | null) =>
  readThreads(threads, { me: 'me', seen, namesMe: ({ body }) => body === '@me' });
const ids = (states: ReturnType<typeof read>) => states.map((state) => state.thread.id);

describe('conversations', () => {
  it('count what others wrote since, and whether that names me', () => {
    const told = (seen: Parameters<typeof read>[0]) =>
      read(seen).map((state) => [state.thread.id, state.unread, state.namesMeUnread]);
    expect(told({ a: 1, c: 1 })).toEqual([
      ['a', 0, false],
      ['b', 1, false],
      ['c', 1, true],
    ]);
    expect(told({ a: 1, b: 1, c: 2 }).map((one) => one[1])).toEqual([0, 0, 0]);
    expect(told(null).map((one) => one[1])).toEqual([0, 0, 0]);
  });

  it('with nothing but withdrawn comments are not listed', () => {
    expect(ids(read({}))).toEqual(['a', 'b', 'c']);
  });

  it('are mine when I wrote or am named', () => {
    expect(ids(filterThreads(read({ c: 2 }), 'mine'))).toEqual(['b', 'c']);
  });

  it('are listed by filter, what names me unread first, then the latest', () => {
    expect(ids(filterThreads(read({}), 'all'))).toEqual(['c', 'b', 'a']);
    expect(ids(filterThreads(read({ c: 2 }), 'open'))).toEqual(['a', 'c']);
    expect(countThreads(read({}))).toEqual({ open: 2, mine: 2, resolved: 1, orphaned: 1, all: 3 });
  });

  it('do not trust ids that are names of built-in properties', () => {
    const odd = thread('constructor', [message('constructor', 'bo')]);
    const [state] = readThreads([odd], { me: 'me', seen: {}, namesMe: () => false });
    expect(state?.unread).toBe(1);
  });
});
