/** What can be wrong with types that are said to be like others. */

import type { PackBase } from './known-names.ts';
import { type Located, missing, problemAt } from './located.ts';
import type { PackSources } from './pack-sources.ts';
import type { PackProblem } from './problem.ts';

/** A type may be like one type of its own class, which is not itself like another. */
export function checkLikes({ stencils, boundaries }: PackSources, base: PackBase | null): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const check = (what: string, list: readonly Located<Like>[], given: readonly Like[]): void => {
    const byId = new Map([...given, ...list.map(({ value }) => value)].map((type) => [type.id, type]));
    for (const at of list) {
      const { id, like, kind } = at.value;
      if (like === undefined) continue;
      const other = byId.get(like);
      const lookup = { at, item: `${what} ${id}`, below: ['like'] };
      if (other === undefined) problems.push(missing(lookup, what, like));
      else if (other.like !== undefined || other.kind !== kind) {
        const message = `"${like}" is of another class, or itself like another. Name the plain one.`;
        problems.push(problemAt(at, { code: 'value-wrong', item: lookup.item, below: ['like'], message }));
      }
    }
  };
  check('stencil', stencils, base?.board.stencils ?? []);
  check('boundary kind', boundaries, base?.board.boundaries ?? []);
  return problems;
}

interface Like {
  readonly id: string;
  readonly like?: string;
  /** Class of a stencil. */
  readonly kind?: string;
}
