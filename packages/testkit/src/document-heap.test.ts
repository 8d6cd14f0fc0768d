import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createBoardDocument, createImportCommands, createHistory } from '@strideboard/document';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type HeapScale, heapByBytes, weighDocument } from './document-heap.ts';
import { workshopBoard } from './workshop-board.ts';

/** The whole state of a board of that many elements. */
function stateOf(elements: number): Uint8Array {
  const doc = new Y.Doc();
  const document = createBoardDocument({ doc, schedule: () => () => undefined });
  const result = createImportCommands({
    ...{ document, history: createHistory(document), author: () => ({ principal: 'person', role: 'edit' as const }) },
    ...{ now: () => 1, randomId: () => 'any' },
  }).importFirst(workshopBoard(elements));
  expect(result.ok).toBe(true);
  return Y.encodeStateAsUpdate(doc);
}

function realScale(): HeapScale {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // what the flag brings
  return { collect, used: () => process.memoryUsage().heapUsed };
}

describe('the weight of a document', () => {
  it('grows with its content, and the board read from it comes on top', () => {
    const scale = realScale();
    const [small, large] = [stateOf(40), stateOf(120)];
    const [light, heavy] = [weighDocument(small, scale), weighDocument(large, scale)];
    expect(light.board).toBeGreaterThan(light.bare);
    expect(heavy.board).toBeGreaterThan(heavy.bare);
    // What a Yjs item with its key, its value and its place takes, far from nothing and far from any leak.
    const perByte = (heavy.bare - light.bare) / (large.byteLength - small.byteLength);
    expect(perByte).toBeGreaterThan(5);
    expect(perByte).toBeLessThan(60);
  });

  it('is the middle of what the copies take: what else comes or goes meanwhile does not count', () => {
    let [used, counts] = [0, 0];
    const others: Readonly<Record<number, number>> = { 3: 5_000_000, 6: -3_000_000, 12: 9_000_000 };
    const scale: HeapScale = {
      collect: () => undefined,
      used: () => {
        counts += 1;
        used += 1_000 + (others[counts] ?? 0);
        return used;
      },
    };
    expect(weighDocument(stateOf(10), scale)).toEqual({ bare: 1_000, board: 1_000 });
  });
});

describe('the weight of a document in between', () => {
  it('lies on the line through two that were weighed', () => {
    const heap = heapByBytes({ bytes: 100, heap: 2_000 }, { bytes: 200, heap: 5_000 });
    expect([heap(100), heap(150), heap(200), heap(50)]).toEqual([2_000, 3_500, 5_000, 500]);
  });

  it('is that of the first where both are of one length', () => {
    expect(heapByBytes({ bytes: 100, heap: 2_000 }, { bytes: 100, heap: 2_500 })(300)).toBe(2_000);
  });
});
