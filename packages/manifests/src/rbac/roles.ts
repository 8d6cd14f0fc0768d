/** Roles of the files and those every cluster has, with their rules, aggregated where they are. */

import type { ManifestObject } from '../objects/collect-objects.ts';
import { labelsIn, selects } from '../objects/label-selector.ts';
import { below, isAbsent, itemsOf } from '../yaml/field.ts';
import { DEFAULT_ROLES } from './default-roles.ts';
import { readRoleRule, type RoleRule } from './role-rule.ts';

/** What a binding refers to. `namespace` is that of the binding for a Role and `''` for a ClusterRole. */
export interface RoleName {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Finds the rules of a role; `null` where nobody knows them. */
export type FindRules = (role: RoleName) => readonly RoleRule[] | null;

/** Makes the look-up over the roles of the files. */
export function createRoles(objects: readonly ManifestObject[]): FindRules {
  const keyOf = ({ kind, namespace, name }: RoleName): string => `${kind}/${namespace}/${name}`;
  const roles = new Map(
    objects.filter(({ kind }) => kind === 'Role' || kind === 'ClusterRole').map((role) => [keyOf(role), role]),
  );
  const clusterRoles = [...roles.values()].filter(({ kind }) => kind === 'ClusterRole');
  const known = new Map<string, readonly RoleRule[]>();

  const rulesOf = (role: ManifestObject): readonly RoleRule[] => {
    const key = keyOf(role);
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    known.set(key, []); // a role that aggregates itself adds nothing
    const selectors = below(role.field, 'aggregationRule', 'clusterRoleSelectors');
    const rules =
      role.kind === 'ClusterRole' && !isAbsent(selectors)
        ? clusterRoles
            .filter((other) => other !== role)
            .filter((other) => {
              const labels = labelsIn(below(other.field, 'metadata'));
              return itemsOf(selectors).some((selector) => selects(selector, labels));
            })
            .flatMap(rulesOf)
        : ownRules(role);
    known.set(key, rules);
    return rules;
  };

  return (name) => {
    const role = roles.get(keyOf(name));
    if (role !== undefined) return rulesOf(role);
    return name.kind === 'ClusterRole' ? (DEFAULT_ROLES.get(name.name) ?? null) : null;
  };
}

/** The rules written in the role itself. The control plane overwrites them where a role aggregates others, so they do not count there. */
function ownRules(role: ManifestObject): readonly RoleRule[] {
  const rules = below(role.field, 'rules');
  return isAbsent(rules) ? [] : itemsOf(rules).map(readRoleRule);
}
