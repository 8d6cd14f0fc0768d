/** What was found out about one property, with the words that prove it. */

import type { Evidence, Properties, PropertyValue } from '@strideboard/model';
import { objectText } from './report.ts';
import { type Field, isAbsent, pathOf, placeOf, reportAt } from './yaml/field.ts';

/** A property with its value and where that stands. */
export interface Statement {
  readonly property: string;
  readonly value: PropertyValue;
  readonly evidence: string;
}

/** Longest list and longest text that a board keeps. */
const LIST_LIMIT = 500;
const STRING_LIMIT = 4_000;

/**
 * States a property; `null` where the value is not known, or more than a board can keep, which is reported. `evidence` is for what follows
 * from more than one place.
 */
export function state(
  property: string,
  value: PropertyValue | undefined,
  proof: Field,
  evidence = evidenceText(proof),
): Statement | null {
  if (value === undefined) return null;
  const texts = typeof value === 'object' ? value : [value];
  if (texts.length > LIST_LIMIT || texts.some((text) => typeof text === 'string' && text.length > STRING_LIMIT)) {
    reportAt(proof, 'too-long', { expected: String(LIST_LIMIT) });
    return null;
  }
  return { property, value, evidence: evidence.slice(0, STRING_LIMIT) };
}

/**
 * Where a value stands, in the notation of Kubernetes and in no language: `web.yaml:12 #2 Deployment shop/web spec.template.spec.hostPID`,
 * file, line, document in the file, object, path. `(unset)` where nothing is written there and the default of Kubernetes holds.
 */
export function evidenceText(proof: Field): string {
  const { file, line, document } = placeOf(proof);
  const { owner } = proof.origin;
  const parts = [`${file}:${line}`, `#${document}`, owner === null ? '' : objectText(owner), pathOf(proof)];
  return [...parts, isAbsent(proof) ? '(unset)' : '']
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, STRING_LIMIT);
}

/** Properties and evidence of an element, by name in order. `at` is when the files were read, ms since 1970 UTC. */
export function settle(
  statements: readonly (Statement | null)[],
  at: number,
): { readonly properties: Properties; readonly evidence: Readonly<Record<string, Evidence>> } {
  const known = statements
    .filter((statement) => statement !== null)
    .sort((a, b) => (a.property < b.property ? -1 : a.property > b.property ? 1 : 0));
  return {
    properties: Object.fromEntries(known.map(({ property, value }) => [property, value])),
    evidence: Object.fromEntries(
      known.map(({ property, evidence }) => [property, { source: 'observed', evidence, by: '', at } as const]),
    ),
  };
}
