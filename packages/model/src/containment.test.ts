import { arbitraryModel, buildModel } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absoluteBoxes,
  boundaryAt,
  collapsedInto,
  createContainment,
  topMost,
  withDescendants,
} from './containment.ts';
import { isClosedBoundary } from './element.ts';
import { elementId as id } from './ids.ts';

const model = buildModel({
  elements: [
    { id: 'cluster', kind: 'boundary', x: 10, y: 10, width: 800, height: 600 },
    { id: 'node', kind: 'boundary', parent: 'cluster', x: 20, y: 20, width: 300, height: 300 },
    { id: 'namespace', kind: 'boundary', parent: 'cluster', x: 400, y: 20, width: 300, height: 300 },
    { id: 'tenant', kind: 'boundary', x: 900, y: 0 },
    { id: 'pod', parent: 'node', x: 5, y: 5, memberOf: ['namespace'] },
    { id: 'other', x: 2000, y: 0 },
    { id: 'shown', kind: 'ref', of: 'other', parent: 'tenant' },
  ],
});

describe('containment', () => {
  it('follows parents, memberships and references', () => {
    const { enclosing } = createContainment(model);
    expect([...enclosing(id('pod'))].sort()).toEqual(['cluster', 'namespace', 'node']);
    expect([...enclosing(id('other'))]).toEqual(['tenant']);
    expect([...enclosing(id('nobody'))]).toEqual([]);
  });

  it('lists what is inside by any road, in model order', () => {
    const { inside } = createContainment(model);
    expect(inside(id('namespace')).map((element) => element.id)).toEqual(['pod']);
    expect(inside(id('cluster')).map((element) => element.id)).toEqual(['namespace', 'node', 'pod']);
    expect(inside(id('tenant')).map((element) => element.id)).toEqual(['other', 'shown']);
  });

  it('gives the spatial chain, nearest first', () => {
    expect(createContainment(model).ancestors(id('pod'))).toEqual(['node', 'cluster']);
  });

  it('has inside and enclosing agree for any model', () => {
    fc.assert(
      fc.property(arbitraryModel(), (any) => {
        const { enclosing, inside } = createContainment(any);
        for (const boundary of any.elements.filter(isClosedBoundary)) {
          const expected = any.elements.filter((element) => enclosing(element.id).has(boundary.id));
          expect(inside(boundary.id)).toEqual(expected);
        }
      }),
    );
  });
});

describe('what collapsed boundaries hide', () => {
  const collapse = (...ids: string[]) =>
    model.elements.map((element) => ({ ...element, collapsed: ids.includes(element.id) }));

  it('is everything inside, at the outermost one', () => {
    expect([...collapsedInto(collapse('cluster', 'node'))]).toEqual([
      ['namespace', 'cluster'],
      ['node', 'cluster'],
      ['pod', 'cluster'],
    ]);
    expect([...collapsedInto(collapse('node'))]).toEqual([['pod', 'node']]);
    expect(collapsedInto(collapse()).size).toBe(0);
  });

  it('takes nothing in', () => {
    const box = { x: 40, y: 40, width: 50, height: 50 };
    expect(boundaryAt(box, collapse('node'), new Set())).toBe('cluster');
    expect(boundaryAt(box, collapse('cluster'), new Set())).toBeNull();
  });
});

describe('places', () => {
  it('add up along the parents', () => {
    expect(absoluteBoxes(model.elements).get(id('pod'))).toEqual({ x: 35, y: 35, width: 160, height: 60 });
  });

  it('fall into a free form only where their middle is within its outline', () => {
    const triangle = buildModel({
      elements: [
        {
          id: 'free',
          kind: 'boundary',
          x: 0,
          y: 0,
          width: 200,
          height: 200,
          shape: {
            kind: 'poly',
            points: [
              [0, 0],
              [10_000, 0],
              [0, 10_000],
            ],
            curve: 'straight',
          },
        },
      ],
    });
    const at = (x: number, y: number) => boundaryAt({ x, y, width: 20, height: 20 }, triangle.elements, new Set());
    expect([at(40, 40), at(160, 160), at(300, 0)]).toEqual(['free', null, null]);
  });

  it('fall into the innermost boundary that wholly holds the box', () => {
    const at = (x: number, y: number, excluded: string[] = []) =>
      boundaryAt({ x, y, width: 50, height: 50 }, model.elements, new Set(excluded.map(id)));
    expect([at(40, 40), at(340, 40), at(700, 500), at(5, 5), at(3000, 0)]).toEqual([
      'node',
      'cluster',
      'cluster',
      null,
      null,
    ]);
    expect(at(40, 40, ['node', 'pod'])).toBe('cluster');
  });

  it('ignore collapsed and open boundaries, and on a tie take the later one', () => {
    const same = { kind: 'boundary' as const, x: 0, y: 0, width: 100, height: 100 };
    const line = { kind: 'line' as const, points: [[0, 0] as const, [1, 1] as const], curve: 'straight' as const };
    const { elements } = buildModel({
      elements: [
        { id: 'a', ...same },
        { id: 'b', ...same },
        { id: 'c', ...same, collapsed: true },
        { id: 'd', ...same, shape: line },
      ],
    });
    expect(boundaryAt({ x: 1, y: 1, width: 5, height: 5 }, elements, new Set())).toBe('b');
  });
});

describe('selections', () => {
  it('reduce to their top-most ids, in the given order, without strangers', () => {
    expect(topMost([id('pod'), id('other'), id('cluster'), id('ghost'), id('other')], model.elements)).toEqual([
      'other',
      'cluster',
    ]);
    expect(topMost([id('pod'), id('namespace')], model.elements)).toEqual(['pod', 'namespace']);
  });

  it('extend to everything spatially below, in model order', () => {
    expect(withDescendants([id('cluster')], model.elements).map((element) => element.id)).toEqual([
      'cluster',
      'namespace',
      'node',
      'pod',
    ]);
  });
});
