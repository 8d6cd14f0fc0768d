import { brokenInvariants, createRandom, nonsense, type Random } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { assemble } from './assemble.ts';
import { absoluteBoxes } from './containment.ts';
import { type ElementId, elementId } from './ids.ts';
import { EMPTY_MODEL } from './model.ts';
import { type ReadElement, type ReadFlow, readElement, readFlow } from './stored.ts';

type Stored = Record<string, unknown>;

/** Reads `id: record` pairs; a boundary of 100 × 100 at (10, 10) of its parent unless told otherwise. */
function read(records: Record<string, Stored>): ReadElement[] {
  return Object.entries(records).map(([id, record]) =>
    readElement(id, { kind: 'boundary', size: [100, 100], ...record }),
  );
}
const flow = (id: string, source: string, target: string, more: Stored = {}): ReadFlow =>
  readFlow(id, { ends: [source, target], z: 'a0', ...more });
const dead = { del: ['ada', 1, 'g'] };

function assembled(records: Record<string, Stored>, flows: ReadFlow[] = []) {
  const result = assemble(read(records), flows);
  const element = (id: string) => result.elements.find((shown) => shown.id === id);
  return { ...result, element, box: (id: string) => absoluteBoxes(result.elements).get(elementId(id)) };
}

describe('parents', () => {
  it('that are deleted hand their children to the nearest live boundary above, in place', () => {
    const { element, box, issues } = assembled({
      a: { at: [null, 10, 10] },
      b: { at: ['a', 10, 10], ...dead },
      c: { at: ['b', 10, 10], ...dead },
      d: { at: ['c', 10, 10] },
    });
    expect([element('d')?.parent, box('d')]).toEqual(['a', { x: 40, y: 40, width: 100, height: 100 }]);
    expect(issues).toEqual([]);
  });

  it('that are no closed boundary hand their children on as well', () => {
    const line = {
      kind: 'boundary',
      shape: [
        'line',
        [
          [0, 0],
          [9, 9],
        ],
        'straight',
      ],
    };
    for (const holder of [{ kind: 'process' }, line, { kind: 'note' }]) {
      const { element, box } = assembled({ a: { at: [null, 5, 5], ...holder }, b: { at: ['a', 7, 7] } });
      expect([element('b')?.parent, box('b')?.x]).toEqual([null, 12]);
    }
  });

  it('that were never there leave their children at the top, and that is an issue', () => {
    const { element, issues } = assembled({ a: { at: ['ghost', 3, 4] } });
    expect(element('a')).toMatchObject({ parent: null, x: 3, y: 4 });
    expect(issues).toEqual([{ code: 'parent-missing', ids: ['a', 'ghost'] }]);
  });

  it('in a circle are cut at the smallest id', () => {
    const { element, issues } = assembled({
      c: { at: ['b', 1, 1] },
      b: { at: ['d', 1, 1] },
      d: { at: ['c', 1, 1] },
      a: { at: ['c', 1, 1] },
    });
    expect(['a', 'b', 'c', 'd'].map((id) => element(id)?.parent)).toEqual(['c', null, 'b', 'c']);
    expect(issues).toEqual([{ code: 'parent-cycle', ids: ['b', 'c', 'd'] }]);
  });

  it('in a circle through deleted boundaries are cut all the same', () => {
    const { elements, box } = assembled({ a: { at: ['b', 5, 5] }, b: { at: ['a', 5, 5], ...dead } });
    expect([elements.length, box('a')?.x]).toEqual([1, 5]);
  });

  it('of which everything is deleted are nobody’s issue', () => {
    expect(assembled({ a: { at: ['b', 5, 5], ...dead }, b: { at: ['a', 5, 5], ...dead } }).issues).toEqual([]);
  });

  it('come before their children, siblings by z and then id', () => {
    const { elements } = assembled({
      a: { at: ['z', 0, 0], z: 'a1' },
      b: { at: ['z', 0, 0], z: 'a0' },
      m: { at: [null, 0, 0], z: 'a0' },
      z: { at: [null, 0, 0], z: 'a0' },
      k: { at: [null, 0, 0], z: 'Zz' },
    });
    expect(elements.map(({ id }) => id)).toEqual(['k', 'm', 'z', 'b', 'a']);
  });

  it('may be nested deeper than the stack is high', () => {
    const records = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, at) => [`n${at}`, { at: [at === 0 ? null : `n${at - 1}`, 1, 0] }]),
    );
    const { elements, box } = assembled(records);
    expect([elements.length, box('n4999')?.x]).toEqual([5_000, 5_000]);
  });
});

