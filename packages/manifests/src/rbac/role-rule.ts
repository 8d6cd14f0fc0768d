/** What one rule of a role grants. */

import { below, type Field, isAbsent, reportAt, textsOf } from '../yaml/field.ts';
import { resourceNames } from './api-resources.ts';

/** Verbs by the resource they are granted on. */
export type Grants = Map<string, Set<string>>;

/** One rule, as a role in the files or a built-in one has it. Lists as written. */
export interface RoleRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  /** Names the rule is limited to; empty = all. */
  readonly resourceNames: readonly string[];
  readonly verbs: readonly string[];
}

/** Reads a rule of a Role or ClusterRole. One for addresses that are no resources grants nothing here. */
export function readRoleRule(field: Field): RoleRule {
  const list = (key: string): readonly string[] => {
    const values = below(field, key);
    if (isAbsent(values)) return [];
    return textsOf(values).filter((text) => {
      const isName = /^[\w.*/-]+$/u.test(text);
      // What is no name could look like several once it is written as `verb:resource`.
      if (!isName) reportAt(values, 'wrong-type', { found: text, expected: 'text' });
      return isName;
    });
  };
  const groups = below(field, 'apiGroups');
  return {
    // The core group is the empty text, so the texts of this list are not filtered.
    apiGroups: coreOrNamed(groups),
    resources: list('resources'),
    resourceNames: isAbsent(below(field, 'resourceNames')) ? [] : textsOf(below(field, 'resourceNames')),
    verbs: list('verbs'),
  };
}

function coreOrNamed(groups: Field): readonly string[] {
  if (!Array.isArray(groups.value)) return [];
  return groups.value.filter((group): group is string => typeof group === 'string' && /^[\w.*-]*$/u.test(group));
}

/** Adds what a rule grants. Rules only add (Kubernetes documentation, "Using RBAC Authorization"). */
export function addGrants(grants: Grants, rule: RoleRule): void {
  for (const group of rule.apiGroups) {
    for (const name of rule.resources.flatMap((resource) => resourceNames(group, resource))) {
      const verbs = rule.resourceNames.length === 0 ? rule.verbs : verbsOnNamed(rule.verbs, name);
      if (verbs.length > 0) addVerbs(grants, name, verbs);
    }
  }
}

/** Adds verbs on one resource. */
export function addVerbs(grants: Grants, resource: string, verbs: Iterable<string>): void {
  const known = grants.get(resource);
  if (known === undefined) grants.set(resource, new Set(verbs));
  else for (const verb of verbs) known.add(verb);
}

/** Every verb that a wildcard can mean where objects are named. */
const NAMED_VERBS = ['bind', 'delete', 'escalate', 'get', 'impersonate', 'list', 'patch', 'update', 'use', 'watch'];

/**
 * Verbs that hold on objects with given names: what creates an object does not know its name yet, and a whole collection has none; a
 * subresource is created on an object that has one (Kubernetes documentation, "Referring to resources").
 */
function verbsOnNamed(verbs: readonly string[], resource: string): readonly string[] {
  const isSub = resource.includes('/');
  if (verbs.includes('*')) return isSub ? [...NAMED_VERBS, 'create'] : NAMED_VERBS;
  return verbs.filter((verb) => verb !== 'deletecollection' && (verb !== 'create' || isSub));
}

/** The grants as entries `verb,verb:resource`, sorted: the form that conditions read. */
export const grantEntries = (grants: Grants): readonly string[] =>
  [...grants].map(([resource, verbs]) => `${verbs.has('*') ? '*' : [...verbs].sort().join(',')}:${resource}`).sort();
