import { STRIDE_LETTERS } from '@strideboard/packs';
import {
  type AppliedControl,
  CONTROL_STATES,
  diffModels,
  type ElementId,
  EMPTY_MODEL,
  indexModel,
  type Model,
} from '@strideboard/model';
import { createRandom, forSeeds, seedBatches } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from './analyser.ts';
import { type AnalysisDelta, patchAnalysis } from './analysis-delta.ts';
import { analyse } from './analyse.ts';
import type { Analysis } from './finding.ts';
import { changeOf } from './model-change.ts';
import { startEditing } from './testing/random-edits.ts';
import { buildJudgement, buildRule, SMALL_BOARD } from './testing/small-pack.ts';

/** Every function and derived fact, looked at from elements, boundaries, flows and their ends. */
const WHENS: Readonly<Record<string, readonly string[]>> = {
  pod: [
    'el.privileged == true',
    "el.privileged == true && within(el, 'tb.namespace')",
    "hasAny(el.capabilities, 'SYS_ADMIN') || el.hostPID == true",
    'count(el.dropped) == 0 && el.runAsNonRoot != true',
    "grants(el, 'get', 'secrets') && !within(el, 'tb.sandbox')",
    'el.onMultiTenantNode == true && el.privileged != false',
    "hasPath(el.hostPaths, '/var') && el.replicas > 1",
    'el.hostIPC == true || el.hostIPC == false && el.hostPID == true',
    "nearest(el, 'tb.cluster').multiTenancy == 'multi' && el.hostPID == true",
    "nearest(el, 'tb.namespace') == nearest(el, 'tb.node')",
  ],
  process: [
    "flowsTo(el, 'store') && el.tenant == 'a'",
    "reachableFrom(el, 'tb.internet')",
    'el.internetFacing == true || el.receivesFromLowerTrust == true',
    "el.receivesAcrossBoundary == true && flowsFrom(el, 'ext.*')",
  ],
  boundary: [
    'el.crossed == true && el.independentMechanisms < 2',
    'el.crossed == true && el.independentMechanisms < 2 && el.weakWallsAround != true',
    "distinct(children(el), 'tenant') > 1 && !allWithin(children(el), 'tb.sandbox')",
    "anyTrue(children(el), 'privileged') && contains(el, 'st.db')",
    'count(children(el)) > 3 && el.oos == false',
    "anyTrue(children(el), 'internetFacing')",
  ],
  flow: [
    'crossesAny() && flow.encrypted != true',
    "flow.logged != true && (source.tenant != target.tenant || crosses('tb.namespace'))",
    "source.internetFacing == true && flow.mutualTls != true && flow.dir == 'one'",
    "kind(target, 'store') && target.backedUp == false && flow.order != '3'",
    "source == target || nearest(source, 'tb.cluster') != nearest(target, 'tb.cluster')",
    'source.privileged == true && target.receivesFromLowerTrust == true',
    "reachableFrom(source, 'tb.internet') && source.oos == false",
  ],
};
const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
const judgement = buildJudgement([
  ...Object.entries(WHENS).flatMap(([scope, whens]) =>
    whens.map((when, at) =>
      buildRule({
        id: `${scope}-${at}`,
        scope: [scope],
        when,
        severity: SEVERITIES[at % 4] ?? 'low',
        letters: [STRIDE_LETTERS[(at + scope.length) % STRIDE_LETTERS.length] ?? 'T'],
        title: scope === 'flow' ? '{source} to {target}' : '{el}',
        why: scope === 'flow' ? 'It is {flow}.' : 'w',
      }),
    ),
  ),
  buildRule({ id: 'prompt-1', scope: ['flow'], when: "crosses('tb.internet')", severity: 'prompt', title: '{flow}' }),
  buildRule({ id: 'model-1', scope: ['model'], when: 'true', severity: 'low' }),
]);
const TRUTH = [true, false];
const VALUES = {
  privileged: [...TRUTH, 'odd'],
  runAsNonRoot: TRUTH,
  hostPID: TRUTH,
  hostIPC: TRUTH,
  strict: TRUTH,
  psa: ['strict', 'loose'],
  backedUp: TRUTH,
  clusterAdmin: TRUTH,
  mutualTls: TRUTH,
  encrypted: [...TRUTH, 7],
  logged: TRUTH,
  internetFacing: TRUTH,
  tenant: ['a', 'b', 'c'],
  trustLevel: ['low', 'high', 'unknown'],
  capabilities: [[], ['SYS_ADMIN']],
  dropped: [[], ['ALL']],
  hostPaths: [['/var/run'], ['/']],
  rbac: [['get:secrets'], ['*:*']],
  enforcedBy: [['seccomp'], ['seccomp@pod', 'firewall'], ['magic']],
  replicas: [0, 1, 3],
  multiTenancy: ['multi', 'single'],
  protocol: ['https', 'http', 'sql'],
  initiator: ['source', 'target'],
  nobodyKnows: [true, 'x'],
};
const EDITS = 25;

const WALLS = buildJudgement(
  [
    buildRule({ id: 'wall', scope: ['boundary'], when: 'el.crossed == true && el.independentMechanisms < 2' }),
    buildRule({ id: 'inner', scope: ['boundary'], when: 'el.weakWallsAround == true || el.crossed == true' }),
  ],
  [
    { id: 'filter', label: 'filter', mechanism: 'firewall', layer: 'node' },
    { id: 'profile', label: 'profile', mechanism: 'seccomp' },
    { id: 'paper', label: 'paper' },
  ].map((control) => ({ ...control, compliance: [], mitigates: [] })),
);

