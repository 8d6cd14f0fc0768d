import { absoluteBoxes, type Box, type Element, type ElementId, encloses, isClosedBoundary } from '@strideboard/model';
import { seedBatches } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { EngineGaveUp } from './engine.ts';
import { type Layout, layOut, withBoxes } from './lay-out.ts';
import { areNear } from './make-room.ts';
import type { LayoutScope } from './scope.ts';
import { drawStraight, randomBoard, type RandomBoardOptions } from './testing/random-board.ts';
import { startEngine } from './testing/start-engine.ts';

const engine = startEngine();
/** Where the name of a boundary hangs below its upper line, px. */
const NAME_ROW = 24;

type Board = ReturnType<typeof randomBoard>;

const lay = (board: Board, scope: LayoutScope = { kind: 'all' }): Promise<Layout> =>
  layOut({
    ...board,
    scope,
    engine,
    labelSize: ({ label }) => (label === '' ? null : { width: 60, height: 18 }),
    draw: drawStraight,
  });

const named = (board: Board, layout: Layout) => ({
  before: new Map(board.elements.map((element) => [element.id, element])),
  after: withBoxes(board.elements, layout.boxes),
});

/** Pairs of siblings of which one lies on the other. */
function collisions(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((a, at) =>
    elements
      .slice(at + 1)
      .filter((b) => a.parent === b.parent && areNear(a, b, 0))
      .map((b) => `${a.id} ${b.id}`),
  );
}

/** Children that are not inside their boundary below its name. */
function escaped(elements: readonly Element[]): readonly ElementId[] {
  const byId = new Map(elements.map((element) => [element.id, element]));
  return elements
    .filter((element) => {
      const parent = element.parent === null ? undefined : byId.get(element.parent);
      if (parent === undefined) return false;
      const room: Box = { x: 0, y: NAME_ROW, width: parent.width, height: parent.height - NAME_ROW };
      return !encloses(room, element);
    })
    .map(({ id }) => id);
}

async function forSeeds(
  seeds: readonly number[],
  options: RandomBoardOptions,
  check: (board: Board, seed: number) => Promise<void>,
) {
  for (const seed of seeds) await check(randomBoard(seed, options), seed);
}

describe('laying a whole diagram out', () => {
  it.each(seedBatches(0.06, 5))(
    'brings nothing onto a sibling, everything inside its boundary and below its name, in five levels (seeds %s)',
    async (_, seeds) => {
      await forSeeds(seeds, { size: 20 }, async (board, seed) => {
        const { after } = named(board, await lay(board));
        expect([seed, collisions(after), escaped(after)]).toEqual([seed, [], []]);
      });
    },
  );

  it.each(seedBatches(0.06, 5))('spreads out what lies at one point (seeds %s)', async (_, seeds) => {
    await forSeeds(seeds, { size: 18, isStacked: true }, async (board, seed) => {
      const { after } = named(board, await lay(board));
      expect([seed, collisions(after), escaped(after)]).toEqual([seed, [], []]);
    });
  });

  it('keeps everything inside also where the engine leaves a boundary too small for it', async () => {
    const board = randomBoard(24, { size: 18, isStacked: true });
    const { after } = named(board, await lay(board));
    expect([collisions(after), escaped(after)]).toEqual([[], []]);
  });

  it.each(seedBatches(0.06, 5))(
    'keeps the elements, their parents, and the sizes of everything but boundaries (seeds %s)',
    async (_, seeds) => {
      await forSeeds(seeds, { size: 20 }, async (board) => {
        const layout = await lay(board);
        const { before } = named(board, layout);
        for (const [id, box] of layout.boxes) {
          const element = before.get(id);
          if (element === undefined) throw new Error(`${id} is new`);
          expect([box.x, box.y, box.width, box.height].every(Number.isInteger)).toBe(true);
          if (!isClosedBoundary(element)) expect([box.width, box.height]).toEqual([element.width, element.height]);
        }
      });
    },
  );

  it.each(seedBatches(0.06, 5))('gives the same for the same (seeds %s)', async (_, seeds) => {
    await forSeeds(seeds, { size: 14, locks: 0.1 }, async (board) => {
      expect(await lay(board)).toEqual(await lay(board));
    });
  });
});

