/**
 * What is inside which border boundary. The tool keeps no such links: an object is inside where its centre is, and a boundary inside another
 * that encloses it whole. The first rule reproduces the stored threats of real files; cutting the outline did not.
 */

import { type Box, centreOf, encloses, holdsPoint } from '@strideboard/model';

/** A thing with its box, canvas px. */
export interface Placed {
  readonly id: string;
  readonly box: Box;
}

/** Where a thing belongs: the innermost boundary, and those around it that do not follow from that one. */
export interface Nesting {
  readonly parent: string | null;
  readonly memberOf: readonly string[];
}

/** Answers for one surface; `boundaries` in any order. */
export interface Nest {
  /** A boundary, or anything that must be enclosed whole to be inside, such as a line. */
  enclosing(thing: Placed): Nesting;
  /** A stencil. */
  holding(thing: Placed): Nesting;
}

/** Builds the answers. Of equally large boundaries the later in order of ids is the inner one, so that the result is the same everywhere. */
export function createNest(boundaries: readonly Placed[]): Nest {
  const area = ({ box }: Placed): number => box.width * box.height;
  const innerFirst = [...boundaries].sort((a, b) => area(a) - area(b) || (a.id < b.id ? 1 : -1));
  const isAround = (outer: Placed, inner: Placed): boolean =>
    outer.id !== inner.id && area(outer) > area(inner) && encloses(outer.box, inner.box);
  const parentOf = (thing: Placed): Placed | undefined => innerFirst.find((outer) => isAround(outer, thing));
  const parents = new Map(boundaries.map((boundary) => [boundary.id, parentOf(boundary)]));

  const nest = (around: readonly Placed[]): Nesting => {
    const [parent, ...others] = around;
    if (parent === undefined) return { parent: null, memberOf: [] };
    const implied = new Set<string>();
    const imply = (from: Placed): void => {
      for (let at = parents.get(from.id); at !== undefined && !implied.has(at.id); at = parents.get(at.id)) {
        implied.add(at.id);
      }
    };
    imply(parent);
    const memberOf: string[] = [];
    for (const other of others) {
      if (implied.has(other.id)) continue;
      memberOf.push(other.id);
      imply(other);
    }
    return { parent: parent.id, memberOf };
  };
  return {
    enclosing: (thing) => nest(innerFirst.filter((outer) => isAround(outer, thing))),
    holding: (thing) => nest(innerFirst.filter(({ box }) => holdsPoint(box, centreOf(thing.box)))),
  };
}
