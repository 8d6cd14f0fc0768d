/** What an import tells besides the model: what was read, what was not, what is wrong and what is worth knowing. Words are made elsewhere. */

import type { ElementId } from '@strideboard/model';

/** A place in the files; line and document count from 1. */
export interface ManifestPlace {
  readonly file: string;
  /** Documents of a file are what stands between lines of `---`, empty ones included. */
  readonly document: number;
  readonly line: number;
}

/** What names an object. `namespace` is `''` for one that names none. */
export interface ObjectName {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** An object of the files. */
export interface ReportedObject extends ObjectName, ManifestPlace {}

/** An object that was read. `element` is what stands for it in the model; `null` where it only gave facts to others. */
export interface ReadObject extends ReportedObject {
  readonly element: ElementId | null;
}

/**
 * Why an object was left out: nothing reads its `kind`; it is `owned` by another object of the files that stands for it; or it stands
 * again further on (`replaced`), and what comes last holds, as with `kubectl apply`.
 */
export type IgnoredReason = 'kind' | 'owned' | 'replaced';

/** An object that was left out. */
export interface IgnoredObject extends ReportedObject {
  readonly reason: IgnoredReason;
}

/** Permanent codes of problems; each has a sentence in the word catalogue. */
export const MANIFEST_PROBLEM_CODES = [
  'too-large',
  'too-many',
  'yaml-syntax',
  'not-rendered',
  'too-deep',
  'alias-bomb',
  'key-twice',
  'not-an-object',
  'name-missing',
  'wrong-type',
  'too-long',
  'pod-missing',
  'subject-namespace-missing',
  'nothing-read',
] as const;
/** One of {@link MANIFEST_PROBLEM_CODES}. */
export type ManifestProblemCode = (typeof MANIFEST_PROBLEM_CODES)[number];

/** Something in the files that could not be used. What is not named is read all the same. */
export interface ManifestProblem extends ManifestPlace {
  readonly code: ManifestProblemCode;
  /** The object concerned, e.g. `Deployment shop/web`; `''` where none is known. */
  readonly object: string;
  /** Path inside the object, e.g. `spec.hostPID`; `''` for the whole. */
  readonly path: string;
  /** What stands there, shortened; `''` where that says nothing. */
  readonly found: string;
  /** What belongs there; `''` where that says nothing. */
  readonly expected: string;
}

/** Something worth knowing about what the files leave open. */
export type ManifestNote =
  /** `count` objects name no namespace, while bindings name `namespaces`: their rights may not have been joined. */
  | { readonly code: 'namespace-open'; readonly count: number; readonly namespaces: readonly string[] }
  /** A binding names a role that is not in the files and not built in: its rights are not known. */
  | { readonly code: 'role-missing'; readonly role: string; readonly binding: string }
  /** A binding gives rights to a user or group that is not drawn. */
  | { readonly code: 'subject-not-drawn'; readonly subject: string; readonly binding: string };

/** The whole report. Lists are in the order of the files. */
export interface ManifestReport {
  readonly read: readonly ReadObject[];
  readonly ignored: readonly IgnoredObject[];
  readonly problems: readonly ManifestProblem[];
  readonly notes: readonly ManifestNote[];
}

/** Tells objects apart. */
export const objectKey = ({ kind, namespace, name }: ObjectName): string => JSON.stringify([kind, namespace, name]);

/** An object as people write it: `Deployment shop/web`, or `Deployment web` where no namespace is named; shortened. */
export const objectText = ({ kind, namespace, name }: ObjectName): string =>
  `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`.slice(0, TEXT_LIMIT);

/** Longest text taken into a report, characters. */
const TEXT_LIMIT = 300;

/** Longest list of a report: what comes after says nothing new. */
const PROBLEM_LIMIT = 1_000;

/** Collects problems without repeats. */
export interface ProblemList {
  readonly add: (problem: ManifestProblem) => void;
  readonly list: () => readonly ManifestProblem[];
}

/** Makes an empty {@link ProblemList}. */
export function createProblemList(): ProblemList {
  const problems = new Map<string, ManifestProblem>();
  return {
    add: (problem) => {
      const key = JSON.stringify([problem.code, problem.file, problem.document, problem.line, problem.path]);
      if (problems.size < PROBLEM_LIMIT && !problems.has(key)) {
        problems.set(key, { ...problem, found: problem.found.slice(0, TEXT_LIMIT) });
      }
    },
    list: () => [...problems.values()],
  };
}
