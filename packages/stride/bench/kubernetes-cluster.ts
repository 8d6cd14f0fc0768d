/** The Kubernetes pack and clusters of any size, for benches. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assemble, defaultSize, type Element, type Model } from '@strideboard/model';
import { formatProblem, loadPack } from '@strideboard/packs';
import { buildElement, buildFlow } from '@strideboard/testkit';
import { type CompiledJudgement, compileJudgement } from '../src/judgement.ts';

/** The pack as it stands in its folder; templates and translations are left out, nothing is judged by them. */
export function readKubernetesPack() {
  const folder = fileURLToPath(new URL('../../kubernetes/pack', import.meta.url));
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.yaml') && !/^(?:templates|translations)/u.test(path),
  );
  const loaded = loadPack(paths.sort().map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })));
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  const compiled = compileJudgement(loaded.board, loaded.judgement, loaded.conditionPlaces);
  if (!compiled.ok) throw new Error(compiled.problems.map(formatProblem).join('\n'));
  return { ...loaded, compiled: compiled.judgement };
}

/** Its rules, ready to judge. */
export const kubernetesJudgement = (): CompiledJudgement => readKubernetesPack().compiled;

/** Namespaces of twenty workloads with a service each, on nodes, with two flows a workload. */
export function cluster(size: number): Pick<Model, 'elements' | 'flows'> {
  const elements: Element[] = [buildElement({ id: 'cluster', kind: 'boundary', type: 'tb.cluster' })];
  const workloads: string[] = [];
  const add = (id: string, parts: Partial<Parameters<typeof buildElement>[0]>): void => {
    elements.push(buildElement({ ...defaultSize(parts.kind ?? 'process'), ...parts, id }));
  };
  for (let node = 0; node < size / 100; node++)
    add(`node${node}`, { kind: 'boundary', type: 'tb.node', parent: 'cluster' });
  for (let at = 0; elements.length < size; at++) {
    const namespace = `ns${Math.floor(at / 20)}`;
    if (at % 20 === 0) add(namespace, { kind: 'boundary', type: 'tb.namespace', parent: 'cluster' });
    const type = ['wl.deployment', 'net.service', 'wl.statefulset', 'st.pvc'][at % 4] ?? 'wl.pod';
    add(`e${at}`, {
      type,
      kind: type === 'st.pvc' ? 'store' : 'process',
      parent: namespace,
      memberOf: [`node${at % Math.floor(size / 100)}`],
      properties: at % 3 === 0 ? { privileged: at % 9 === 0, runAsNonRoot: true, tenant: `t${at % 5}` } : {},
    });
    workloads.push(`e${at}`);
  }
  const flows = workloads.flatMap((id, at) =>
    [1, 17].map((step) =>
      buildFlow({
        id: `${id}-${step}`,
        source: id,
        target: workloads[(at + step) % workloads.length] ?? id,
        properties: step === 1 ? { protocol: 'https' } : {},
      }),
    ),
  );
  return assemble(
    elements.map((element) => ({ element, deleted: false, issues: [] })),
    flows.map((flow) => ({ flow, deleted: false, issues: [] })),
  );
}
