/** What effective RBAC allows: `grants(x, verb, resource)` and `administers(x)`. */

import type { Element, Scalar } from '@strideboard/model';
import type { World } from '../facts/world.ts';
import { known, or, type Truth, unknown } from '../outcome.ts';
import { type CoreFunction, NO_CONSTANTS } from './core-function.ts';

/**
 * Reads `rbac`, a list of `verb:resource` where both may be lists joined by commas or `*`, and `clusterAdmin`, which grants everything.
 * `pods` does not include `pods/exec`; `pods/*` and `*` do. Asked for (`*`, `*`), one entry must hold both wildcards.
 * (Kubernetes documentation, "Using RBAC Authorization", "Referring to resources".)
 */
export const grants: CoreFunction = {
  name: 'grants',
  on: 'element',
  constants: { kind: 'text', min: 2, max: 2 },
  returns: 'boolean',
  reads: ['clusterAdmin', 'rbac'],
  evaluate: (world, element, [verb = '', resource = '']) =>
    or(fromAdministrator(world, element), fromEntries(world, element, { verb, resource })),
  decide: (world, element, [verb = '', resource = '']) => {
    const { waits } = world;
    const mark = waits.length;
    let administrator = world.value(element, 'clusterAdmin');
    if (administrator === undefined && !isAskedOf(world, element)) {
      waits.length = mark;
      administrator = false;
    }
    if (administrator === true) return true;
    const rbac = world.value(element, 'rbac');
    const entry = Array.isArray(rbac) ? findEntry(rbac, { verb, resource }) !== undefined : undefined;
    if (entry === true) waits.length = mark;
    return entry === true ? true : administrator === undefined ? undefined : entry;
  },
};

/**
 * `administers(x)`: somebody said that x is cluster administrator. Never unknown: rules about single rights stand aside with it for the rule
 * about the administrator, and an unanswered question must not silence them.
 */
export const administers: CoreFunction = {
  name: 'administers',
  on: 'element',
  constants: NO_CONSTANTS,
  returns: 'boolean',
  reads: ['clusterAdmin'],
  evaluate: (world, element) => {
    const { value, because } = world.read(element, 'clusterAdmin');
    return value === true ? known(true, because) : known(false);
  },
  decide: (world, element) => world.peek(element, 'clusterAdmin') === true,
};

interface Access {
  readonly verb: string;
  readonly resource: string;
}

function fromAdministrator(world: World, element: Element): Truth {
  const administrator = world.read(element, 'clusterAdmin');
  if (administrator.value === undefined) {
    return isAskedOf(world, element) ? unknown(administrator.missing) : known(false);
  }
  return known(administrator.value === true, administrator.because);
}

/** Where the pack does not ask about administrators, nobody can be waited for. */
const isAskedOf = (world: World, element: Element): boolean => world.index.definition(element, 'clusterAdmin') !== null;

function fromEntries(world: World, element: Element, { verb, resource }: Access): Truth {
  const rbac = world.read(element, 'rbac');
  if (!Array.isArray(rbac.value)) return unknown(rbac.missing);
  const entry = findEntry(rbac.value, { verb, resource });
  const holds = entry !== undefined;
  return known(holds, [{ kind: 'grants', subject: element.id, verb, resource, entry: entry ?? null, holds }]);
}

const findEntry = (rbac: readonly Scalar[], access: Access): string | undefined =>
  rbac.map(String).find((written) => allows(written, access));

function allows(entry: string, { verb, resource }: Access): boolean {
  const colon = entry.indexOf(':');
  if (colon < 0) return false;
  const verbs = parts(entry.slice(0, colon));
  const resources = parts(entry.slice(colon + 1));
  return (
    verbs.some((allowed) => allowed === '*' || allowed === verb) &&
    resources.some((allowed) => coversResource(allowed, resource))
  );
}

const parts = (text: string): readonly string[] => text.split(',').map((part) => part.trim());

function coversResource(allowed: string, resource: string): boolean {
  if (allowed === '*' || allowed === resource) return true;
  const [kind = '', sub = ''] = allowed.split('/');
  const [askedKind = '', askedSub = ''] = resource.split('/');
  if (sub === '' || askedSub === '') return false;
  return (kind === '*' || kind === askedKind) && (sub === '*' || sub === askedSub);
}
