/** What a pod takes from its node: namespaces, ports, paths, kernel settings, and which nodes it may run on. */

import { type Statement, state } from '../statement.ts';
import { below, booleanOf, type Field, isAbsent, itemsOf, numberOf, textOf } from '../yaml/field.ts';
import { ANY, stateUnion, stateWorst } from './combine.ts';
import type { Pod } from './pod.ts';

/** States what the pod shares with its node. */
export function stateHost({ spec, containers }: Pod): readonly (Statement | null)[] {
  const flag = (property: string, fallback: boolean): Statement | null => {
    const proof = below(spec, property);
    return state(property, booleanOf(proof, fallback), proof);
  };
  const usesHostNetwork = booleanOf(below(spec, 'hostNetwork'), false) === true;
  const ports = containers.map(({ field }) => {
    const proof = below(field, 'ports');
    const numbers = listIn(proof).map((port) => {
      const host = numberOf(below(port, 'hostPort'), 0) ?? 0;
      // In the network of the node every container port is a port of the node (Kubernetes API, ContainerPort.hostPort).
      return host > 0 || !usesHostNetwork ? host : (numberOf(below(port, 'containerPort'), 0) ?? 0);
    });
    return { values: numbers.filter((number) => number > 0), proof };
  });
  return [
    flag('hostNetwork', false),
    flag('hostPID', false),
    flag('hostIPC', false),
    flag('hostUsers', true),
    flag('shareProcessNamespace', false),
    stateUnion('hostPorts', ports),
    ...stateHostPaths({ spec, containers }),
    stateSysctls(spec),
    stateTolerations(spec),
  ];
}

const listIn = (field: Field): readonly Field[] => (isAbsent(field) ? [] : itemsOf(field));

/** A volume that is a path of the node. */
interface HostVolume {
  readonly name: string;
  readonly path: string;
  readonly proof: Field;
}

function stateHostPaths({ spec, containers }: Pick<Pod, 'spec' | 'containers'>): readonly (Statement | null)[] {
  const list = below(spec, 'volumes');
  const volumes = listIn(list).flatMap((volume): readonly HostVolume[] => {
    const proof = below(volume, 'hostPath', 'path');
    return isAbsent(proof)
      ? []
      : [{ name: textOf(below(volume, 'name')), path: textOf(proof).replace(/(.)\/+$/u, '$1'), proof }];
  });
  const names = new Set(volumes.map(({ name }) => name));
  const mounts = containers
    .flatMap(({ field }) => listIn(below(field, 'volumeMounts')))
    .filter((mount) => names.has(textOf(below(mount, 'name'))))
    .map((mount) => {
      const proof = below(mount, 'readOnly');
      const isReadOnly = booleanOf(proof, false);
      return { value: isReadOnly === undefined ? undefined : !isReadOnly, proof };
    });
  const socket = volumes.find(({ path }) => givesRuntimeSocket(path));
  const paths =
    volumes.length === 0
      ? [{ values: [], proof: list }]
      : volumes.map(({ path, proof }) => ({ values: [path], proof }));
  return [
    stateUnion<string>('hostPaths', paths),
    mounts.length === 0 ? state('hostPathWritable', false, list) : stateWorst('hostPathWritable', mounts, ANY),
    state('mountsRuntimeSocket', socket !== undefined, socket?.proof ?? list),
  ];
}

/**
 * Whether a path is the socket of a container runtime or a folder that holds one: docker.sock, containerd.sock, crio.sock below `/run`,
 * which `/var/run` is a link to.
 */
function givesRuntimeSocket(path: string): boolean {
  if (/(?:^|\/)(?:docker|containerd|crio|cri-dockerd|podman)\.sock$/u.test(path)) return true;
  return RUNTIME_FOLDERS.has(path);
}

const RUNTIME_FOLDERS: ReadonlySet<string> = new Set(
  ['', '/containerd', '/crio', '/k3s', '/k3s/containerd', '/podman']
    .flatMap((folder) => [`/run${folder}`, `/var/run${folder}`])
    .concat('/', '/var'),
);

/** Settings of the kernel that are safe because they count per pod (Kubernetes documentation, "Using sysctls in a Kubernetes Cluster"). */
const SAFE_SYSCTLS: ReadonlySet<string> = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
]);

function stateSysctls(spec: Field): Statement | null {
  const proof = below(spec, 'securityContext', 'sysctls');
  const names = listIn(proof).map((sysctl) => textOf(below(sysctl, 'name')).replaceAll('/', '.'));
  return stateUnion('unsafeSysctls', [
    { values: names.filter((name) => name !== '' && !SAFE_SYSCTLS.has(name)), proof },
  ]);
}

const CONTROL_PLANE_TAINTS = ['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master'];

/** Whether a toleration lets it onto control-plane nodes: it names their taint, or no key at all with `Exists`. */
function stateTolerations(spec: Field): Statement | null {
  const list = below(spec, 'tolerations');
  const found = listIn(list).find((toleration) => {
    const key = textOf(below(toleration, 'key'));
    const effect = textOf(below(toleration, 'effect'));
    const fits = key === '' ? textOf(below(toleration, 'operator')) === 'Exists' : CONTROL_PLANE_TAINTS.includes(key);
    return fits && (effect === '' || effect === 'NoSchedule');
  });
  return state('toleratesControlPlane', found !== undefined, found ?? list);
}
