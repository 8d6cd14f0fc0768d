/** A judged model for tests: a small pack with three rules, and the input an export of it gets. */

import type { Decision, Model } from '@strideboard/model';
import { type BoardPart, createPackIndex, type JudgementPart } from '@strideboard/packs';
import { analyse, compileJudgement, createScope, explainVanished, joinDecisions } from '@strideboard/stride';
import { english } from '@strideboard/words';
import type { ExportInput } from '../export-codec.ts';
import { onePixel } from './one-pixel.ts';

/** The board part of the small pack. */
export const board: BoardPart = {
  id: 'small',
  version: '1',
  title: 'Small',
  families: [{ id: 'all', label: 'All' }],
  stencils: [
    { id: 'cp.apiserver', family: 'all', kind: 'process', label: 'API server', icon: 'apiserver' },
    { id: 'cp.etcd', family: 'all', kind: 'store', label: 'etcd', icon: 'etcd' },
  ],
  boundaries: [{ id: 'tb.cluster', label: 'Cluster', style: 'trust', colour: 'cluster', icon: 'cluster' }],
  properties: [
    { name: 'anonymous', label: 'Anonymous access', appliesTo: ['cp.apiserver'], type: 'boolean' },
    { name: 'encrypted', label: 'Encrypted', appliesTo: ['flow'], type: 'boolean' },
  ],
  groups: [],
  mechanisms: [],
  independenceGroups: [],
  layers: [],
};

const rule = {
  family: 'R',
  references: [],
  threatClass: [],
  examples: [],
} as const;

const judgement: JudgementPart = {
  id: 'small',
  version: '1',
  title: 'Small',
  families: [{ id: 'R', title: 'Rules' }],
  rules: [
    {
      ...rule,
      id: 'R-1',
      title: 'Anyone can talk to {el}',
      letters: ['S', 'E'],
      severity: 'critical',
      scope: ['cp.apiserver'],
      when: 'el.anonymous == true',
      why: 'Requests without a name are accepted.',
      controls: ['K1'],
      references: [
        { key: 'cis-1.12', id: '1.2.1', checked: true },
        { key: 'cwe', id: '306', checked: false },
      ],
    },
    {
      ...rule,
      id: 'R-2',
      title: '{flow} can be read on the way',
      letters: ['I'],
      severity: 'high',
      scope: ['flow'],
      when: 'flow.encrypted == false',
      why: 'It is sent in clear.',
      controls: [],
    },
    {
      ...rule,
      id: 'R-3',
      title: 'Nobody looks at the whole',
      letters: ['R'],
      severity: 'low',
      scope: ['model'],
      when: 'true',
      why: 'It is a test.',
      controls: [],
    },
  ],
  controls: [{ id: 'K1', label: 'Switch anonymous access off', compliance: [], mitigates: ['R-1'] }],
  references: [],
  exclusions: [{ id: 'people', title: 'Deceiving people', reason: 'No drawing shows it.', references: [] }],
  method: {
    stride: [],
    strideByElement: [{ kind: 'process', letters: ['S', 'D', 'E'], conditional: [] }],
    severities: [],
    attackerActions: [],
    threatClasses: [],
  },
};

/** The export input of a model, judged by the small pack. Throws when the pack itself is broken. */
export function judgedInput(model: Model): ExportInput {
  const compiled = compileJudgement(board, judgement);
  if (!compiled.ok) throw new Error(`judgedInput: ${JSON.stringify(compiled.problems)}`);
  const analysis = analyse(model, compiled.judgement);
  const { threats, vanished, standing } = joinDecisions(analysis.findings, model.decisions, {
    standing: { decisions: model.standing, today: '2030-01-02', isWithin: createScope(model) },
    assumed: model,
  });
  return {
    model,
    pack: createPackIndex(board),
    threats,
    vanished,
    causes: explainVanished(vanished, model, compiled.judgement),
    standing,
    questions: analysis.questions,
    prompts: analysis.prompts,
    elsewhere: analysis.elsewhere,
    exclusions: judgement.exclusions,
    controls: { K1: 'Switch anonymous access off' },
    catalogue: judgement.controls,
    words: english,
    rasterise: onePixel,
  };
}

/** A decision with its usual parts filled in. */
export const decided = (decision: Partial<Decision>): Partial<Decision> => ({
  by: 'bo',
  at: 1_893_542_400_000, // 2 January 2030, UTC
  ...decision,
});