/** The first few things two analyses say differently, order included; empty for equal ones. */
function differences(found: Analysis, expected: Analysis): readonly string[] {
  const lines = ({ bySubject, counts, findings, questions, prompts, undecided, elsewhere, problems }: Analysis) => [
    JSON.stringify(counts),
    ...[...bySubject].sort(([a], [b]) => (a < b ? -1 : 1)).map((entry) => JSON.stringify(entry)),
    ...[findings, questions, prompts, undecided, elsewhere, problems].flatMap((list) =>
      list.map((item) => JSON.stringify(item)),
    ),
  ];
  const [one, other] = [lines(found), lines(expected)];
  const at = one.findIndex((line, place) => line !== other[place]);
  if (at < 0 && one.length === other.length) return [];
  const place = at < 0 ? one.length : at;
  return [`found ${one[place] ?? 'nothing'}`, `expected ${other[place] ?? 'nothing'}`];
}

/** Objects of the old analysis that stand in the new one in another version although they say the same. */
function needlesslyFresh(before: Analysis, after: Analysis): readonly string[] {
  const lists = [
    [before.findings, after.findings],
    [before.questions, after.questions],
    [before.prompts, after.prompts],
  ] as const;
  return lists.flatMap(([old, fresh]) => {
    const byId = new Map<string, unknown>(old.map((item) => [item.id, item]));
    return fresh
      .filter((item) => byId.has(item.id) && byId.get(item.id) !== item)
      .filter((item) => JSON.stringify(byId.get(item.id)) === JSON.stringify(item))
      .map(({ id }) => id);
  });
}

const idsIn = ({ findings, questions }: AnalysisDelta): readonly string[] => [
  ...[...findings.put, ...questions.put].map(({ id }) => id),
  ...findings.gone,
  ...questions.gone,
];

describe('following a model', () => {
  it.each(seedBatches(0.2, 10))('equals judging it from scratch after every edit (seeds %s)', (_, seeds) => {
    forSeeds('incremental', seeds, (seed) => {
      const random = createRandom(seed);
      const editing = startEditing(random, { board: SMALL_BOARD, values: VALUES, lines: seed % 3 === 0 }, 14);
      let model: Pick<Model, 'elements' | 'flows'> = editing.model();
      const analyser = createAnalyser(model, judgement);
      let patched = analyser.analysis();
      for (let step = 0; step < EDITS; step++) {
        const name = editing.edit();
        const next = editing.model();
        const diff = diffModels({ ...EMPTY_MODEL, ...model }, { ...EMPTY_MODEL, ...next });
        const before = patched;
        const delta = analyser.update(changeOf(diff, indexModel(next)));
        patched = patchAnalysis(before, delta);
        model = next;
        const scratch = analyse(next, judgement);
        const said = `step ${step}, ${name}`;
        expect(differences(patched, scratch), said).toEqual([]);
        expect(differences(analyser.analysis(), scratch), said).toEqual([]);
        if (!name.includes('connect') && name !== 'turn a flow' && name !== 'undo' && name !== 'show something else')
          expect(needlesslyFresh(before, patched), said).toEqual([]);
        if (diff.empty) expect(idsIn(delta), said).toEqual([]);
      }
    });
  });

  it.each(seedBatches(0.1, 10))(
    'equals it too when controls come into place and go out of it (seeds %s)',
    (_, seeds) => {
      forSeeds('incremental controls', seeds, (seed) => {
        const random = createRandom(seed);
        const editing = startEditing(random, { board: SMALL_BOARD, values: VALUES, lines: false }, 12);
        let model: Pick<Model, 'elements' | 'flows' | 'applied'> = { ...editing.model(), applied: [] };
        const analyser = createAnalyser(model, WALLS);
        let patched = analyser.analysis();
        for (let step = 0; step < EDITS; step++) {
          const name = random.chance(0.6) ? 'apply a control' : editing.edit();
          const sheet = editing.model();
          const shown = model.applied.filter(({ element }) => sheet.elements.some(({ id }) => id === element));
          const applied = name === 'apply a control' ? withControl(shown, random, sheet.elements) : shown;
          const next = { ...sheet, applied };
          const diff = diffModels({ ...EMPTY_MODEL, ...model }, { ...EMPTY_MODEL, ...next });
          patched = patchAnalysis(patched, analyser.update(changeOf(diff, indexModel(next), applied)));
          model = next;
          const said = `step ${step}, ${name}`;
          expect(differences(patched, analyse(next, WALLS)), said).toEqual([]);
          expect(differences(analyser.analysis(), analyse(next, WALLS)), said).toEqual([]);
        }
      });
    },
  );
});

function withControl(
  applied: readonly AppliedControl[],
  random: ReturnType<typeof createRandom>,
  elements: Model['elements'],
): readonly AppliedControl[] {
  const boundaries = elements.filter(({ kind }) => kind === 'boundary').map(({ id }) => id);
  const element = random.pick(boundaries) ?? ('' as ElementId); // on nothing, where nothing is drawn
  const control = random.pick(['filter', 'profile', 'paper', 'gone']) ?? '';
  const state = random.pick(CONTROL_STATES) ?? 'planned';
  const others = applied.filter((one) => one.element !== element || one.control !== control);
  if (random.chance(0.2)) return others;
  return [...others, { control, element, state, owner: '', evidence: '', ticket: '' }];
}