describe('memberships', () => {
  const top = { at: [null, 0, 0] };

  it('stay when their target is a live closed boundary', () => {
    expect(assembled({ a: { ...top, 'in.b': 1, 'in.c': 1 }, b: top, c: top }).element('a')?.memberOf).toEqual([
      'b',
      'c',
    ]);
  });

  it('are dropped silently when dead, open, redundant or about oneself', () => {
    const { element, issues } = assembled({
      a: { at: ['up', 0, 0], 'in.dead': 1, 'in.store': 1, 'in.up': 1, 'in.top': 1, 'in.a': 1, 'in.ghost': 1 },
      up: { at: ['top', 0, 0] },
      top,
      dead: { ...top, ...dead },
      store: { ...top, kind: 'store' },
    });
    expect([element('a')?.memberOf, issues]).toEqual([[], []]);
  });

  it('that would close a circle are dropped in id order, and that is an issue', () => {
    const { element, issues } = assembled({
      a: { ...top, 'in.b': 1 },
      b: { ...top, 'in.c': 1 },
      c: { ...top, 'in.a': 1 },
    });
    expect(['a', 'b', 'c'].map((id) => element(id)?.memberOf)).toEqual([['b'], ['c'], []]);
    expect(issues).toEqual([{ code: 'membership-cycle', ids: ['c', 'a'] }]);
  });

  it('and parents together make no circle either', () => {
    const { element } = assembled({ a: { ...top, 'in.b': 1 }, b: { at: ['a', 0, 0] } });
    expect(element('a')?.memberOf).toEqual([]);
  });
});

describe('references', () => {
  const top = { at: [null, 0, 0] };

  it('show what is live, and hide with an issue otherwise', () => {
    const ref = (of: string) => ({ ...top, kind: 'ref', of });
    const { elements, issues } = assembled({
      a: top,
      d: { ...top, ...dead },
      r1: ref('a'),
      r2: ref('d'),
      r3: ref('ghost'),
      r4: ref('r1'),
    });
    expect(elements.map(({ id }) => id)).toEqual(['a', 'r1']);
    expect(issues).toEqual(['r2', 'r3', 'r4'].map((id) => ({ code: 'reference-broken', ids: [id] })));
  });
});

describe('flows', () => {
  const nodes = { a: { at: [null, 0, 0] }, b: { at: [null, 0, 0] }, gone: { at: [null, 0, 0], ...dead } };

  it('are shown only with two live ends; self-loops and duplicates are legal', () => {
    const { flows, issues } = assembled(nodes, [
      flow('f1', 'a', 'b'),
      flow('f2', 'a', 'b'),
      flow('f3', 'a', 'a'),
      flow('f4', 'a', 'gone'),
      flow('f5', 'a', 'b', dead),
    ]);
    expect(flows.map(({ id }) => id)).toEqual(['f1', 'f2', 'f3']);
    expect(issues).toEqual([{ code: 'flow-end-missing', ids: ['f4'] }]);
  });

  it('come by z and then id', () => {
    const { flows } = assembled(nodes, [flow('f2', 'a', 'b'), flow('f1', 'a', 'b'), flow('f3', 'a', 'b', { z: 'Zz' })]);
    expect(flows.map(({ id }) => id)).toEqual(['f3', 'f1', 'f2']);
  });
});

