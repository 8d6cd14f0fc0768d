/** Short ways to write the blocks that every section is made of. */

import type { Block, Item, Table, Text } from './report-document.ts';

type Facts = Extract<Block, { kind: 'facts' }>;

/** A paragraph. */
export const paragraph = (
  text: string | Text,
  tone: 'plain' | 'lead' | 'quiet' = 'plain',
): Extract<Block, { kind: 'paragraph' }> => ({
  kind: 'paragraph',
  text: typeof text === 'string' ? [text] : text,
  tone,
});

/** A heading below that of the section. */
export const heading = (text: string): Extract<Block, { kind: 'heading' }> => ({ kind: 'heading', text });

/** A flat list. */
export const list = (texts: readonly (string | Text)[]): Extract<Block, { kind: 'list' }> => ({
  kind: 'list',
  items: texts.map((text): Item => ({ text: typeof text === 'string' ? [text] : text, level: 0 })),
});

/** Labels with their values; those without a value are left out. Several values stand below each other. */
export const facts = (items: readonly (readonly [string, string | Text | readonly Text[]])[]): Facts => ({
  kind: 'facts',
  items: items.flatMap(([label, value]) => {
    const values = valuesOf(value).filter((text) => text.length > 0 && text.some((span) => span !== ''));
    return values.length === 0 ? [] : [{ label, values }];
  }),
});

function valuesOf(value: string | Text | readonly Text[]): readonly Text[] {
  if (typeof value === 'string') return [[value]];
  return value.every((part): part is Text => Array.isArray(part)) ? value : [value];
}

/** A table, or a sentence where it would have no rows. */
export const tableOr = (table: Omit<Table, 'kind'>, none: string): Table | Extract<Block, { kind: 'paragraph' }> =>
  table.rows.length === 0 ? paragraph(none, 'quiet') : { kind: 'table', ...table };
