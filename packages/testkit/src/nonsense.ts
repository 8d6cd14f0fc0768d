/** Documents as a hostile or broken writer could leave them: wrong types in every place. */

import { ROOT_NAMES } from '@strideboard/wire';
import * as Y from 'yjs';
import type { Random } from './random.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', '__proto__', 'constructor', 'toString', '', 'x|y', 'ключ'];
const KEYS = [
  'kind',
  'type',
  'at',
  'size',
  'z',
  'label',
  'label2',
  'in.a',
  'in.b',
  'in.c',
  'in.',
  'p.x',
  'p.',
  'p.__proto__',
  'oos',
  'shape',
  'style',
  'lock',
  'col',
  'src',
  'dia',
  'of',
  'by',
  'e.x',
  'del',
  'ends',
  'dir',
  'order',
  'way',
  'ports',
  'lab',
  '__proto__',
  'hasOwnProperty',
]; // prettier-ignore
const FLAT_KEYS = [
  'title',
  'summary',
  'reviewers',
  'schema',
  'packs',
  'a|notes',
  'b|notes',
  'ada|name',
  'ada|colour',
  '|name',
  'WL-001~a|state',
  'WL-001~a|impact',
  'WL-001~b|tags',
  'manual~m|why',
  '|state',
  '__proto__|state',
  'WL-001~model|state',
  '|',
  '',
]; // prettier-ignore

/** Any JSON value, favouring those that look right at first sight. */
export function nonsense(random: Random, depth = 0): unknown {
  const near: readonly unknown[] = [
    ['a', 1, 2],
    ['b', -5, 1e9],
    [null, 0, 0],
    [null, 'x', 3],
    ['c', 10, 20],
    ['d', 3, 3],
    'process',
    'boundary',
    'boundary',
    'ref',
    'note',
    ['a', 'b'],
    ['b', 'c'],
    [10, 10],
    [0, -1],
    ['box'],
    [
      'line',
      [
        [0, 0],
        [9, 9],
      ],
      'smooth',
    ],
    ['poly', [[0, 0]], 1],
    ['open', '', 'ada', 1],
    ['accepted'],
    1,
    0,
    7,
    'a',
    'b',
    'zz',
    'a0',
    'a00',
    '~',
    [['a', [[1, 2]]]],
    [
      null,
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['two'],
    'two',
    null,
    null,
    true,
    false,
    -0,
    1e308,
    0.5,
    '\uD800',
  ]; // prettier-ignore
  if (depth > 2 || random.chance(0.75)) return random.pick(near);
  if (random.chance(0.5)) return Array.from({ length: random.below(4) }, () => nonsense(random, depth + 1));
  return Object.fromEntries([0, 1].map(() => [random.pick(KEYS) ?? 'x', nonsense(random, depth + 1)]));
}

/** Writes some nonsense into a document, in one transaction per write. */
export function writeNonsense(random: Random, doc: Y.Doc, writes: number): void {
  for (let at = 0; at < writes; at++) {
    doc.transact(() => {
      const name = random.pick([...ROOT_NAMES, 'nodes', 'nodes', 'nodes', 'edges', 'edges', 'unknown']) ?? 'nodes';
      const root = doc.getMap<unknown>(name);
      if (random.chance(0.25)) root.set(random.pick(FLAT_KEYS) ?? '', anything(random));
      else writeNested(random, root);
    });
  }
}

function writeNested(random: Random, root: Y.Map<unknown>): void {
  const id = random.pick(IDS) ?? 'a';
  const nested = root.get(id);
  if (!(nested instanceof Y.Map)) root.set(id, random.chance(0.85) ? new Y.Map<unknown>() : anything(random));
  else if (random.chance(0.05)) root.delete(id);
  else if (random.chance(0.1)) nested.delete(random.pick(KEYS) ?? 'kind');
  else
    for (const key of random.some(KEYS, 0.2)) nested.set(key, random.chance(0.9) ? nonsense(random) : anything(random));
}

/** Anything a map can hold: plain values, bytes, shared types, types within types. */
function anything(random: Random): unknown {
  const choice = random.below(7);
  if (choice === 0) return new Y.Text('text');
  if (choice === 1) return Y.Array.from([1, 'two']);
  if (choice === 2) return new Uint8Array([1, 2, 3]);
  if (choice === 3) return new Y.XmlText('xml');
  if (choice === 4) return nestDeep(random.between(1, 40));
  if (choice === 5) return new Y.XmlElement('b');
  return nonsense(random);
}

function nestDeep(depth: number): Y.Map<unknown> {
  const map = new Y.Map<unknown>();
  map.set('kind', depth === 0 ? 'process' : nestDeep(depth - 1));
  return map;
}

/** Turns one root into something that is not a map, as a foreign program would: the whole root is a list or a text. */
export function spoilRoot(random: Random, doc: Y.Doc): void {
  const name = random.pick(ROOT_NAMES) ?? 'nodes';
  if (doc.share.has(name)) return;
  if (random.chance(0.5)) doc.getArray(name).push([1, { a: 1 }]);
  else doc.getText(name).insert(0, 'not a map');
}
