/** Names that a pack may refer to: its own, and those of the base it is written on top of. */

import type { BoardPart } from './board-schema.ts';
import { isGlob, matchesGlob } from './glob.ts';
import type { JudgementPart } from './judgement-schema.ts';
import type { Located } from './located.ts';
import { SUBJECT_CLASSES } from './pack-index.ts';
import type { PackSources } from './pack-sources.ts';
import type { PackTranslations } from './translation-schema.ts';
import type { TreePart } from './tree-schema.ts';

/** A pack that others are written on top of. */
export interface PackBase {
  readonly board: BoardPart;
  readonly judgement: JudgementPart;
  /** What it knows of attacks; left out where there is none. */
  readonly trees?: TreePart;
  /** Its texts in other languages. */
  readonly translations?: PackTranslations;
}

/** Ids by what they name. */
export interface KnownNames {
  readonly families: ReadonlySet<string>;
  readonly stencils: ReadonlySet<string>;
  readonly boundaries: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly mechanisms: ReadonlySet<string>;
  readonly independenceGroups: ReadonlySet<string>;
  readonly ruleFamilies: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
  readonly controls: ReadonlySet<string>;
  readonly references: ReadonlySet<string>;
  readonly exclusions: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
  readonly attackerActions: ReadonlySet<string>;
  readonly threatClasses: ReadonlySet<string>;
  /** Whether a selector can choose anything. */
  readonly canChoose: (selector: string) => boolean;
}

/** Collects the names. */
export function knownNames(sources: PackSources, base: PackBase | null): KnownNames {
  type Named = { readonly id: string };
  const join = (own: readonly Located<Named>[], given: readonly Named[] | undefined): ReadonlySet<string> =>
    new Set([...own.map(({ value }) => value.id), ...(given ?? []).map(({ id }) => id)]);
  const method = sources.methods[0]?.value ?? base?.judgement.method;
  const stencils = join(sources.stencils, base?.board.stencils);
  const boundaries = join(sources.boundaries, base?.board.boundaries);
  const groups = join(sources.groups, base?.board.groups);
  const types = [...stencils, ...boundaries];
  return {
    families: join(sources.families, base?.board.families),
    stencils,
    boundaries,
    groups,
    mechanisms: join(sources.mechanisms, base?.board.mechanisms),
    independenceGroups: join(sources.independenceGroups, base?.board.independenceGroups),
    ruleFamilies: join(sources.ruleFamilies, base?.judgement.families),
    rules: join(sources.rules, base?.judgement.rules),
    controls: join(sources.controls, base?.judgement.controls),
    references: new Set([
      ...sources.references.map(({ value }) => value.key),
      ...(base?.judgement.references ?? []).map(({ key }) => key),
    ]),
    exclusions: join(sources.exclusions, base?.judgement.exclusions),
    properties: new Set([
      ...sources.properties.map(({ value }) => value.name),
      ...(base?.board.properties ?? []).map(({ name }) => name),
    ]),
    attackerActions: new Set(method?.attackerActions.map(({ id }) => id)),
    threatClasses: new Set(method?.threatClasses.map(({ id }) => id)),
    canChoose: selectorCheck(types, groups),
  };
}

/** Globs are held against every type, so answers are remembered. */
function selectorCheck(types: readonly string[], groups: ReadonlySet<string>): KnownNames['canChoose'] {
  const answers = new Map<string, boolean>();
  for (const name of [...SUBJECT_CLASSES, ...types, ...groups]) answers.set(name, true);
  return (selector) => {
    const known = answers.get(selector);
    if (known !== undefined) return known;
    const answer = isGlob(selector) && types.some((type) => matchesGlob(selector, type));
    answers.set(selector, answer);
    return answer;
  };
}
