/** A small pack for tests: enough kinds, properties and mechanisms for every function, and whatever rules a test brings. */

import { type BoardPart, type Control, createPackIndex, type JudgementPart, type Rule } from '@strideboard/packs';
import { type CompiledJudgement, compileJudgement } from '../judgement.ts';

const stencil = (id: string, kind: 'process' | 'store' | 'external', label: string): BoardPart['stencils'][number] => ({
  id,
  family: 'all',
  kind,
  label,
  icon: 'box',
});
const boundary = (id: string, label: string): BoardPart['boundaries'][number] => ({
  id,
  label,
  style: 'trust',
  colour: 'neutral',
  icon: 'box',
});
const property = (
  name: string,
  type: BoardPart['properties'][number]['type'],
  appliesTo: readonly string[],
): BoardPart['properties'][number] => ({ name, label: name, type, appliesTo });

/** The board of the small pack. */
export const SMALL_BOARD: BoardPart = {
  id: 'small',
  version: '1',
  title: 'Small',
  families: [{ id: 'all', label: 'All' }],
  stencils: [
    stencil('ext.user', 'external', 'User'),
    stencil('cp.apiserver', 'process', 'API server'),
    { ...stencil('cp.dns', 'process', 'DNS'), runsAsWorkload: true },
    stencil('wl.pod', 'process', 'Pod'),
    stencil('wl.container', 'process', 'Container'),
    { ...stencil('st.db', 'store', 'Database'), properties: { backedUp: true } },
  ],
  boundaries: [
    boundary('tb.internet', 'Internet'),
    boundary('tb.cluster', 'Cluster'),
    boundary('tb.node', 'Node'),
    boundary('tb.namespace', 'Namespace'),
    boundary('tb.pod', 'Pod'),
    boundary('tb.sandbox', 'Sandbox'),
  ],
  properties: [
    property('tenant', 'string', ['any']),
    { ...property('trustLevel', 'enum', ['any']), values: ['low', 'high'].map((id) => ({ id, label: id })) },
    { ...property('privileged', 'boolean', ['pod']), aggregate: 'any' },
    { ...property('runAsNonRoot', 'boolean', ['pod']), aggregate: 'all' },
    { ...property('capabilities', 'list', ['pod']), aggregate: 'any' },
    { ...property('dropped', 'list', ['pod']), aggregate: 'all' },
    property('hostPID', 'boolean', ['pod']),
    property('strict', 'boolean', ['pod']),
    property('psa', 'string', ['tb.namespace']),
    {
      ...property('hostIPC', 'boolean', ['pod']),
      aggregate: 'any',
      follows: [
        { from: 'psa', at: 'tb.namespace', gives: { strict: false } },
        { from: 'strict', gives: { true: false } },
      ],
    },
    property('replicas', 'number', ['pod']),
    property('hostPaths', 'list', ['pod']),
    property('clusterAdmin', 'boolean', ['pod', 'external']),
    property('rbac', 'list', ['pod', 'external']),
    property('backedUp', 'boolean', ['store']),
    property('multiTenancy', 'string', ['tb.cluster']),
    property('enforcedBy', 'list', ['boundary']),
    {
      ...property('protocol', 'enum', ['flow']),
      values: ['https', 'http', 'sql', 'unknown'].map((id) => ({ id, label: id })),
    },
    { ...property('initiator', 'enum', ['flow']), values: ['source', 'target'].map((id) => ({ id, label: id })) },
    property('mutualTls', 'boolean', ['flow']),
    property('encrypted', 'boolean', ['flow']),
    property('logged', 'boolean', ['flow']),
    { ...property('internetFacing', 'boolean', ['any']), derived: true },
  ],
  groups: [{ id: 'pod', members: ['wl.*', 'tb.pod'], workloads: true }],
  mechanisms: [
    { id: 'seccomp', label: 'seccomp', group: 'kernel' },
    { id: 'cgroups', label: 'cgroups', group: 'kernel' },
    { id: 'firewall', label: 'Firewall', group: 'network' },
  ],
  independenceGroups: [
    { id: 'kernel', meaning: 'one kernel' },
    { id: 'network', meaning: 'packets' },
  ],
  layers: [],
};

/** Look-ups over the small board. */
export const SMALL_INDEX = createPackIndex(SMALL_BOARD);

/** A rule with sensible defaults. */
export const buildRule = (parts: Partial<Rule> & Pick<Rule, 'id' | 'scope' | 'when'>): Rule => ({
  family: 'T',
  title: parts.id,
  letters: ['T'],
  severity: 'medium',
  why: 'because',
  controls: [],
  references: [],
  threatClass: [],
  examples: [],
  ...parts,
});

/** The judgement part of the small pack with these rules. */
export const buildJudgementPart = (rules: readonly Rule[], controls: readonly Control[] = []): JudgementPart => ({
  id: 'small',
  version: '1',
  title: 'Small',
  families: [{ id: 'T', title: 'Tests' }],
  rules,
  controls,
  references: [],
  exclusions: [],
  method: {
    stride: [],
    strideByElement: [
      { kind: 'external', letters: ['S', 'R'], conditional: [] },
      { kind: 'process', letters: ['S', 'T', 'R', 'I', 'D', 'E'], conditional: [] },
      { kind: 'store', letters: ['T', 'I', 'D'], conditional: [{ letter: 'R', when: 'el.backedUp == true' }] },
      { kind: 'flow', letters: ['T', 'I', 'D'], conditional: [] },
    ],
    severities: [],
    attackerActions: [],
    threatClasses: [],
  },
});

/**
 * The small pack with these rules, ready to judge.
 * @throws when a rule does not compile, naming what is wrong: a broken fixture is a broken test.
 */
export function buildJudgement(rules: readonly Rule[], controls: readonly Control[] = []): CompiledJudgement {
  const result = compileJudgement(SMALL_BOARD, buildJudgementPart(rules, controls));
  if (!result.ok) throw new Error(result.problems.map(({ item, message }) => `${item}: ${message}`).join('\n'));
  return result.judgement;
}