describe('an engine that fails', () => {
  const board = randomBoard(3, { size: 14 });
  const layWith = (run: () => Promise<never>): Promise<Layout> =>
    layOut({ ...board, scope: { kind: 'all' }, engine: { run }, labelSize: () => null, draw: drawStraight });

  it('at one graph leaves rows', async () => {
    const layout = await layWith(() => Promise.reject(new EngineGaveUp('too odd')));
    const { after } = named(board, layout);
    expect([collisions(after), escaped(after)]).toEqual([[], []]);
  });

  it('for good ends the layout', async () => {
    await expect(layWith(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  });
});

describe('locked elements', () => {
  it.each(seedBatches(0.06, 5))(
    'stay where they are on the canvas, and nothing that was moved comes onto what stays (seeds %s)',
    async (_, seeds) => {
      await forSeeds(seeds, { size: 22, locks: 0.12 }, async (board, seed) => {
        const layout = await lay(board);
        const { after, before } = named(board, layout);
        const [then, now] = [absoluteBoxes(board.elements), absoluteBoxes(after)];
        for (const { id, lock } of board.elements)
          if (lock !== null) expect([seed, id, now.get(id)]).toEqual([seed, id, then.get(id)]);
        const stays = (element: Element): boolean => {
          const was = before.get(element.id);
          return (
            was?.x === element.x && was.y === element.y && was.width === element.width && was.height === element.height
          );
        };
        const cramped = new Set(layout.cramped);
        const moved = collisions(after).filter((pair) => {
          const [a, b] = pair.split(' ').map((id) => after.find((element) => element.id === id));
          if (a === undefined || b === undefined) return true;
          if ([a.parent, a.id, b.id].some((id) => id !== null && cramped.has(id))) return false;
          return !(stays(a) && stays(b));
        });
        expect([seed, moved.filter((pair) => !overlappedBefore(before, pair))]).toEqual([seed, []]);
      });
    },
  );
});

const overlappedBefore = (before: ReadonlyMap<ElementId, Element>, pair: string): boolean => {
  const [a, b] = pair.split(' ').map((id) => [...before.values()].find((element) => element.id === id));
  return a !== undefined && b !== undefined && areNear(a, b, 0);
};

describe('laying a part out', () => {
  it.each(seedBatches(0.06, 5))(
    'moves nothing outside a boundary but what its growth would cover (seeds %s)',
    async (_, seeds) => {
      await forSeeds(seeds, { size: 22 }, async (board, seed) => {
        const boundary = board.elements.find(
          ({ id, kind }) => kind === 'boundary' && board.elements.some(({ parent }) => parent === id),
        );
        if (boundary === undefined) return;
        const layout = await lay(board, { kind: 'boundary', id: boundary.id });
        const { after } = named(board, layout);
        const inside = after.filter(({ parent }) => parent === boundary.id);
        expect([
          seed,
          collisions(inside),
          escaped([boundary, ...inside].map((each) => after.find(({ id }) => id === each.id) ?? each)).filter((id) =>
            inside.some((each) => each.id === id),
          ),
        ]).toEqual([seed, [], []]);
        const place = after.find(({ id }) => id === boundary.id);
        expect([seed, place?.x, place?.y]).toEqual([seed, boundary.x, boundary.y]);
      });
    },
  );

  it.each(seedBatches(0.06, 5))(
    'leaves what is not selected where it is on an open canvas (seeds %s)',
    async (_, seeds) => {
      await forSeeds(seeds, { size: 16 }, async (board, seed) => {
        const top = board.elements.filter(({ parent }) => parent === null).map(({ id }) => id);
        const ids = top.filter((_, at) => at % 2 === 0);
        const layout = await lay(board, { kind: 'selection', ids });
        const { after } = named(board, layout);
        const others = board.elements.filter(({ id, parent }) => parent === null && !ids.includes(id));
        for (const { id, x, y } of others) {
          const now = after.find((element) => element.id === id);
          expect([seed, id, now?.x, now?.y]).toEqual([seed, id, x, y]);
        }
        const mixed = collisions(after.filter(({ parent }) => parent === null)).filter((pair) =>
          pair.split(' ').some((id) => ids.some((chosen) => chosen === id)),
        );
        expect([seed, mixed]).toEqual([seed, []]);
      });
    },
  );
});
