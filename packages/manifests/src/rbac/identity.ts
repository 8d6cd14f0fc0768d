/** Who a workload is for the API server: its ServiceAccount, the token, and what the account may do. */

import type { ManifestObject } from '../objects/collect-objects.ts';
import type { Pod } from '../pod/pod.ts';
import { type Statement, evidenceText, state } from '../statement.ts';
import { below, booleanOf, type Field, isAbsent, textEntriesOf, textOf } from '../yaml/field.ts';
import type { Access, Rights } from './access.ts';
import type { Account } from './bindings.ts';

/** The account a pod runs as (Kubernetes documentation, "Configure Service Accounts for Pods"). */
export function accountOf({ workload, spec }: Pod): { readonly account: Account; readonly proof: Field } {
  const current = below(spec, 'serviceAccountName');
  const old = below(spec, 'serviceAccount');
  const proof = isAbsent(current) && !isAbsent(old) ? old : current;
  return { account: { namespace: workload.namespace, name: textOf(proof) || 'default' }, proof };
}

/** Where the ServiceAccount objects of the files are found. */
export type FindAccount = (account: Account) => ManifestObject | null;

/** States whom a workload runs as and what it may do in that name. */
export function stateIdentity(pod: Pod, access: Access, findAccount: FindAccount): readonly (Statement | null)[] {
  const { account, proof } = accountOf(pod);
  const object = findAccount(account);
  const rights = access.rightsOf(account);
  return [
    state('serviceAccount', account.name, proof),
    stateToken(pod, object),
    stateUse(rights, proof),
    ...stateRights(account, rights, proof),
    object === null ? null : stateCloudIdentity(object),
  ];
}

/** States the rights of an account. `proof` is where the account itself stands, for what no binding grants. */
export function stateRights(account: Account, rights: Rights, proof: Field): readonly (Statement | null)[] {
  const { entries, administrator, isOpen } = rights;
  const groups = ['system:authenticated', 'system:serviceaccounts'];
  if (account.namespace !== '') groups.push(`system:serviceaccounts:${account.namespace}`);
  return [
    entries.length === 0 && isOpen ? null : state('rbac', entries, proof, rights.evidence || noBinding(proof)),
    administrator === null && isOpen
      ? null
      : state(
          'clusterAdmin',
          administrator !== null,
          proof,
          administrator === null ? rights.evidence || noBinding(proof) : evidenceText(administrator.roleField),
        ),
    state('groups', groups, proof),
  ];
}

/** Nothing to point at: the account, and that no binding of the files names it. */
const noBinding = (proof: Field): string => `${evidenceText(proof)}; RoleBinding: 0, ClusterRoleBinding: 0`;

/** The pod's word on the token wins over that of its account; where neither says anything it is mounted. */
function stateToken({ spec }: Pod, account: ManifestObject | null): Statement | null {
  const own = below(spec, 'automountServiceAccountToken');
  const shared = account === null ? null : below(account.field, 'automountServiceAccountToken');
  const proof = isAbsent(own) && shared !== null && !isAbsent(shared) ? shared : own;
  return state('automountToken', booleanOf(proof, true), proof);
}

/** An account that is bound to anything is there to use the API (content README section 8). */
function stateUse(rights: Rights, proof: Field): Statement | null {
  if (rights.isBound) return state('usesKubernetesApi', true, proof, rights.evidence);
  return rights.isOpen ? null : state('usesKubernetesApi', false, proof, noBinding(proof));
}

/** Annotations that give an account an identity in a cloud (documentation of Amazon EKS, Google GKE, Azure Workload ID). */
const CLOUD_ANNOTATIONS = [
  'eks.amazonaws.com/role-arn',
  'iam.gke.io/gcp-service-account',
  'azure.workload.identity/client-id',
];

function stateCloudIdentity(account: ManifestObject): Statement | null {
  const annotations = below(account.field, 'metadata', 'annotations');
  if (isAbsent(annotations)) return null;
  const names = textEntriesOf(annotations);
  return CLOUD_ANNOTATIONS.some((name) => names.has(name)) ? state('cloudIdentity', 'workload', annotations) : null;
}
