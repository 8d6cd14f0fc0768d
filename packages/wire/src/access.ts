// Who may write what: the table (root, role) as data, plus the two key rules that refine it (own keys, locked keys).

import { isRootName, type RootName } from './roots.ts';

/** The four roles of a link, weakest first. */
export const ROLES = Object.freeze(['view', 'comment', 'edit', 'facilitate'] as const);

/** Role of a link and of the session made from it. */
export type Role = (typeof ROLES)[number];

/** What a role may write in a root: nothing, keys whose first segment is one's own principal, or every key. */
export type Access = 'none' | 'own' | 'all';

type RoleAccess = Readonly<Record<Role, Access>>;

const nobodyButFacilitate: RoleAccess = Object.freeze({
  view: 'none',
  comment: 'none',
  edit: 'none',
  facilitate: 'all',
});
const editors: RoleAccess = Object.freeze({ view: 'none', comment: 'none', edit: 'all', facilitate: 'all' });
const commenters: RoleAccess = Object.freeze({ view: 'none', comment: 'all', edit: 'all', facilitate: 'all' });
const ownButFacilitateAll: RoleAccess = Object.freeze({ view: 'none', comment: 'own', edit: 'own', facilitate: 'all' });
const ownOnly: RoleAccess = Object.freeze({ view: 'none', comment: 'own', edit: 'own', facilitate: 'own' });
const ownEditorsOnly: RoleAccess = Object.freeze({ view: 'none', comment: 'none', edit: 'own', facilitate: 'own' });

/** What each role may write in each root (document format, section "Roles"). A root that is not listed is closed to everybody. */
export const ACCESS: Readonly<Record<RootName, RoleAccess>> = Object.freeze({
  meta: editors,
  settings: nobodyButFacilitate,
  diagrams: editors,
  people: ownOnly,
  nodes: editors,
  edges: editors,
  text: editors,
  decisions: editors,
  decisionLog: ownEditorsOnly,
  standing: editors,
  manual: editors,
  controls: editors,
  applied: editors,
  mitigates: editors,
  records: editors,
  trees: editors,
  treeNodes: editors,
  treeEdges: editors,
  comments: ownButFacilitateAll,
  threadState: commenters,
  cards: ownButFacilitateAll,
  cardMarks: editors,
  votes: ownOnly,
  workshop: nobodyButFacilitate,
  locks: nobodyButFacilitate,
});

/** Whether a text names a role. */
export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && (ROLES as readonly string[]).includes(value); // widening for the look-up only
}

/** What a role may write in a root; `none` for a root nobody knows. */
export function accessTo(root: string, role: Role): Access {
  return isRootName(root) ? ACCESS[root][role] : 'none';
}

/** Whether a top-level key belongs to a principal: the segment before the first `|` is the principal, the whole of it. */
export function isOwnKey(key: string, principal: string): boolean {
  return key.startsWith(`${principal}|`);
}

/** Whether a role may write one top-level key of a root, locks aside. */
export function mayWriteKey(write: { role: Role; principal: string; root: string; key: string }): boolean {
  const access = accessTo(write.root, write.role);
  return access === 'all' || (access === 'own' && isOwnKey(write.key, write.principal));
}

/** Key in root `locks` that freezes one element (`nodes`) or one flow (`edges`) for every role but facilitate. */
export function lockKey(root: 'nodes' | 'edges', id: string): string {
  return `${root}|${id}`;
}

/**
 * Keys of root `locks` any of which freezes the given top-level key; empty for roots that locks do not reach. A text key belongs to the
 * element or flow named before its first `|`.
 */
export function lockKeysFor(root: string, key: string): readonly string[] {
  if (root === 'nodes' || root === 'edges') return [lockKey(root, key)];
  if (root !== 'text') return [];
  const id = key.split('|', 1)[0] ?? key;
  return [lockKey('nodes', id), lockKey('edges', id)];
}
