/** The STRIDE letter of a threat category, by the exact names that templates of the tool use. */

import type { StrideLetter } from '@strideboard/packs';

/** Seen in the core template, the Azure template and those derived from them. */
const LETTERS: ReadonlyMap<string, StrideLetter> = new Map([
  ['spoofing', 'S'],
  ['tampering', 'T'],
  ['repudiation', 'R'],
  ['information disclosure', 'I'],
  ['denial of service', 'D'],
  ['elevation of privilege', 'E'],
  ['elevation of privileges', 'E'],
]);

/** The letter; `null` for a category of another method, such as "Abuse". Upper and lower case are the same. */
export const letterOf = (category: string): StrideLetter | null => LETTERS.get(category.trim().toLowerCase()) ?? null;
