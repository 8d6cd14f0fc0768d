/** Limits, probes and replicas of a workload. */

import { type Statement, state } from '../statement.ts';
import { below, isAbsent, isFilled, itemsOf, numberOf, textOf } from '../yaml/field.ts';
import { ALL, ANY, stateWorst } from './combine.ts';
import type { Pod } from './pod.ts';

/**
 * States limits, probes, replicas, runtime class and an SSH port. Limits count as set when every container that stays has one for memory,
 * which is what can starve a node: CPU without a limit is shared out (Kubernetes documentation, "Resource Management for Pods and
 * Containers"). An init container ends before the others start; one that restarts always is a sidecar and stays.
 */
export function stateResources({ workload, kind, spec, containers }: Pod): readonly (Statement | null)[] {
  const main = containers.filter(({ sort }) => sort === 'main');
  const lasting = containers.filter(
    ({ sort, field }) => sort === 'main' || (sort === 'init' && textOf(below(field, 'restartPolicy')) === 'Always'),
  );
  const podLimit = below(spec, 'resources', 'limits', 'memory');
  const limits = lasting.map(({ field }) => {
    const own = below(field, 'resources', 'limits', 'memory');
    const proof = isAbsent(own) && !isAbsent(podLimit) ? podLimit : own;
    return { value: !isAbsent(proof), proof };
  });
  const probes = main.map(({ field }) => {
    const [liveness, readiness] = [below(field, 'livenessProbe'), below(field, 'readinessProbe')];
    const proof = isFilled(readiness) ? readiness : liveness;
    return { value: isFilled(proof), proof };
  });
  const ssh = main.flatMap(({ field }) => {
    const ports = below(field, 'ports');
    return isAbsent(ports)
      ? []
      : itemsOf(ports)
          .map((port) => below(port, 'containerPort'))
          .filter((proof) => numberOf(proof, 0) === 22)
          .map((proof) => ({ value: true, proof }));
  });
  const replicas = below(workload.field, 'spec', 'replicas');
  const runtimeClass = below(spec, 'runtimeClassName');
  return [
    stateWorst('limitsSet', limits, ALL),
    stateWorst('probes', probes, ALL),
    stateWorst('sshServer', ssh, ANY), // a port nobody declared proves nothing: then it stays a question
    kind.hasReplicas ? state('replicas', numberOf(replicas, 1), replicas) : null,
    isAbsent(runtimeClass) ? null : state('runtimeClass', textOf(runtimeClass), runtimeClass),
  ];
}
