import type { Decision } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createDecisionProjection, patchDecisions } from './project-decisions.ts';
import { touchDecision, type TouchedDecisions } from './read-decisions.ts';

const decision = (state: Decision['state']): Decision => ({ state, basis: '', by: '', at: 0, fields: {} });
const everything = (): boolean => true;

/** A root with these keys, and all of them as touched. */
function rootOf(stored: Readonly<Record<string, unknown>>): Y.Map<unknown> {
  const root = new Y.Doc().getMap<unknown>('decisions');
  for (const [key, value] of Object.entries(stored)) root.set(key, value);
  return root;
}

function touchedBy(...keys: readonly string[]): TouchedDecisions {
  const touched: TouchedDecisions = new Map();
  for (const key of keys) touchDecision(touched, key);
  return touched;
}

describe('the projection of decisions', () => {
  it('keeps what was read of a decision when another part of it is written', () => {
    const root = rootOf({ 'r~a|state': ['accepted', 'b', 'ada', 5], 'r~a|why': 'known', 'r~a|owner': 'Ben' });
    const projection = createDecisionProjection(root);
    projection.read(touchedBy(...root.keys()));
    root.set('r~a|why', 'borne');
    const changed = projection.read(touchedBy('r~a|why'));
    expect(changed.get('r~a')).toEqual({
      ...{ state: 'accepted', basis: 'b', by: 'ada', at: 5 },
      fields: { why: 'borne', owner: 'Ben' },
    });
    expect(Object.keys(changed.get('r~a')?.fields ?? {})).toEqual(['why', 'owner']);
  });

  it('says nothing of what was written and reads the same', () => {
    const root = rootOf({ 'r~a|state': ['accepted', '', 'ada', 5] });
    const projection = createDecisionProjection(root);
    projection.read(touchedBy('r~a|state'));
    root.set('r~a|state', ['accepted', '', 'ada', 5]);
    expect(projection.read(touchedBy('r~a|state', 'r~a|why'))).toEqual(new Map());
  });

  it('names as gone what holds nothing any more, and keeps what still says something', () => {
    const root = rootOf({ 'r~a|state': ['accepted', '', '', 0], 'r~b|state': ['accepted', '', '', 0], 'r~b|why': 'x' });
    const projection = createDecisionProjection(root);
    projection.read(touchedBy(...root.keys()));
    root.set('r~a|state', null);
    root.set('r~b|state', null);
    const changed = projection.read(touchedBy('r~a|state', 'r~b|state'));
    expect(changed.get('r~a')).toBeNull();
    expect(changed.get('r~b')).toMatchObject({ state: 'open', fields: { why: 'x' } });
  });

  it('lists what is shown in one order, whatever the order of writing', () => {
    const root = rootOf({ 'r~b|state': ['accepted'], 'r~a|state': ['accepted'], 'r~c|state': ['accepted'] });
    const projection = createDecisionProjection(root);
    projection.read(touchedBy(...root.keys()));
    expect(Object.keys(projection.visible({}, (threat) => threat !== 'r~c'))).toEqual(['r~a', 'r~b']);
  });
});

describe('patching decisions', () => {
  const before = Object.freeze({ 'r~a': decision('open'), 'r~c': decision('open') });

  it('gives what listing anew would give, in the same order', () => {
    const changed = new Map([
      ['r~b', decision('accepted')],
      ['r~a', null],
      ['r~c', decision('accepted')],
    ]);
    const patched = patchDecisions(before, changed, everything);
    expect(JSON.stringify(patched)).toBe(JSON.stringify({ 'r~b': decision('accepted'), 'r~c': decision('accepted') }));
    expect(Object.isFrozen(patched)).toBe(true);
  });

  it('is the same object when only what is hidden changed', () => {
    expect(patchDecisions(before, new Map([['r~x', decision('accepted')]]), () => false)).toBe(before);
    expect(patchDecisions(before, new Map([['r~x', null]]), everything)).toBe(before);
  });

  it('replaces what was there without moving it', () => {
    const patched = patchDecisions(before, new Map([['r~a', decision('accepted')]]), everything);
    expect(Object.keys(patched)).toEqual(['r~a', 'r~c']);
    expect(patched['r~c']).toBe(before['r~c']);
  });
});
