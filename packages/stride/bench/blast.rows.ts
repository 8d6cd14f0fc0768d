/**
 * Blast radius in clusters of 1,000 and 5,000 elements with the Kubernetes pack: from one pod that breaks out, with everything a user waits
 * for, the trial of each control included. Read the ratio, not the figures.
 */

import { defaultSize, elementId, type Model } from '@strideboard/model';
import { formatProblem } from '@strideboard/packs';
import { buildModel, type ElementParts, type FlowParts } from '@strideboard/testkit';
import { analyse } from '../src/analyse.ts';
import { type CompiledBlast, compileBlast } from '../src/blast/compile-steps.ts';
import { createBlast } from '../src/blast/create-blast.ts';
import type { CompiledJudgement } from '../src/judgement.ts';
import { readKubernetesPack } from './kubernetes-cluster.ts';

const { judgement, steps } = kubernetesPack();
/** Only shows that everything runs; the figures mean nothing. */
const isShort = process.env['BENCH_SHORT'] === '1';

for (const size of isShort ? [300] : [1_000, 5_000]) {
  const model = cluster(size);
  let reached = 0;
  const radius = median(() => {
    reached = createBlast(model, steps).from(elementId('e0'))?.reached.length ?? 0;
  });
  const row = {
    id: 'blast',
    what: `blast radius in ${size} elements, ${model.flows.length} flows, ${steps.steps.length} steps, ${reached} reached`,
    unit: 'ms',
    ours: radius,
    peers: { 'judging all': median(() => analyse(model, judgement)) },
    ...(size === 5_000 ? { floor: 1_000, moonshot: 100 } : {}),
  };
  process.stdout.write(`${JSON.stringify(row)}\n`);
}

/** Milliseconds of the middle one of five runs, after one to warm up. */
function median(run: () => void): number {
  const times = Array.from({ length: 6 }, () => {
    const begin = performance.now();
    run();
    return performance.now() - begin;
  });
  return times.slice(1).sort((one, other) => one - other)[2] ?? 0;
}

function kubernetesPack(): { readonly judgement: CompiledJudgement; readonly steps: CompiledBlast } {
  const { blast, conditionPlaces, compiled: judgement } = readKubernetesPack();
  const compiled = compileBlast(judgement, blast, conditionPlaces);
  if (!compiled.ok) throw new Error(compiled.problems.map(formatProblem).join('\n'));
  return { judgement, steps: compiled.blast };
}

/** A control plane, nodes with kubelets, and namespaces of ten workloads, a Secret and a volume each; half of what can be asked is answered. */
function cluster(size: number): Pick<Model, 'elements' | 'flows'> {
  const elements: ElementParts[] = [];
  const flows: FlowParts[] = [];
  const add = (id: string, parts: Omit<ElementParts, 'id'>): void => {
    elements.push({ ...defaultSize(parts.kind ?? 'process'), ...parts, id });
  };
  add('account', { kind: 'boundary', type: 'tb.cloudAccount' });
  add('cluster', { kind: 'boundary', type: 'tb.cluster', parent: 'account' });
  add('api', { type: 'cp.apiserver', parent: 'cluster', properties: { validatesInput: true } });
  add('etcd', { kind: 'store', type: 'cp.etcd', parent: 'cluster' });
  flows.push({ id: 'api-etcd', source: 'api', target: 'etcd' });
  const nodes = size / 100;
  for (let node = 0; node < nodes; node++) {
    add(`node${node}`, { kind: 'boundary', type: 'tb.node', parent: 'cluster', properties: { nodeRestriction: true } });
    add(`kubelet${node}`, { type: 'node.kubelet', parent: `node${node}` });
    flows.push({ id: `kubelet${node}-api`, source: `kubelet${node}`, target: 'api' });
  }
  for (let at = 0; elements.length < size - 3; at++) {
    const namespace = `ns${Math.floor(at / 10)}`;
    if (at % 10 === 0) {
      add(namespace, {
        kind: 'boundary',
        type: 'tb.namespace',
        parent: 'cluster',
        properties: { psaEnforce: 'privileged' },
      });
      add(`secret${at}`, { kind: 'store', type: 'cfg.secret', parent: namespace });
      add(`pvc${at}`, { kind: 'store', type: 'st.pvc', parent: namespace });
      flows.push({ id: `e${at}-secret`, source: `secret${at}`, target: `e${at}` });
    }
    const properties = {
      privileged: at % 100 === 0,
      ...(at % 2 === 0 ? { hostPID: false, hostPaths: [], automountToken: at % 4 === 0, clusterAdmin: false } : {}),
      ...(at % 3 === 0 ? { rbac: at % 9 === 0 ? ['get:secrets', 'create:pods'] : ['get:pods'] } : {}),
    };
    const type = ['wl.deployment', 'wl.statefulset', 'wl.pod'][at % 3] ?? 'wl.pod';
    add(`e${at}`, { type, parent: namespace, memberOf: [`node${at % nodes}`], properties });
    for (const step of [1, 17]) {
      if (at >= step) flows.push({ id: `e${at}-${step}`, source: `e${at}`, target: `e${at - step}` });
    }
  }
  return buildModel({ elements, flows });
}
