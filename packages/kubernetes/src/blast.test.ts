import { beforeAll, describe, expect, it } from 'vitest';
import { elementId, type Model } from '@strideboard/model';
import {
  type BlastDifference,
  type BlastRadius,
  compileBlast,
  compileJudgement,
  createBlast,
  runStepExamples,
} from '@strideboard/stride';
import { blast } from './blast.ts';
import { board } from './board.ts';
import { judgement } from './judgement.ts';
import { templateList } from './templates.ts';

const judged = compileJudgement(board, judgement);
if (!judged.ok) throw new Error('the judgement does not compile');
const compiled = compileBlast(judged.judgement, blast);

describe('the blast part of the Kubernetes pack', () => {
  it('has conditions that can be read', () => {
    expect(compiled.ok ? [] : compiled.problems).toEqual([]);
  });

  it('opens on the smallest diagram of every step and stays shut on the nearest one', () => {
    if (!compiled.ok) throw new Error('the steps do not compile');
    const report = runStepExamples(compiled.blast);
    expect(report.failures).toEqual([]);
    expect(report.withoutOpening).toEqual([]);
    expect(report.withoutClosing).toEqual([]);
    expect(report.run).toBeGreaterThanOrEqual(2 * blast.steps.length);
  });

  it('gives every step a source and a reason in one sentence', () => {
    const loose = blast.steps.filter(({ references, why }) => references.length === 0 || !why.endsWith('.'));
    expect(loose.map(({ id }) => id)).toEqual([]);
  });
});

async function load(id: string): Promise<Model> {
  const entry = templateList.find((template) => template.id === id);
  if (entry === undefined) throw new Error(`no template ${id}`);
  return entry.load();
}

/** The model with other facts on one element. */
const withFacts = (model: Model, id: string, facts: Model['elements'][number]['properties']): Model => ({
  ...model,
  elements: model.elements.map((element) =>
    element.id === id ? { ...element, properties: { ...element.properties, ...facts } } : element,
  ),
});

function from(model: Model, start: string): BlastRadius {
  if (!compiled.ok) throw new Error('the steps do not compile');
  const radius = createBlast(model, compiled.blast).from(elementId(start));
  if (radius === null) throw new Error(`no element ${start}`);
  return radius;
}

function whatIf(model: Model, start: string, controls: readonly string[]): BlastDifference {
  if (!compiled.ok) throw new Error('the steps do not compile');
  const difference = createBlast(model, compiled.blast).whatIf(elementId(start), controls);
  if (difference === null) throw new Error(`no element ${start}`);
  return difference;
}

/** What is provenly had, as `access subject`. */
const proven = ({ reached }: BlastRadius): readonly string[] =>
  reached.filter(({ certainty }) => certainty === 'proven').map(({ access, subject }) => `${access} ${subject}`);
/** The steps of the way to a subject. */
const wayTo = ({ reached }: BlastRadius, id: string): readonly string[] | undefined =>
  reached.find(({ subject }) => subject === id)?.path.map(({ rule }) => rule);

