/** An attack tree held against a model, as documents tell it: sentences, an indented outline, and what a drawing needs. */

import type { DrawnStep } from '@strideboard/render';
import { PATH_LIMIT, type TreeResult, type TreeStep, type TreeWay, type WayControl } from '@strideboard/stride';
import { say, type Words } from '@strideboard/words';

/** Words of what trees name. */
export interface TreeNames {
  readonly words: Words['trees'];
  /** Tag (BCP 47) of the language they are in, for numbers; `en` when absent. */
  readonly language?: string | undefined;
  /** The name of a control. */
  readonly controlName: (id: string) => string;
}

/** One line of the outline; `level` 0 is the goal. */
export interface TreeLine {
  readonly text: string;
  readonly level: number;
}

/** Everything a document says of one tree. */
export interface DescribedTree {
  readonly title: string;
  readonly counts: string;
  /** What the tree takes for given. */
  readonly assumptions: readonly string[];
  /** Easiest uncovered ways, each as its last steps. */
  readonly easiest: readonly (readonly string[])[];
  readonly outline: readonly TreeLine[];
  /** For `renderTree`. A shared part is drawn where it is first used. */
  readonly drawing: DrawnStep;
}

/** How deep a tree is told. */
const MOST_LEVELS = 12;
/** Steps that are told at most: a hostile model may have very many. */
const MOST_STEPS = 600;

/** Describes it; equal inputs give equal texts. */
export function describeTree(result: TreeResult, names: TreeNames): DescribedTree {
  const { words } = names;
  const { title, paths, assumptions, easiest, steps } = result;
  const drawing = drawnTree(result, names);
  return {
    title: title.trim() || words.untitled,
    counts: say(words.report.counts, {
      total: countText(paths.total, names),
      uncovered: countText(paths.uncovered, names),
      lit: countText(paths.lit, names),
    }),
    assumptions,
    easiest: easiest.map(({ leaves }) => leaves.map((id) => steps.get(id)?.label ?? id)),
    outline: outlineOf(drawing, words),
    drawing,
  };
}

function drawnTree({ root, steps }: TreeResult, names: TreeNames): DrawnStep {
  const told = new Set<string>();
  let left = MOST_STEPS;
  const draw = (id: string, way: TreeWay | null, level: number): DrawnStep | null => {
    const step = steps.get(id);
    if (step === undefined || left === 0) return null;
    left -= 1;
    const isAgain = told.has(id) && step.ways.length > 0;
    told.add(id);
    const isDeeper = !isAgain && level >= MOST_LEVELS && step.ways.length > 0;
    const below = isAgain || isDeeper ? [] : step.ways.flatMap((next) => draw(next.child, next, level + 1) ?? []);
    return drawnStep({ step, way, below, isAgain, isDeeper }, names);
  };
  return draw(root, null, 0) ?? EMPTY;
}

const EMPTY: DrawnStep = {
  ...{ label: '', note: '', sign: null, isAside: true, isCovered: false, controls: [], isCut: false, steps: [] },
};

interface Told {
  readonly step: TreeStep;
  readonly way: TreeWay | null;
  readonly below: readonly DrawnStep[];
  /** Its steps were told at another place. */
  readonly isAgain: boolean;
  /** Its steps lie too deep to be told. */
  readonly isDeeper: boolean;
}

function drawnStep({ step, way, below, isAgain, isDeeper }: Told, names: TreeNames): DrawnStep {
  const { words, controlName } = names;
  const { light, kind, paths, isWrittenOut } = step;
  const isAside = kind === 'note' || kind === 'outOfScope';
  const isCovered = paths.total > 0 && paths.uncovered === 0;
  const isGate = light === null && !isAside;
  const counts = { uncovered: countText(paths.uncovered, names), total: countText(paths.total, names) };
  const threats = light?.threats.length ?? 0;
  const parts = [
    light === null ? words.kinds[kind] : words.states[light.state],
    threats === 0 ? null : say(words.threats, { count: threats }),
    isGate && paths.total > 0 ? (isCovered ? words.covered : say(words.way, counts)) : null,
    isWrittenOut || isAside ? null : words.notWrittenOut,
    isAgain ? words.report.seeAbove : isDeeper ? words.report.deeper : null,
  ];
  return {
    label: step.label.trim() || words.untitled,
    note: parts.filter((part) => part !== null).join(words.spoken.comma),
    sign: isGate ? (kind === 'and' ? 'and' : 'or') : (light?.state ?? null),
    isAside,
    isCovered,
    controls: (way?.controls ?? []).map((control) => ({
      text: say(words.controls.line, { control: controlName(control.id), state: controlState(control, words) }),
      isInPlace: control.counts,
    })),
    isCut: way?.isCut === true,
    steps: below,
  };
}

function controlState({ state, counts }: WayControl, { controls }: Words['trees']): string {
  if (counts) return controls.inPlace;
  return state === 'planned' || state === 'failed' ? controls[state] : controls.absent;
}

const countText = (count: number, { words, language = 'en' }: TreeNames): string =>
  count > PATH_LIMIT ? say(words.more, { count: PATH_LIMIT.toLocaleString(language) }) : count.toLocaleString(language);

function outlineOf(top: DrawnStep, words: Words['trees']): readonly TreeLine[] {
  const lines: TreeLine[] = [];
  const tell = ({ label, note, controls, steps }: DrawnStep, level: number): void => {
    const told = controls.map(({ text }) => text).join(words.spoken.comma);
    const parts = [label, note, told === '' ? '' : say(words.spoken.controls, { controls: told })];
    lines.push({ text: parts.filter((part) => part !== '').join(words.spoken.join), level });
    for (const step of steps) tell(step, level + 1);
  };
  tell(top, 0);
  return lines;
}
