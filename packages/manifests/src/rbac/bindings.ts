/** Bindings: which role is given to whom. */

import type { ManifestObject } from '../objects/collect-objects.ts';
import { below, type Field, isAbsent, itemsOf, reportAt, textOf } from '../yaml/field.ts';
import type { RoleName } from './roles.ts';

/** A ServiceAccount. `namespace` is `''` where none is named. */
export interface Account {
  readonly namespace: string;
  readonly name: string;
}

/** Whom a binding names. `any` are all ServiceAccounts of a namespace, or of the cluster (`null`); `other` is a user or group. */
export type BoundSubject =
  | { readonly kind: 'account'; readonly account: Account }
  | { readonly kind: 'any'; readonly namespace: string | null }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'other'; readonly text: string };

/** One binding. */
export interface Binding {
  readonly object: ManifestObject;
  readonly role: RoleName;
  readonly roleField: Field;
  readonly isClusterWide: boolean;
  readonly subjects: readonly BoundSubject[];
}

/** Reads a RoleBinding or ClusterRoleBinding; `null` for any other object. */
export function readBinding(object: ManifestObject): Binding | null {
  if (object.kind !== 'RoleBinding' && object.kind !== 'ClusterRoleBinding') return null;
  const isClusterWide = object.kind === 'ClusterRoleBinding';
  const roleField = below(object.field, 'roleRef');
  const kind = textOf(below(roleField, 'kind'));
  const name = textOf(below(roleField, 'name'));
  const subjects = below(object.field, 'subjects');
  return {
    object,
    role: { kind, namespace: kind === 'Role' ? object.namespace : '', name },
    roleField,
    isClusterWide,
    subjects: isAbsent(subjects)
      ? []
      : itemsOf(subjects)
          .map((subject) => readSubject(subject, isClusterWide ? null : object.namespace))
          .filter((subject) => subject !== null),
  };
}

/** User and group names of the API server (Kubernetes documentation, "Authenticating", "Service account tokens"). */
const ACCOUNT_USER = /^system:serviceaccount:([^:]*):([^:]+)$/u;
const ACCOUNTS_GROUP = /^system:serviceaccounts(?::([^:]+))?$/u;

function readSubject(subject: Field, bindingNamespace: string | null): BoundSubject | null {
  const kind = textOf(below(subject, 'kind'));
  const name = textOf(below(subject, 'name'));
  if (name === '') {
    reportAt(subject, 'name-missing');
    return null;
  }
  if (kind === 'ServiceAccount') {
    const named = textOf(below(subject, 'namespace'));
    if (named === '' && bindingNamespace === null) {
      reportAt(subject, 'subject-namespace-missing', { found: name });
      return null;
    }
    return { kind: 'account', account: { namespace: named || (bindingNamespace ?? ''), name } };
  }
  if (kind === 'User') {
    const [, namespace = '', account] = ACCOUNT_USER.exec(name) ?? [];
    if (account !== undefined) return { kind: 'account', account: { namespace, name: account } };
    return name === 'system:anonymous' ? { kind: 'nobody' } : { kind: 'other', text: `User ${name}` };
  }
  if (kind !== 'Group') return null;
  if (name === 'system:unauthenticated') return { kind: 'nobody' };
  const group = ACCOUNTS_GROUP.exec(name);
  if (group !== null) return { kind: 'any', namespace: group[1] ?? null };
  // Every ServiceAccount that shows its token has signed in.
  return name === 'system:authenticated' ? { kind: 'any', namespace: null } : { kind: 'other', text: `Group ${name}` };
}
