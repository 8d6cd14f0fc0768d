/**
 * What an edit costs (A1), what judging a whole model costs (A2), and whether following and judging from scratch ever differ (A3), with the
 * Kubernetes pack. Read the ratio, not the figures. Work is counted beside the times: subjects judged and rules run.
 */

import { diffModels, EMPTY_MODEL, indexModel, type Element, type Model, type PropertyValue } from '@strideboard/model';
import type { PropertyDefinition } from '@strideboard/packs';
import { createRandom } from '@strideboard/testkit';
import { analyse } from '../src/analyse.ts';
import { type Analyser, createAnalyser } from '../src/analyser.ts';
import { patchAnalysis } from '../src/analysis-delta.ts';
import type { Analysis } from '../src/finding.ts';
import { changeOf } from '../src/model-change.ts';
import { startEditing } from '../src/testing/random-edits.ts';
import { cluster, kubernetesJudgement } from './kubernetes-cluster.ts';

const judgement = kubernetesJudgement();
/** Only shows that everything runs; the figures mean nothing. */
const isShort = process.env['BENCH_SHORT'] === '1';
const EDITS = isShort ? 100 : 10_000;
const ANSWERED = isShort ? 150 : 1_000;
const EDITS_A_SEED = 25;
/** Most answers concern their subject and its flows. Whose tenant something is concerns everything on the same node, and the cluster. */
const ANSWERS = [
  {
    kind: 'concerns its subject',
    names: ['privileged', 'runAsNonRoot', 'hostNetwork', 'encryptedAtRest', 'imageSigned'],
    limits: { floor: 100_000, moonshot: 50 },
  },
  { kind: 'others rest on', names: ['tenant'], limits: { floor: 100_000 } },
] as const;

for (const size of isShort ? [200] : [1_000, 5_000]) {
  const model = cluster(size);
  const passes = Array.from({ length: 6 }, () => timed(() => analyse(model, judgement)));
  const whole = quantile(passes.slice(1), 0.5);
  const analyser = createAnalyser(model, judgement);
  const scale = size === 5_000 ? { floor: 200, moonshot: 10 } : {};
  print({
    id: 'A2',
    what: `analyse ${size} elements, ${model.flows.length} flows, ${judgement.rules.length} rules; ${said(analyser)}`,
    unit: 'ms',
    ours: whole,
    ...scale,
  });
  for (const { kind, names, limits } of ANSWERS) {
    const edits = answerMany(createAnalyser(model, judgement), model, { names, count: ANSWERED });
    for (const [name, share] of [
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const) {
      print({
        id: 'A1',
        what: `one answer that ${kind}, ${size} elements, ${name}; ${edits.subjects} subjects, ${edits.rules} rules on average`,
        unit: 'µs',
        ours: quantile(edits.times, share) * 1_000,
        peers: { 'judging all': whole * 1_000 },
        ...(size === 5_000 ? limits : {}),
      });
    }
  }
}
print({
  id: 'A3',
  what: `following differs from scratch, ${EDITS} random edits`,
  unit: 'edits',
  ours: mismatches(),
  floor: 0,
  moonshot: 0,
});

function print(row: object): void {
  process.stdout.write(`${JSON.stringify(row)}\n`);
}

function timed(work: () => unknown): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function said(analyser: Analyser): string {
  const { subjects, rules } = analyser.work();
  return `${subjects} subjects judged, ${rules} rules run`;
}

/** Answers one question after another, each about another element, and takes the time of each. */
function answerMany(
  analyser: Analyser,
  model: Pick<Model, 'elements' | 'flows'>,
  { names, count }: { readonly names: readonly string[]; readonly count: number },
) {
  const random = createRandom(1);
  const now = new Map(model.elements.map((element) => [element.id, element]));
  const ids = model.elements.filter(({ kind }) => kind !== 'boundary').map(({ id }) => id);
  const times: number[] = [];
  let [subjects, rules] = [0, 0];
  for (let at = 0; at < count; at++) {
    const id = random.pick(ids);
    const element = id === undefined ? undefined : now.get(id);
    if (element === undefined) continue;
    const name = random.pick(names) ?? '';
    const value = name === 'tenant' ? `t${random.below(5)}` : random.chance(0.5);
    const next: Element = { ...element, properties: { ...element.properties, [name]: value } };
    now.set(next.id, next);
    const change = { elements: { put: [next], gone: [] }, flows: { put: [], gone: [] } };
    times.push(timed(() => analyser.update(change)));
    subjects += analyser.work().subjects;
    rules += analyser.work().rules;
  }
  return { times: times.slice(100), subjects: (subjects / count).toFixed(1), rules: (rules / count).toFixed(1) };
}

function mismatches(): number {
  const values = Object.fromEntries(judgement.index.board.properties.map((one) => [one.name, valuesOf(one)]));
  let wrong = 0;
  for (let seed = 1; seed <= EDITS / EDITS_A_SEED; seed++) {
    const editing = startEditing(
      createRandom(seed),
      { board: judgement.index.board, values, lines: seed % 5 === 0 },
      6,
    );
    let model = editing.model();
    const analyser = createAnalyser(model, judgement);
    let followed = analyser.analysis();
    for (let step = 0; step < EDITS_A_SEED; step++) {
      editing.edit();
      const next = editing.model();
      const diff = diffModels({ ...EMPTY_MODEL, ...model }, { ...EMPTY_MODEL, ...next });
      followed = patchAnalysis(followed, analyser.update(changeOf(diff, indexModel(next))));
      model = next;
      if (written(followed) !== written(analyse(next, judgement))) wrong += 1;
    }
  }
  return wrong;
}

function valuesOf({ type, values = [] }: PropertyDefinition): readonly PropertyValue[] {
  const listed = values.map(({ id }) => id);
  if (type === 'boolean') return [true, false];
  if (type === 'number') return [0, 1, 5];
  if (type === 'enum') return listed;
  return type === 'string' ? ['a', 'b'] : [[], listed.slice(0, 2), ['*:*', '/']];
}

function written({ bySubject, counts, findings, questions, prompts, undecided, problems }: Analysis): string {
  const subjects = [...bySubject].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([subjects, counts, findings, questions, prompts, undecided, problems]);
}