describe('hostile records', () => {
  const top = { at: [null, 0, 0] };
  const name = (at: number): string => `n${String(at).padStart(5, '0')}`;

  it('in a long chain of things that hold nothing are each looked at a few times only', () => {
    const length = 3_000;
    let looks = 0;
    const chain = Array.from({ length }, (_, at) => {
      const stored = readElement(name(at), { kind: 'process', at: [at === 0 ? null : name(at - 1), 1, 0] });
      const element = Object.defineProperty({ ...stored.element }, 'kind', {
        get: () => {
          looks++;
          return 'process';
        },
      });
      return { ...stored, element };
    });
    const { elements } = assemble(chain, []);
    expect(elements.every(({ parent }) => parent === null)).toBe(true);
    expect(elements.at(-1)?.x).toBe(length);
    expect(looks).toBeLessThan(10 * length);
  });

  it('with hundreds of memberships each keep exactly what closes no circle', () => {
    const [count, each] = [400, 150];
    const records = Object.fromEntries(
      Array.from({ length: count }, (_, at) => {
        const before = Array.from({ length: each }, (_, back) => [`in.${name((at + count - 1 - back) % count)}`, 1]);
        return [name(at), { ...top, ...Object.fromEntries(before) }];
      }),
    );
    const { elements, issues } = assembled(records);
    // Around a ring each belongs to those before it. The first ones point to the end, which stands; then the end may not point back so far.
    expect(issues).toHaveLength((each * (each + 1)) / 2);
    expect(elements.reduce((sum, { memberOf }) => sum + memberOf.length, 0)).toBe(count * each - issues.length);
    expect(brokenInvariants({ ...EMPTY_MODEL, elements })).toEqual([]);
  });

  it('give the memberships that a search from scratch for each would give', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = createRandom(seed);
      const ids = Array.from({ length: random.between(5, 90) }, (_, at) => name(at));
      const records = Object.fromEntries(
        ids.map((id) => {
          const memberships = random.some(ids, random.pick([0.02, 0.1, 0.4]) ?? 0).map((other) => [`in.${other}`, 1]);
          const kind = random.chance(0.8) ? 'boundary' : 'process';
          const at = [random.chance(0.5) ? (random.pick(ids) ?? null) : null, 0, 0];
          return [id, { kind, at, ...Object.fromEntries(memberships), ...(random.chance(0.1) ? dead : {}) }];
        }),
      );
      const { elements, issues } = assembled(records);
      const byId = new Map(elements.map((element) => [element.id, element]));
      const above = new Map(elements.map(({ id, parent }) => [id, parent === null ? [] : [parent]]));
      const isWithin = (inner: ElementId, outer: ElementId): boolean => {
        const seen = new Set([inner]);
        for (const at of seen) for (const next of above.get(at) ?? []) seen.add(next);
        return seen.has(outer);
      };
      const expected: unknown[] = [];
      for (const { element } of read(records)) {
        const shown = byId.get(element.id);
        if (shown === undefined) continue;
        const chain = new Set<ElementId>();
        for (let at = shown.parent; at !== null; at = byId.get(at)?.parent ?? null) chain.add(at);
        const kept = element.memberOf.filter((boundary) => {
          const isHolder = byId.get(boundary)?.kind === 'boundary' && boundary !== element.id && !chain.has(boundary);
          if (!isHolder) return false;
          if (isWithin(boundary, element.id)) {
            expected.push({ code: 'membership-cycle', ids: [element.id, boundary] });
            return false;
          }
          above.get(element.id)?.push(boundary);
          return true;
        });
        expect(shown.memberOf, `${element.id}, seed ${seed}`).toEqual(kept);
      }
      const cycles = issues.filter(({ code }) => code === 'membership-cycle');
      expect(cycles, `seed ${seed}`).toEqual(expected);
    }
  });
});

describe('any records', () => {
  it('give a valid model that does not depend on the order they come in', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const random = createRandom(seed);
      const elements = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => readElement(id, oddRecord(random)));
      const flows = ['p', 'q', 'r', 's'].map((id) => readFlow(id, oddRecord(random)));
      const first = assemble(elements, flows);
      expect(brokenInvariants({ ...EMPTY_MODEL, ...first }), `seed ${seed}`).toEqual([]);
      expect(assemble(random.shuffle(elements), random.shuffle(flows)), `seed ${seed}`).toEqual(first);
    }
  });

  it('keep every shown element where it is stored, whatever happened to its parents', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = createRandom(seed);
      const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
      // Parents come earlier in the alphabet, so there is no circle and the stored place is the plain sum of offsets.
      const records = ids.map((_, at) => ({
        kind: random.chance(0.7) ? 'boundary' : 'store',
        at: [random.pick([null, ...ids.slice(0, at)]) ?? null, random.between(-50, 50), random.between(-50, 50)],
        ...(random.chance(0.3) ? dead : {}),
      }));
      const { elements } = assemble(
        ids.map((id, at) => readElement(id, records[at] ?? {})),
        [],
      );
      const sum = (id: string | null): number => {
        const stored = id === null ? undefined : records[ids.indexOf(id)]?.at;
        return stored === undefined ? 0 : Number(stored[1]) + sum(stored[0] === null ? null : String(stored[0]));
      };
      const boxes = absoluteBoxes(elements);
      for (const { id } of elements) expect(boxes.get(id)?.x, `${id}, seed ${seed}`).toBe(sum(id));
    }
  });
});

function oddRecord(random: Random): Stored {
  const holder = random.pick(['a', 'b', 'c', 'd', 'ghost', null]);
  const near = {
    kind: random.pick(['boundary', 'boundary', 'process', 'ref']),
    at: [holder, random.between(-9, 9), 0],
    of: random.pick(['a', 'b', 'e']),
    ends: [random.pick(['a', 'b', 'g']), random.pick(['c', 'd'])],
    [`in.${random.pick(['a', 'b', 'c'])}`]: 1,
    [`in.${random.pick(['d', 'e', 'f'])}`]: 1,
    ...(random.chance(0.25) ? dead : {}),
  };
  return random.chance(0.2)
    ? { ...near, [random.pick(['at', 'kind', 'size', 'z', 'shape']) ?? 'at']: nonsense(random) }
    : near;
}
