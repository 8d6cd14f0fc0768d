/**
 * Roles that every cluster has for people and add-ons (Kubernetes documentation, "User-facing roles"), as far as rules ask about them:
 * manifests bind them without bringing them along.
 */

import type { RoleRule } from './role-rule.ts';

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'deletecollection', 'patch', 'update'];

const rule = (group: string, resources: string, verbs: readonly string[]): RoleRule => ({
  apiGroups: [group],
  resources: resources.split(' '),
  resourceNames: [],
  verbs,
});

const CORE =
  'configmaps persistentvolumeclaims replicationcontrollers replicationcontrollers/scale serviceaccounts services';
const APPS = 'daemonsets deployments deployments/scale replicasets replicasets/scale statefulsets statefulsets/scale';

const VIEW: readonly RoleRule[] = [
  rule('', `${CORE} endpoints events limitranges namespaces pods pods/log pods/status resourcequotas`, READ),
  rule('apps', `controllerrevisions ${APPS}`, READ),
  rule('autoscaling', 'horizontalpodautoscalers', READ),
  rule('batch', 'cronjobs jobs', READ),
  rule('discovery.k8s.io', 'endpointslices', READ),
  rule('networking.k8s.io', 'ingresses networkpolicies', READ),
  rule('policy', 'poddisruptionbudgets', READ),
];

const EDIT: readonly RoleRule[] = [
  ...VIEW,
  rule('', 'pods/attach pods/exec pods/portforward pods/proxy secrets services/proxy', READ),
  rule('', `${CORE} pods pods/attach pods/exec pods/portforward pods/proxy secrets services/proxy`, WRITE),
  rule('', 'pods/eviction serviceaccounts/token', ['create']),
  rule('', 'serviceaccounts', ['impersonate']),
  rule('apps', APPS, WRITE),
  rule('autoscaling', 'horizontalpodautoscalers', WRITE),
  rule('batch', 'cronjobs jobs', WRITE),
  rule('networking.k8s.io', 'ingresses networkpolicies', WRITE),
  rule('policy', 'poddisruptionbudgets', WRITE),
];

/** The role that may do everything. */
export const CLUSTER_ADMIN = 'cluster-admin';

/** ClusterRoles by name. */
export const DEFAULT_ROLES: ReadonlyMap<string, readonly RoleRule[]> = new Map([
  [CLUSTER_ADMIN, [rule('*', '*', ['*'])]],
  [
    'admin',
    [
      ...EDIT,
      rule('rbac.authorization.k8s.io', 'rolebindings roles', [...READ, ...WRITE]),
      rule('authorization.k8s.io', 'localsubjectaccessreviews', ['create']),
    ],
  ],
  ['edit', EDIT],
  ['view', VIEW],
]);
