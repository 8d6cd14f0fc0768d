/**
 * The texts of a pack in another language, keyed by what they belong to. Everything is optional: what is missing stays as the pack has it.
 * Ids, letters, conditions and sources have no language, so nothing that is found or decided depends on a translation.
 */

import * as v from 'valibot';
import { text } from './schema-parts.ts';

const some = v.exactOptional(text);
const textById = v.exactOptional(v.pipe(v.record(v.string(), text), v.readonly()));
const short = v.exactOptional(v.pipe(text, v.maxLength(14, 'A short name has at most 14 characters.')));

/** A section: the texts of each thing by its id. */
const section = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.exactOptional(v.pipe(v.record(v.string(), v.pipe(v.strictObject(entries), v.readonly())), v.readonly()));

/** Everything of a pack that has words, and what each thing is keyed by where that is not its id. */
const sections = {
  families: section({ label: some }),
  stencils: section({ label: some, short, notes: some }),
  boundaries: section({ label: some, short, notes: some }),
  groups: section({ meaning: some }),
  mechanisms: section({ label: some, notes: some }),
  independenceGroups: section({ meaning: some }),
  layers: section({ meaning: some }),
  /** By name; `<name>@<first selector of appliesTo>` is about that definition alone and comes before the bare name. */
  properties: section({ label: some, question: some, values: textById }),
  ruleFamilies: section({ title: some, groups: textById }),
  rules: section({ title: some, why: some }),
  controls: section({ label: some, test: some, signal: some, originNote: some }),
  exclusions: section({ title: some, reason: some }),
  references: section({ note: some }),
  /** By letter. */
  letters: section({ name: some, property: some }),
  severities: section({ meaning: some }),
  attackerActions: section({ meaning: some }),
  threatClasses: section({ meaning: some }),
  tactics: section({ meaning: some }),
  steps: section({ title: some, why: some }),
  /** Trees, sub-trees and every step in them. */
  trees: section({ text: some, assumptions: v.exactOptional(v.pipe(v.array(text), v.readonly())) }),
  templates: section({ title: some, summary: some }),
  /** Named threats, by the id of their source. */
  coverage: section({ title: some, note: some, threats: textById, notes: textById }),
};

/** The texts of a pack in one language. */
export const translationSchema = v.pipe(v.strictObject(sections), v.readonly());

/** Name of a language as in BCP 47: `de`, `pt-BR`. */
export const languageSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/u, 'A language is written like "de" or "pt-BR".'),
);

/** Translations by language. */
export const translationsSchema = v.pipe(v.record(languageSchema, translationSchema), v.readonly());

/** See {@link translationSchema}. */
export type PackTranslation = v.InferOutput<typeof translationSchema>;
/** Translations of one pack by language. */
export type PackTranslations = Readonly<Record<string, PackTranslation>>;
/** A part of a translation: what one kind of thing is called. */
export type TranslationSection = keyof PackTranslation;
