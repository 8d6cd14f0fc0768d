/** The words of a judgement for what findings name by id. */
import type { JudgementPart } from '@strideboard/packs';
import type { JudgementNames } from './protocol.ts';

/** Names by id. */
export function namesOf({ controls, method }: Pick<JudgementPart, 'controls' | 'method'>): JudgementNames {
  const { threatClasses, tactics = [], techniques = [] } = method;
  return {
    controls: Object.fromEntries(controls.map(({ id, label }) => [id, label])),
    classes: Object.fromEntries(threatClasses.map(({ id, meaning }) => [id, meaning])),
    tactics: Object.fromEntries(tactics.map(({ id, meaning }) => [id, meaning])),
    techniques: Object.fromEntries(techniques.map((one) => [one.id, { title: one.title, tactics: one.tactics }])),
  };
}
