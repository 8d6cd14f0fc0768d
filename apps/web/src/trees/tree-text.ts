/** Sentences about steps, ways and controls of attack trees. */
import { PATH_LIMIT, type TreeStep, type WayControl } from '@strideboard/stride';
import { say, trees as words } from '@strideboard/words';
import { numberText } from '../session/in-language.ts';
import type { TreeRow } from './tree-rows.ts';

/** A number of ways; beyond the limit of counting it says so. */
export const countText = (count: number): string =>
  count > PATH_LIMIT ? say(words.more, { count: numberText(PATH_LIMIT) }) : numberText(count);

/** How many ways the board shows all through. */
export const litWaysText = (lit: number): string =>
  lit === 0 ? words.noLitWay : say(words.litWays, { count: countText(lit) });

/** How far a control is in place. */
export const controlState = ({ state, counts }: WayControl): string =>
  counts
    ? words.controls.inPlace
    : state === 'planned' || state === 'failed'
      ? words.controls[state]
      : words.controls.absent;

/** What kind of step it is. */
export function kindText({ kind, isWrittenOut, isGoal }: TreeStep): string {
  const name = kind !== 'leaf' && !isWrittenOut ? words.kinds.leaf : words.kinds[kind];
  const kindName = isGoal && kind !== 'goals' ? `${words.goal}${words.spoken.comma}${name}` : name;
  return isWrittenOut ? kindName : `${kindName}${words.spoken.comma}${words.notWrittenOut}`;
}

/** Whether a control is in place on every way below. */
export const isCovered = ({ paths }: TreeStep): boolean => paths.total > 0 && paths.uncovered === 0;

/** Everything that the drawing shows of a step, in words. */
export function spokenRow({ step, way }: TreeRow, controlName: (id: string) => string): string {
  const { light, paths, uses } = step;
  const { spoken } = words;
  const open = light === null ? 0 : light.threats.length;
  const controls = (way?.controls ?? []).map((control) =>
    say(words.controls.line, { control: controlName(control.id), state: controlState(control) }),
  );
  return [
    step.label,
    kindText(step),
    uses > 1 ? say(words.shared, { count: uses }) : null,
    light === null ? null : words.states[light.state],
    open === 0 ? null : say(words.threats, { count: open }),
    light !== null || paths.total === 0
      ? null
      : say(words.uncovered, { uncovered: countText(paths.uncovered), total: countText(paths.total) }),
    controls.length === 0 ? null : say(spoken.controls, { controls: controls.join(spoken.comma) }),
  ]
    .filter((part) => part !== null && part !== '')
    .join(spoken.join);
}
