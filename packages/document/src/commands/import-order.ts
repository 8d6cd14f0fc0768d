/** Places in lists for what is brought in: above what is there, among themselves as they were. */

import type { Model } from '@strideboard/model';
import { orderAbove } from '../placing.ts';

/** The new things of a model with order keys above those of the board. Elements and flows get theirs where they are placed. */
export function withNewOrder(board: Model, fresh: Model): Model {
  return {
    ...fresh,
    // A board without a listed diagram has one untitled diagram all the same; that one comes first.
    diagrams: above(board.diagrams.length === 0 ? [{ z: orderAbove([]) }] : board.diagrams, fresh.diagrams),
    manual: above(board.manual, fresh.manual),
    records: above(board.records, fresh.records),
    trees: above(board.trees, fresh.trees),
  };
}

interface Ordered {
  readonly z: string;
}

function above<Item extends Ordered>(known: readonly Ordered[], fresh: readonly Item[]): readonly Item[] {
  let highest = known.map(({ z }) => z);
  return fresh.map((item) => {
    const z = orderAbove(highest);
    highest = [z];
    return { ...item, z };
  });
}
