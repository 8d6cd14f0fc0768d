/** Kinds of objects that are read, each with the API groups it may come from (Kubernetes API reference). */

/** A kind whose objects run containers. */
export interface WorkloadKind {
  readonly groups: readonly string[];
  /** Id of the stencil that draws it. */
  readonly type: string;
  /** Where the pod template stands; the empty path for a pod, which is its own. */
  readonly template: readonly string[];
  /** Whether `spec.replicas` says how many run, and one is what is taken when it does not. */
  readonly hasReplicas: boolean;
}

const APPS = ['apps', 'extensions'];

/** Workloads by kind. */
export const WORKLOAD_KINDS: ReadonlyMap<string, WorkloadKind> = new Map([
  ['Pod', { groups: [''], type: 'wl.pod', template: [], hasReplicas: false }],
  ['Deployment', { groups: APPS, type: 'wl.deployment', template: ['spec', 'template'], hasReplicas: true }],
  ['ReplicaSet', { groups: APPS, type: 'wl.replicaset', template: ['spec', 'template'], hasReplicas: true }],
  ['ReplicationController', { groups: [''], type: 'wl.replicaset', template: ['spec', 'template'], hasReplicas: true }],
  ['StatefulSet', { groups: APPS, type: 'wl.statefulset', template: ['spec', 'template'], hasReplicas: true }],
  ['DaemonSet', { groups: APPS, type: 'wl.daemonset', template: ['spec', 'template'], hasReplicas: false }],
  ['Job', { groups: ['batch'], type: 'wl.job', template: ['spec', 'template'], hasReplicas: false }],
  [
    'CronJob',
    {
      groups: ['batch'],
      type: 'wl.cronjob',
      template: ['spec', 'jobTemplate', 'spec', 'template'],
      hasReplicas: false,
    },
  ],
]);

const RBAC = 'rbac.authorization.k8s.io';

/** Kinds that are read besides workloads. */
const OTHER_KINDS: ReadonlyMap<string, { readonly groups: readonly string[]; readonly isClusterScoped: boolean }> =
  new Map([
    ['Service', { groups: [''], isClusterScoped: false }],
    ['ServiceAccount', { groups: [''], isClusterScoped: false }],
    ['Namespace', { groups: [''], isClusterScoped: true }],
    ['Role', { groups: [RBAC], isClusterScoped: false }],
    ['RoleBinding', { groups: [RBAC], isClusterScoped: false }],
    ['ClusterRole', { groups: [RBAC], isClusterScoped: true }],
    ['ClusterRoleBinding', { groups: [RBAC], isClusterScoped: true }],
  ]);

/** Whether objects of this kind and group are read. A Knative `Service` is not a Service. */
export const isReadKind = (kind: string, group: string): boolean =>
  (WORKLOAD_KINDS.get(kind) ?? OTHER_KINDS.get(kind))?.groups.includes(group) === true;

/** Whether objects of this kind live outside namespaces; false for kinds that are not read. */
export const isClusterScoped = (kind: string): boolean => OTHER_KINDS.get(kind)?.isClusterScoped === true;
