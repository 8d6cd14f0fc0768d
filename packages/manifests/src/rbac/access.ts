/**
 * Effective rights of ServiceAccounts: bindings joined to roles by name, across kinds and namespaces.
 *
 * An entry says verb and resource and has no place for a namespace, so a right that a RoleBinding gives in one namespace is listed as
 * it is written, like one in the whole cluster: rather a finding too many than one too few. The evidence names binding and role.
 */

import type { ManifestObject } from '../objects/collect-objects.ts';
import { type ManifestNote, objectText } from '../report.ts';
import { evidenceText } from '../statement.ts';
import { type Account, type Binding, type BoundSubject, readBinding } from './bindings.ts';
import { CLUSTER_ADMIN } from './default-roles.ts';
import { addGrants, addVerbs, grantEntries, type Grants } from './role-rule.ts';
import { createRoles, type FindRules } from './roles.ts';

/** What an account may do. */
export interface Rights {
  /** Whether any binding names it: by name, as a user or through a group. */
  readonly isBound: boolean;
  /** Entries `verbs:resource`, sorted. */
  readonly entries: readonly string[];
  /** The binding that makes it cluster administrator; `null` for none. */
  readonly administrator: Binding | null;
  /** Where the rights are written, in the notation of {@link evidenceText}; `''` for none. */
  readonly evidence: string;
  /**
   * Whether there may be more: a bound role is not known, or the account names no namespace while a binding names an account like it in one.
   */
  readonly isOpen: boolean;
}

/** Answers about rights. */
export interface Access {
  readonly rightsOf: (account: Account) => Rights;
  /** Accounts that bindings name, in the order of the files. */
  readonly boundAccounts: readonly { readonly account: Account; readonly binding: Binding }[];
  /** A binding that gives rights to callers who never signed in; `null` for none. */
  readonly unauthenticated: Binding | null;
  /** Namespaces that bindings name for accounts, sorted. */
  readonly namedNamespaces: readonly string[];
  readonly notes: readonly ManifestNote[];
}

/** Joins the bindings and roles among the objects. */
export function createAccess(objects: readonly ManifestObject[]): Access {
  const findRules = createRoles(objects);
  const bindings = objects.map(readBinding).filter((binding) => binding !== null);
  const subjects = bindings.flatMap((binding) => binding.subjects.map((subject) => ({ subject, binding })));
  const namespaces = new Set(subjects.map(({ subject }) => namespaceOf(subject)).filter((name) => name !== ''));
  return {
    rightsOf: createRights(subjects, findRules),
    boundAccounts: subjects.flatMap(({ subject, binding }) =>
      subject.kind === 'account' ? [{ account: subject.account, binding }] : [],
    ),
    unauthenticated: subjects.find(({ subject }) => subject.kind === 'nobody')?.binding ?? null,
    namedNamespaces: [...namespaces].sort(),
    notes: [
      ...bindings
        .filter(({ role }) => findRules(role) === null)
        .map(({ role, object }): ManifestNote => {
          return { code: 'role-missing', role: objectText(role), binding: objectText(object) };
        }),
      ...subjects.flatMap(({ subject, binding }): readonly ManifestNote[] =>
        subject.kind === 'other'
          ? [{ code: 'subject-not-drawn', subject: subject.text, binding: objectText(binding.object) }]
          : [],
      ),
    ],
  };
}

const namespaceOf = (subject: BoundSubject): string =>
  subject.kind === 'account' ? subject.account.namespace : subject.kind === 'any' ? (subject.namespace ?? '') : '';

interface Bound {
  readonly subject: BoundSubject;
  readonly binding: Binding;
}

/**
 * Makes the look-up. Bindings are filed by whom they name, and what everyone, a namespace or an account gets is worked out once each, so that
 * many bindings of many accounts stay linear.
 */
function createRights(subjects: readonly Bound[], findRules: FindRules): Access['rightsOf'] {
  const filed = new Map<string, Set<Binding>>();
  for (const { subject, binding } of subjects) {
    const key = fileOf(subject);
    if (key === null) continue;
    const list = filed.get(key);
    if (list === undefined) filed.set(key, new Set([binding]));
    else list.add(binding);
  }
  const named = subjects.map(({ subject }) => subject).filter((subject) => namespaceOf(subject) !== '');
  const namedAccounts = new Set(named.map((subject) => (subject.kind === 'account' ? subject.account.name : null)));
  const hasNamedGroup = named.some(({ kind }) => kind === 'any');
  const shares = new Map<string, Share>();
  const shareOf = (key: string): Share => {
    const known = shares.get(key);
    if (known !== undefined) return known;
    const share = joinBindings([...(filed.get(key) ?? [])], findRules);
    shares.set(key, share);
    return share;
  };

  return (account) => {
    const parts = [fileOfAccount(account), `any/${account.namespace}`, 'any'].map(shareOf);
    const grants: Grants = new Map();
    for (const part of parts) for (const [resource, verbs] of part.grants) addVerbs(grants, resource, verbs);
    return {
      isBound: parts.some((part) => part.isBound),
      entries: grantEntries(grants),
      administrator: parts.find((part) => part.administrator !== null)?.administrator ?? null,
      evidence: parts
        .flatMap((part) => part.evidence)
        .slice(0, SHOWN_BINDINGS)
        .join('; '),
      isOpen:
        parts.some((part) => part.isOpen) ||
        (account.namespace === '' && (hasNamedGroup || namedAccounts.has(account.name))),
    };
  };
}

const fileOfAccount = ({ namespace, name }: Account): string => `account/${namespace}/${name}`;

/** Under which key a subject is filed; `null` for one that is no ServiceAccount. */
function fileOf(subject: BoundSubject): string | null {
  if (subject.kind === 'account') return fileOfAccount(subject.account);
  if (subject.kind === 'any') return subject.namespace === null ? 'any' : `any/${subject.namespace}`;
  return null;
}

/** Most bindings that the evidence of one account names. */
const SHOWN_BINDINGS = 10;

/** What a number of bindings give together. */
interface Share extends Pick<Rights, 'isBound' | 'administrator' | 'isOpen'> {
  readonly grants: Grants;
  readonly evidence: readonly string[];
}

function joinBindings(bindings: readonly Binding[], findRules: FindRules): Share {
  const grants: Grants = new Map();
  const given = new Set(bindings.map(({ role }) => findRules(role))); // a role given twice grants no more
  for (const rules of given) for (const rule of rules ?? []) addGrants(grants, rule);
  return {
    isBound: bindings.length > 0,
    administrator: bindings.find(({ isClusterWide, role }) => isClusterWide && role.name === CLUSTER_ADMIN) ?? null,
    isOpen: given.has(null),
    grants,
    evidence: bindings
      .slice(0, SHOWN_BINDINGS)
      .map(({ roleField, role }) => `${evidenceText(roleField)} → ${objectText(role)}`),
  };
}
