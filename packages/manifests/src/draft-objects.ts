/** From objects to drafts: what each becomes, and in which namespace it lies. */

import type { NameElement } from './drawing/element-ids.ts';
import type { Draft } from './drawing/draft.ts';
import type { NamespaceDraft } from './drawing/draw-namespaces.ts';
import type { ManifestObject } from './objects/collect-objects.ts';
import { readPod } from './pod/pod.ts';
import { statePod } from './pod/state-pod.ts';
import type { Access } from './rbac/access.ts';
import type { Account } from './rbac/bindings.ts';
import { accountOf, stateIdentity, stateRights } from './rbac/identity.ts';
import { objectKey, type ObjectName, objectText } from './report.ts';
import { type Statement, state } from './statement.ts';
import { below, isAbsent, textEntriesOf, textOf } from './yaml/field.ts';

/** Everything to draw. */
export interface Drafts {
  readonly cluster: Draft;
  /** By name; the one without a name, for objects that name none, first. */
  readonly namespaces: readonly NamespaceDraft[];
  /** What stands for an object, by its key. */
  readonly byObject: ReadonlyMap<string, Draft>;
}

/**
 * Drafts the elements. A ServiceAccount that a workload of the files runs as is not drawn: the workload carries its rights, so that each
 * threat counts once and six workloads stay six; any other account that is declared or bound is drawn, because its rights are real.
 */
export function draftObjects(objects: readonly ManifestObject[], access: Access, nameElement: NameElement): Drafts {
  const accounts = new Map(
    objects.filter(({ kind }) => kind === 'ServiceAccount').map((account) => [accountKey(account), account]),
  );
  const findAccount = (account: Account): ManifestObject | null => accounts.get(accountKey(account)) ?? null;
  const byNamespace = new Map<string, Draft[]>();
  const byObject = new Map<string, Draft>();
  const put = (namespace: string, draft: Draft): void => {
    const list = byNamespace.get(namespace);
    if (list === undefined) byNamespace.set(namespace, [draft]);
    else list.push(draft);
  };
  const draw = (object: ManifestObject, parts: Pick<Draft, 'kind' | 'type' | 'statements'>): void => {
    const draft = { id: nameElement(object), label: object.name, importedFrom: importedFrom(object), ...parts };
    byObject.set(objectKey(object), draft);
    put(object.namespace, draft);
  };

  const cluster: Draft = {
    id: nameElement({ kind: 'Cluster', namespace: '', name: '' }),
    kind: 'boundary',
    type: 'tb.cluster',
    label: '',
    statements: [stateUnauthenticated(access)],
    importedFrom: null,
  };
  const used = new Set<string>();
  for (const object of objects) {
    const pod = readPod(object);
    if (pod === null) continue;
    used.add(accountKey(accountOf(pod).account));
    draw(object, {
      kind: 'process',
      type: pod.kind.type,
      statements: [...statePod(pod), ...stateIdentity(pod, access, findAccount)],
    });
  }
  for (const object of objects) {
    if (object.kind === 'Service') draw(object, { kind: 'process', type: serviceType(object), statements: [] });
  }
  for (const object of accounts.values()) {
    if (used.has(accountKey(object))) continue;
    used.add(accountKey(object));
    draw(object, {
      kind: 'store',
      type: 'cfg.serviceaccount',
      statements: stateRights(object, access.rightsOf(object), object.field),
    });
  }
  for (const { account, binding } of access.boundAccounts) {
    if (used.has(accountKey(account))) continue;
    used.add(accountKey(account));
    const name: ObjectName = { kind: 'ServiceAccount', ...account };
    put(account.namespace, {
      id: nameElement(name),
      kind: 'store',
      type: 'cfg.serviceaccount',
      label: account.name,
      statements: stateRights(account, access.rightsOf(account), binding.object.field),
      importedFrom: null,
    });
  }

  const declared = new Map(objects.filter(({ kind }) => kind === 'Namespace').map((object) => [object.name, object]));
  const names = [...new Set([...byNamespace.keys(), ...declared.keys()])].sort();
  const namespaces = names.map((name): NamespaceDraft => {
    const object = declared.get(name) ?? null;
    const boundary: Draft = {
      id: nameElement({ kind: 'Namespace', namespace: '', name }),
      kind: 'boundary',
      type: 'tb.namespace',
      label: name,
      statements: object === null ? [] : stateNamespace(object),
      importedFrom: object === null ? null : importedFrom(object),
    };
    if (object !== null) byObject.set(objectKey(object), boundary);
    return { boundary, inside: byNamespace.get(name) ?? [] };
  });
  return { cluster, namespaces, byObject };
}

const accountKey = ({ namespace, name }: Account): string => `${namespace}/${name}`;

const importedFrom = (object: ManifestObject): string => `${object.apiVersion} ${objectText(object)}`;

/** Whether a binding gives rights to callers who never signed in. That none of these files does proves nothing. */
function stateUnauthenticated({ unauthenticated }: Access): Statement | null {
  return unauthenticated === null
    ? null
    : state('unauthenticatedGrants', true, below(unauthenticated.object.field, 'subjects'));
}

/** Stencils of Services by `spec.type` (Kubernetes API, ServiceSpec). */
function serviceType({ field }: ManifestObject): string {
  const types: Readonly<Record<string, string>> = {
    NodePort: 'net.nodePort',
    LoadBalancer: 'net.lbService',
    ExternalName: 'net.externalName',
  };
  const type = textOf(below(field, 'spec', 'type'));
  return Object.hasOwn(types, type) ? (types[type] ?? 'net.service') : 'net.service';
}

/** What a Namespace says about itself (Kubernetes documentation, "Pod Security Admission"): without the label anything may run. */
function stateNamespace({ name, field }: ManifestObject): readonly (Statement | null)[] {
  const labels = below(field, 'metadata', 'labels');
  const level = isAbsent(labels) ? undefined : textEntriesOf(labels).get('pod-security.kubernetes.io/enforce');
  const levels = ['privileged', 'baseline', 'restricted'];
  return [
    state('isDefault', name === 'default', below(field, 'metadata', 'name')),
    level === undefined || levels.includes(level) ? state('psaEnforce', level ?? 'privileged', labels) : null,
  ];
}
