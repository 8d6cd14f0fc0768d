/** What the shape alone cannot say about the blast part of a pack: ids that occur twice, and names that lead nowhere. */

import type { BlastStep } from './blast-schema.ts';
import { isGlob, matchesGlob } from './glob.ts';
import { type Located, problemAt } from './located.ts';
import { type PackIndex, SUBJECT_CLASSES } from './pack-index.ts';
import type { PackSources } from './pack-sources.ts';
import type { PackProblem } from './problem.ts';
import type { DataPath } from './source-file.ts';

/** What steps may refer to. */
export interface BlastNames {
  readonly index: PackIndex;
  readonly controls: ReadonlySet<string>;
  readonly references: ReadonlySet<string>;
}

/** Every problem of rings and steps; empty for sound ones. */
export function checkBlast({ rings, steps }: PackSources, names: BlastNames): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const seen = new Set<string>();
  for (const at of [...rings, ...steps]) {
    const { id } = at.value;
    const item = `${'via' in at.value ? 'step' : 'ring'} ${id}`;
    if (seen.has(item)) {
      problems.push(problemAt(at, { code: 'id-twice', item, message: `The id ${id} is taken. Give it another.` }));
    }
    seen.add(item);
    const check = createCheck({ at, item, problems });
    if ('via' in at.value) checkStep(at.value, check, names);
    else {
      const { within, otherwise } = at.value;
      check([...within, ...otherwise], canChoose(names.index), { what: SELECTED, below: [] });
    }
  }
  return problems;
}

const SELECTED = 'class, stencil, boundary or group';

type Check = (
  found: readonly string[],
  isKnown: (name: string) => boolean,
  at: { readonly what: string; readonly below: DataPath },
) => void;

interface Surroundings {
  readonly at: Located<unknown>;
  readonly item: string;
  readonly problems: PackProblem[];
}

const createCheck =
  ({ at, item, problems }: Surroundings): Check =>
  (found, isKnown, { what, below }) => {
    for (const name of found) {
      if (isKnown(name)) continue;
      const message = `There is no ${what} "${name}". Correct the name or add it.`;
      problems.push(problemAt(at, { code: 'id-unknown', item, below, message }));
    }
  };

const canChoose =
  (index: PackIndex) =>
  (selector: string): boolean => {
    const { stencils, boundaries } = index.board;
    return (
      SUBJECT_CLASSES.some((known) => known === selector) ||
      index.group(selector) !== null ||
      (isGlob(selector) && [...stencils, ...boundaries].some(({ id }) => matchesGlob(selector, id))) ||
      index.typeLabel(selector) !== null
    );
  };

function checkStep(step: BlastStep, check: Check, { index, controls, references }: BlastNames): void {
  const { to } = step;
  const selects = canChoose(index);
  const destination = to.kind === 'around' ? to.boundary : to.kind === 'among' ? [...to.elements, ...to.within] : [];
  check(step.from, selects, { what: SELECTED, below: ['from'] });
  check(step.flow?.end ?? [], selects, { what: SELECTED, below: ['flow', 'end'] });
  check(destination, selects, { what: SELECTED, below: ['to'] });
  const stopping = step.stops.map(({ control }) => control);
  check(stopping, (id) => controls.has(id), { what: 'control', below: ['stops'] });
  const keys = step.references.map(({ key }) => key);
  check(keys, (key) => references.has(key), { what: 'reference key', below: ['references'] });
  step.examples.forEach((example, place) => {
    const below = ['examples', place];
    const drawn = new Set(example.elements.map(({ id }) => id));
    const types = example.elements.map(({ type }) => type);
    const named = [
      ...example.elements.flatMap(({ parent, memberOf }) => [parent ?? [], memberOf ?? []].flat()),
      ...example.flows.flatMap(({ source, target }) => [source, target]),
      example.from,
      example.to,
    ];
    check(types, (type) => index.typeLabel(type) !== null, { what: 'stencil or boundary kind', below });
    check(named, (id) => drawn.has(id), { what: 'element in this example', below });
  });
}
