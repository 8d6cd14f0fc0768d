/**
 * The report as Markdown: headings, tables and lists that any reader shows, also as plain text. No text of the model can format, link or
 * embed anything. Drawings are described; what they show stands in the table below each.
 */

import { say, type Words } from '@strideboard/words';
import { escapeMarkdown } from '../../threats/threat-markdown.ts';
import type { Block, Column, Entry, ReportDocument, Section, Span, Table, Text } from '../report-document.ts';

/** Writes the text. LF, one newline at the end. */
export function writeMarkdown({ title, kind, made, details, sections }: ReportDocument, words: Words): string {
  const { report } = words;
  const contents = sections.map((section) => `- [${section.title}](#${slugOf(section.title)})`);
  const parts = [
    `# ${escapeMarkdown(title)}`,
    [kind, made].filter(Boolean).map(escapeMarkdown).join(' · '),
    factsOf(details),
    `**${report.contents}**`,
    contents.join('\n'),
    ...sections.flatMap((section) => sectionOf(section, words)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The address that readers of Markdown give a heading: our own section titles, in small letters with hyphens. */
const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/gu, '')
    .replaceAll(' ', '-');

function sectionOf({ title, blocks }: Section, words: Words): readonly string[] {
  const parts = [`## ${escapeMarkdown(title)}`];
  let level = '###';
  for (const block of blocks) {
    if (block.kind === 'entry') parts.push(...entryOf(block, level, words));
    else parts.push(blockOf(block, words));
    if (block.kind === 'heading') level = '####';
  }
  return parts;
}

const entryOf = ({ title, blocks }: Entry, level: string, words: Words): readonly string[] => [
  `${level} ${escapeMarkdown(title)}`,
  ...blocks.map((block) => blockOf(block, words)),
];

function blockOf(block: Exclude<Block, Entry>, words: Words): string {
  switch (block.kind) {
    case 'heading':
      return `### ${escapeMarkdown(block.text)}`;
    case 'paragraph':
      return textOf(block.text);
    case 'figures':
      return block.figures.map(({ value, label }) => `- **${value}** ${escapeMarkdown(label)}`).join('\n');
    case 'facts':
      return factsOf(block);
    case 'list':
      return block.items.map(({ text, level }) => `${'  '.repeat(level)}- ${textOf(text)}`).join('\n');
    case 'table':
      return tableOf(block);
    case 'tree':
      return ''; // the list says the same
    case 'diagram':
      return escapeMarkdown(say(words.report.diagrams.inMarkdown, { description: block.description }));
  }
}

const factsOf = ({ items }: Extract<Block, { kind: 'facts' }>): string =>
  items
    .map(({ label, values }) => {
      const [only, ...more] = values.map(textOf);
      const name = `- **${escapeMarkdown(label)}:**`;
      return more.length === 0
        ? `${name} ${only ?? ''}`
        : [name, ...values.map((text) => `  - ${textOf(text)}`)].join('\n');
    })
    .join('\n');

const RULES: Readonly<Record<Column['kind'], string>> = { text: '---', short: '---', number: '--:', sign: ':-:' };

function tableOf({ caption, columns, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `*${escapeMarkdown(caption)}*`,
    '',
    line(columns.map(({ label }) => escapeMarkdown(label))),
    line(columns.map(({ kind }) => RULES[kind])),
    ...rows.map(({ cells }) => line(cells.map(textOf))),
  ].join('\n');
}

/** Pieces are escaped one by one; the room between them stays. */
const textOf = (text: Text): string => text.map(spanOf).join('').trim();

function spanOf(span: Span): string {
  if (typeof span === 'string') return escaped(span);
  const text = escaped(span.text);
  return span.kind === 'strong' && text.trim() !== '' ? `**${text.trim()}**` : text;
}

function escaped(text: string): string {
  const [before = ''] = /^\s*/u.exec(text) ?? [];
  const [after = ''] = /\s*$/u.exec(text) ?? [];
  if (before.length === text.length) return text === '' ? '' : ' ';
  return `${before === '' ? '' : ' '}${escapeMarkdown(text)}${after === '' ? '' : ' '}`;
}