describe('from the container of the full pod launch', () => {
  let model: Model;
  beforeAll(async () => {
    model = await load('pod-launch');
  });

  it('is its pod’s token, the node’s cloud role, and what answers inside the cluster; nothing more is proven', () => {
    expect([...proven(from(model, 'c'))].sort()).toEqual([
      'identity acct',
      'identity pod',
      'reach api',
      'reach dns',
      'reach kubelet',
    ]);
  });

  it('does not break out: the baseline of the namespace answers what nobody said about host paths and sockets', () => {
    const { closed } = from(model, 'c');
    const atNode = closed.filter(({ kept }) => kept.some((id) => id === 'node'));
    expect(atNode.map(({ rule, control }) => [rule, control])).toEqual(
      expect.arrayContaining([
        ['BR-003', 'K22'],
        ['BR-004', 'K22'],
      ]),
    );
    expect(atNode.every(({ control }) => control === 'K22')).toBe(true);
  });

  it('may be the whole cluster as long as nobody says what the rights of its ServiceAccount are', () => {
    const radius = from(model, 'c');
    expect(wayTo(radius, 'etcd')).toEqual(['BR-100', 'BR-200']);
    const missing = radius.reached.find(({ subject }) => subject === 'etcd')?.path.at(-1)?.missing;
    expect(missing?.map(({ subject, property }) => `${subject}.${property}`)).toEqual(['pod.clusterAdmin', 'pod.rbac']);
    const told = from(withFacts(model, 'pod', { rbac: ['get:configmaps'], clusterAdmin: false }), 'c');
    expect(wayTo(told, 'etcd')).toBeUndefined();
  });

  it('is the node and every pod on it, the Secret and the volume, once the container is privileged', () => {
    const had = proven(from(withFacts(model, 'c', { privileged: true }), 'c'));
    for (const state of ['control node', 'control csi', 'control kubelet', 'control pv', 'control sec']) {
      expect(had).toContain(state);
    }
    expect(had).not.toContain('control api');
  });

  it('is ruled in or out by the facts of its token alone where a role is bound', () => {
    const reader = withFacts(model, 'pod', { rbac: ['get:secrets'], clusterAdmin: false });
    expect(proven(from(reader, 'c'))).toContain('control sec');
    expect(proven(from(withFacts(reader, 'pod', { automountToken: false }), 'c'))).not.toContain('control sec');
  });

  it('stands on the same node as the kubelet, in the same cluster as etcd, and outside of the registry', () => {
    const { reached } = from(model, 'c');
    const where = (id: string) => reached.find(({ subject }) => subject === id)?.where;
    expect([where('kubelet'), where('etcd'), where('reg')]).toEqual(['same-node', 'same-cluster', 'outside']);
  });

  it('shrinks to its own node and cloud role by least privilege for ServiceAccounts', () => {
    const { gone, after } = whatIf(model, 'c', ['K13']);
    expect(gone).toContain('etcd');
    expect(after.reached.every(({ path }) => path.every(({ rule }) => rule !== 'BR-100'))).toBe(true);
    expect(proven(after)).toContain('identity acct');
    expect(from(model, 'c').cuts[0]?.control).toBe('K13');
  });
});

describe('from other places of the templates', () => {
  it('a node is everything scheduled on it, and not the other way round', async () => {
    const model = await load('pod-launch');
    expect(proven(from(model, 'node'))).toEqual(expect.arrayContaining(['control pod', 'control c', 'control sec']));
    expect(proven(from(model, 'c'))).not.toContain('control node');
  });

  it('etcd and the API server are the cluster, drawn as a boundary or not', async () => {
    const [full, cncf] = [await load('pod-launch'), await load('pod-launch-cncf')];
    expect(proven(from(full, 'etcd'))).toEqual(expect.arrayContaining(['control cl', 'control node', 'control c']));
    expect(proven(from(cncf, 'api'))).toEqual(
      expect.arrayContaining(['control etcd', 'control c1', 'control kubelet']),
    );
  });

  it('a registry is the pods whose tags it can move, unless signatures are verified where images are pulled', async () => {
    const model = await load('pod-launch');
    expect(wayTo(from(model, 'reg'), 'c')).toEqual(['BR-502']);
    expect(proven(from(withFacts(model, 'pod', { imageDigestPinned: true }), 'reg'))).not.toContain('control c');
    expect(whatIf(model, 'reg', ['X-SIGN']).gone).toContain('c');
  });

  it('a developer’s kubectl is the developer, and a stolen session may be what the developer’s rights reach', async () => {
    const radius = from(await load('pod-launch'), 'kc');
    expect(proven(radius)).toEqual(expect.arrayContaining(['identity dev', 'reach api']));
    expect(wayTo(radius, 'c')).toEqual(['BR-104', 'BR-209']);
  });

  it('the application repository is the pipeline, and through a repository nobody reviews the GitOps agent’s rights', async () => {
    const model = await load('cicd');
    expect(wayTo(from(model, 'git'), 'adm')).toEqual(['BR-504', 'BR-503', 'BR-506', 'BR-210']);
    const reviewed = withFacts(model, 'cfg', { reviewersRequired: 1 });
    expect(proven(from(reviewed, 'git'))).not.toContain('control cfg');
    expect(from(model, 'git').closed.find(({ rule }) => rule === 'BR-500')?.control).toBe('D2');
  });

  it('an identity provider is everybody who signs in with it', async () => {
    const { reached } = from(await load('pod-launch'), 'idp');
    expect(reached[0]).toMatchObject({ subject: 'dev', access: 'identity', certainty: 'proven' });
  });
});
