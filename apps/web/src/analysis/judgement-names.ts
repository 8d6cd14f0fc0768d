/** The words of a judgement for what findings name by id. */
import type { JudgementPart } from '@strideboard/packs';
import type { JudgementNames } from './protocol.ts';

/** Names by id. */
export function namesOf({
  rules,
  controls,
  method,
  exclusions,
}: Pick<JudgementPart, 'rules' | 'controls' | 'method' | 'exclusions'>): JudgementNames {
  const { threatClasses, tactics = [], techniques = [] } = method;
  const threats = rules.filter(({ severity }) => severity !== 'prompt');
  return {
    rules: Object.fromEntries(threats.map(({ id, title }) => [id, title.replace(/\{[^{}]*\}/gu, '…')])),
    controls: Object.fromEntries(controls.map(({ id, label }) => [id, label])),
    catalogue: controls,
    classes: Object.fromEntries(threatClasses.map(({ id, meaning }) => [id, meaning])),
    tactics: Object.fromEntries(tactics.map(({ id, meaning }) => [id, meaning])),
    techniques: Object.fromEntries(techniques.map((one) => [one.id, { title: one.title, tactics: one.tactics }])),
    exclusions: exclusions.map(({ id, title, reason }) => ({ id, title, reason })),
  };
}
