import type { Box } from '@strideboard/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNest, type Placed } from './nesting.ts';

const at = (id: string, x: number, y: number, width: number, height = width): Placed => ({
  id,
  box: { x, y, width, height },
});

describe('createNest', () => {
  it('puts a stencil where its centre is, though it sticks out', () => {
    const nest = createNest([at('zone', 0, 0, 100)]);
    expect(nest.holding(at('in', 40, 40, 100))).toEqual({ parent: 'zone', memberOf: [] });
    expect(nest.holding(at('out', 60, 40, 100))).toEqual({ parent: null, memberOf: [] });
  });

  it('puts a boundary inside another only where that encloses it whole', () => {
    const nest = createNest([at('outer', 0, 0, 100), at('inner', 10, 10, 50), at('beside', 60, 60, 50)]);
    expect(nest.enclosing(at('inner', 10, 10, 50)).parent).toBe('outer');
    expect(nest.enclosing(at('beside', 60, 60, 50)).parent).toBeNull();
  });

  it('makes a stencil in the overlap of two boundaries a member of the larger one', () => {
    const nest = createNest([at('a', 0, 0, 100), at('b', 50, 50, 90)]);
    expect(nest.holding(at('x', 60, 60, 20))).toEqual({ parent: 'b', memberOf: ['a'] });
  });

  it('does not say again what follows from the parent', () => {
    const nest = createNest([at('outer', 0, 0, 100), at('inner', 10, 10, 50)]);
    expect(nest.holding(at('x', 20, 20, 10))).toEqual({ parent: 'inner', memberOf: [] });
  });

  it('takes two equal boundaries for neighbours', () => {
    const nest = createNest([at('a', 0, 0, 100), at('b', 0, 0, 100)]);
    expect(nest.enclosing(at('a', 0, 0, 100)).parent).toBeNull();
    expect(nest.holding(at('x', 20, 20, 10))).toEqual({ parent: 'b', memberOf: ['a'] });
  });

  it('says in the end what geometry says, for any boundaries', () => {
    const box = fc.record({
      x: fc.nat(60),
      y: fc.nat(60),
      width: fc.integer({ min: 1, max: 80 }),
      height: fc.integer({ min: 1, max: 80 }),
    });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 7 }), box, (boxes, thing) => {
        const boundaries = boxes.map((each, index): Placed => ({ id: `b${index}`, box: each }));
        const nest = createNest(boundaries);
        const found = new Set<string>();
        const walk = (id: string | null): void => {
          const boundary = boundaries.find((each) => each.id === id);
          if (boundary === undefined || found.has(boundary.id)) return;
          found.add(boundary.id);
          const around = nest.enclosing(boundary);
          for (const next of [around.parent, ...around.memberOf]) walk(next);
        };
        const own = nest.holding({ id: 'x', box: thing });
        for (const id of [own.parent, ...own.memberOf]) walk(id);
        expect([...found].sort()).toEqual(
          boundaries.filter((each) => holdsCentre(each.box, thing)).map(({ id }) => id),
        );
      }),
    );
  });
});

const holdsCentre = (outer: Box, { x, y, width, height }: Box): boolean => {
  const [cx, cy] = [x + width / 2, y + height / 2];
  return cx >= outer.x && cx <= outer.x + outer.width && cy >= outer.y && cy <= outer.y + outer.height;
};
