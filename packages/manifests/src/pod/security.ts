/** What the security contexts of a pod say (Kubernetes API, PodSecurityContext and SecurityContext, with their defaults). */

import type { Statement } from '../statement.ts';
import {
  below,
  booleanOf,
  type Field,
  isAbsent,
  isFilled,
  numberOf,
  textEntriesOf,
  textOf,
  textsOf,
} from '../yaml/field.ts';
import { ALL, ANY, type Reading, securityField, stateIntersection, stateUnion, stateWorst } from './combine.ts';
import type { Container, Pod } from './pod.ts';

/** States the security settings of the pod. */
export function statePodSecurity(pod: Pod): readonly (Statement | null)[] {
  const { containers } = pod;
  const own = (container: Container, ...path: readonly string[]): Field =>
    below(container.field, 'securityContext', ...path);
  const flags = (key: string, fallback: boolean): readonly Reading<boolean>[] =>
    containers.map((container) => readFlag(own(container, key), fallback));
  const inherited = (key: string, fallback: boolean): readonly Reading<boolean>[] =>
    containers.map((container) => readFlag(securityField(pod, container, key), fallback));
  const capabilities = (key: string) =>
    containers.map((container) => {
      const proof = own(container, 'capabilities', key);
      return { values: isAbsent(proof) ? [] : textsOf(proof).map(capabilityName), proof };
    });
  return [
    stateWorst('privileged', flags('privileged', false), ANY),
    stateWorst('allowPrivilegeEscalation', flags('allowPrivilegeEscalation', true), ANY),
    stateWorst('readOnlyRootFilesystem', flags('readOnlyRootFilesystem', false), ALL),
    stateWorst('runAsNonRoot', inherited('runAsNonRoot', false), ALL),
    stateUser(pod),
    stateUnion('capabilitiesAdd', capabilities('add')),
    stateIntersection('capabilitiesDrop', capabilities('drop')),
    stateWorst(
      'seccomp',
      containers.map((container) => readSeccomp(pod, container)),
      SECCOMP,
    ),
    stateWorst(
      'lsmProfile',
      containers.map((container) => readModule(pod, container)),
      MODULES,
    ),
    stateWorst(
      'procMount',
      containers.map((container) => readChoice(own(container, 'procMount'), ['Unmasked', 'Default'], 'Default')),
      ['Unmasked', 'Default'],
    ),
    stateWorst(
      'windowsHostProcess',
      containers.map((container) => readFlag(securityField(pod, container, 'windowsOptions', 'hostProcess'), false)),
      ANY,
    ),
  ];
}

const readFlag = (proof: Field, fallback: boolean): Reading<boolean> => ({ value: booleanOf(proof, fallback), proof });

const readChoice = (proof: Field, choices: readonly string[], fallback: string): Reading<string> => {
  const value = isAbsent(proof) ? fallback : textOf(proof);
  return { value: choices.includes(value) ? value : undefined, proof };
};

/** Runtimes take `all` and `ALL` for the same; `CAP_` is what the kernel, not Kubernetes, puts in front. */
const capabilityName = (name: string): string => name.toUpperCase().replace(/^CAP_/u, '');

/** The lowest user id: one container that may be root decides. An image may say otherwise, but no manifest shows it. */
function stateUser(pod: Pod): Statement | null {
  const readings = pod.containers.map((container): Reading<number> => {
    const proof = securityField(pod, container, 'runAsUser');
    return { value: numberOf(proof, 0), proof };
  });
  const known = readings.map(({ value }) => value).filter((value) => value !== undefined);
  // Where one cannot be read, zero is still certain.
  const order = known.length < readings.length ? [0] : [...known].sort((a, b) => a - b);
  return stateWorst('runAsUser', readings, order);
}

const SECCOMP = ['Unconfined', 'unset', 'Localhost', 'RuntimeDefault'];

const readSeccomp = (pod: Pod, container: Container): Reading<string> =>
  readChoice(securityField(pod, container, 'seccompProfile', 'type'), SECCOMP, 'unset');

const MODULES = ['unconfined', 'unset', 'localhost', 'runtimeDefault'];

/** AppArmor by field, else by the annotation that was used before Kubernetes 1.30, else SELinux options. */
function readModule(pod: Pod, container: Container): Reading<string> {
  const profile = securityField(pod, container, 'appArmorProfile', 'type');
  if (!isAbsent(profile)) {
    const types: Readonly<Record<string, string>> = {
      Unconfined: 'unconfined',
      RuntimeDefault: 'runtimeDefault',
      Localhost: 'localhost',
    };
    const type = textOf(profile);
    return { value: Object.hasOwn(types, type) ? types[type] : undefined, proof: profile };
  }
  const annotations = below(pod.metadata, 'annotations');
  const annotation = isAbsent(annotations)
    ? undefined
    : textEntriesOf(annotations).get(`container.apparmor.security.beta.kubernetes.io/${container.name}`);
  if (annotation !== undefined) {
    const value =
      annotation === 'unconfined' ? annotation : annotation === 'runtime/default' ? 'runtimeDefault' : 'localhost';
    return { value, proof: annotations };
  }
  const options = securityField(pod, container, 'seLinuxOptions');
  return isFilled(options) ? { value: 'localhost', proof: options } : { value: 'unset', proof: profile };
}
