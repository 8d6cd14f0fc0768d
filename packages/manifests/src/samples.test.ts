/**
 * Real manifests of other projects, judged by the built-in pack. The counts are those of the content README, section 8 point 6: pod and identity
 * rules that it names, no default namespace, one finding per workload. The files are not ours to ship; without them the tests are skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { board } from '@strideboard/kubernetes/board';
import { judgement } from '@strideboard/kubernetes/judgement';
import { analyse, compileJudgement } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { type ManifestOptions, type ManifestResult, readManifests } from './index.ts';
import { WORKLOAD_KINDS } from './objects/kinds.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(resolve(root, process.env['STRIDEBOARD_SAMPLES'] ?? '../shared/samples'), 'manifests');
const pathOf = (name: string): string => join(folder, name);

/** Rules that the content README counts. */
const COUNTED = new Set(
  `WL-001 WL-002 WL-003 WL-004 WL-005 WL-006 WL-007 WL-008 WL-009 WL-010 WL-013 WL-014 WL-015 WL-016 WL-017 WL-018 WL-020 WL-021 WL-022
  WL-038 ID-003 ID-007`.split(/\s+/u),
);

const compiled = compileJudgement(board, judgement);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));

function read(name: string, options: ManifestOptions = {}): Extract<ManifestResult, { ok: true }> {
  const result = readManifests([{ path: name, text: readFileSync(pathOf(name), 'utf8') }], options);
  if (!result.ok) throw new Error(JSON.stringify(result.report.problems));
  return result;
}

/** Findings of counted rules by rule, each workload once. */
function countRules({ model }: Pick<Extract<ManifestResult, { ok: true }>, 'model'>): Readonly<Record<string, number>> {
  const types = new Set([...WORKLOAD_KINDS.values()].map(({ type }) => type));
  const workloads = new Set<string>(model.elements.filter(({ type }) => types.has(type)).map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { rule, subjects } of analyse(model, compiled.ok ? compiled.judgement : never()).findings) {
    if (COUNTED.has(rule) && workloads.has(subjects[0] ?? '')) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort());
}

const never = (): never => {
  throw new Error('compiled above');
};

const times = (count: number, ...rules: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(rules.map((rule) => [rule, count]));

const ORACLE = [
  {
    name: '01-guestbook-all-in-one.yaml',
    workloads: 3,
    total: 33,
    counts: times(
      3,
      ...['WL-008', 'WL-009', 'WL-010', 'WL-013', 'WL-014', 'WL-015', 'WL-016', 'WL-017', 'WL-020', 'WL-021', 'WL-038'],
    ),
  },
  {
    name: '02b-cassandra-statefulset.yaml',
    workloads: 1,
    total: 10,
    counts: times(
      1,
      ...['WL-008', 'WL-009', 'WL-010', 'WL-013', 'WL-014', 'WL-015', 'WL-016', 'WL-017', 'WL-021', 'WL-038'],
    ),
  },
  {
    name: '03-microservices-demo.yaml',
    workloads: 12,
    total: 49,
    counts: { ...times(12, 'WL-013', 'WL-014', 'WL-016', 'WL-021'), 'WL-017': 1 },
  },
  {
    name: '05-kubernetes-goat.yaml',
    workloads: 13,
    total: 169,
    counts: {
      ...{ 'WL-001': 3, 'WL-002': 4, 'WL-003': 1, 'WL-004': 2, 'WL-005': 2, 'WL-006': 4, 'WL-007': 3 },
      ...{ 'ID-003': 1, 'ID-007': 1, 'WL-018': 1, 'WL-016': 12, 'WL-017': 12, 'WL-020': 6 },
      ...times(13, 'WL-008', 'WL-009', 'WL-010', 'WL-013', 'WL-014', 'WL-015', 'WL-021', 'WL-022', 'WL-038'),
    },
  },
  {
    name: '07-argo-cd-namespace-install.yaml',
    workloads: 7,
    total: 38,
    counts: { 'ID-003': 6, 'WL-018': 4, ...times(7, 'WL-014', 'WL-020', 'WL-021', 'WL-022') },
  },
];

describe.each(ORACLE)('$name', ({ name, workloads, total, counts }) => {
  const absent = !existsSync(pathOf(name));

  it.skipIf(absent)(`gives the ${total} findings of its ${workloads} workloads (skipped without the samples)`, () => {
    const found = countRules(read(name));
    expect(found).toEqual(counts);
    expect(Object.values(found).reduce((sum, count) => sum + count, 0)).toBe(total);
  });

  it.skipIf(absent)('is read without a problem (skipped without the samples)', () => {
    const { model, report } = read(name);
    expect(report.problems).toEqual([]);
    const types = new Set([...WORKLOAD_KINDS.values()].map(({ type }) => type));
    expect(model.elements.filter(({ type }) => types.has(type))).toHaveLength(workloads);
  });
});

describe('real manifests', () => {
  const goat = '05-kubernetes-goat.yaml';
  const argo = '07-argo-cd-namespace-install.yaml';

  it.skipIf(!existsSync(pathOf(goat)))(
    'that bind accounts of named namespaces get the question where the rest goes (skipped without the samples)',
    () => {
      expect(read(goat).report.notes).toEqual([
        { code: 'namespace-open', count: 7, namespaces: ['big-monolith', 'kube-system'] },
      ]);
      expect(read(goat, { defaultNamespace: 'default' }).report.notes).toEqual([]);
    },
  );

  it.skipIf(!existsSync(pathOf(argo)))(
    'that leave the namespace to whoever installs them are judged alike in any (skipped without the samples)',
    () => {
      expect(countRules(read(argo, { defaultNamespace: 'argocd' }))).toEqual(countRules(read(argo)));
    },
  );

  it.skipIf(!existsSync(pathOf(argo)))(
    'have evidence with file, line and document for everything they state (skipped without the samples)',
    () => {
      const workload = read(argo).model.elements.find(({ label }) => label === 'argocd-server');
      const { nodeSeccompDefault: _, ...evidence } = workload?.evidence ?? {}; // a default of the node, in no file
      expect(Object.keys(workload?.properties ?? {})).toEqual(Object.keys(workload?.evidence ?? {}));
      const places = Object.values(evidence).map((given) => given.evidence);
      expect(places.filter((place) => !/^07-argo-cd-namespace-install\.yaml:\d+ #\d+ \w+ /u.test(place))).toEqual([]);
    },
  );
});
