/** From the report to pages: where everything goes, decided without any library, so that it is the same everywhere. */

import { say, type Words } from '@strideboard/words';
import type { Block, Entry, ReportDocument, Section, Text } from '../report-document.ts';
import { SIGNS } from '../sections/severity-span.ts';
import { paper } from './drawing-parts.ts';
import { layDrawing, layTree } from './lay-out-drawing.ts';
import { layOutTable } from './lay-out-table.ts';
import { type Desk, layText, LEADING, TEXT } from './lay-out-text.ts';
import type { Letters } from './letters.ts';
import { area, type LaidOut } from './page-parts.ts';
import { createPager, MARGIN, withMargins } from './pager.ts';
import { wrapSpans } from './wrap-spans.ts';

/** Lays the whole report out. */
export function layOutReport(document: ReportDocument, words: Words, letters: Letters): LaidOut {
  const pager = createPager();
  cover(document, words, { pager, letters, factor: 1 });
  document.sections.forEach((section, at) => {
    const factor = section.id === ONE_PAGE ? fittingFactor(section, letters) : 1;
    laySection(section, at, { pager, letters, factor });
  });
  const [title = ''] = wrapSpans([document.title], { ...TEXT, size: 7.5, width: 380, place: document.kind }, letters)
    .slice(0, 1)
    .map((line) => line.map(({ text }) => text).join(' '));
  return withMargins(pager.finish(), {
    title,
    numberOf: (page, pages) => say(words.report.page, { page, pages }),
    letters,
  });
}

/** The section that has to fit one page, and how small its letters may get for that. */
const ONE_PAGE = 'summary';
const FACTORS = [1, 0.94, 0.88, 0.82, 0.76, 0.7];

function fittingFactor(section: Section, letters: Letters): number {
  const fits = (factor: number): boolean => {
    const pager = createPager();
    laySection(section, 0, { pager, letters, factor });
    return pager.finish().pages.length === 2; // it begins a page of its own
  };
  return FACTORS.find(fits) ?? 1;
}

/** Sections that need no page of their own. */
const SHORT = new Set(['standing', 'trees', 'questions', 'vanished']);
/** Width of labels beside facts, pt. */
const LABELS = 96;
const ENTRY_INDENT = 10;

function cover({ title, kind, made, details, sections }: ReportDocument, words: Words, desk: Desk): void {
  const { pager } = desk;
  pager.down(40);
  layText([kind], { size: 10, weight: 600, colour: paper.ink3, place: kind }, desk);
  pager.down(4);
  layText([title], { size: 24, weight: 600, colour: paper.ink, place: kind }, desk);
  if (made !== '') layText([made], { size: 10, colour: paper.ink3, place: kind }, desk);
  pager.down(14);
  layFacts(details, kind, desk);
  pager.down(26);
  layText([words.report.contents], { size: 10, weight: 600, colour: paper.ink3, place: kind }, desk);
  pager.down(4);
  for (const section of sections) {
    pager.need(18);
    const baseline = pager.y() + 11;
    const colour = paper.ink;
    pager.put({ kind: 'text', text: section.title, x: MARGIN.left, y: baseline, size: 10, weight: 400, colour });
    const right = MARGIN.left + pager.width();
    pager.put({ kind: 'page-of', to: section.id, x: right, y: baseline, size: 10, colour: paper.ink3 });
    pager.put({ kind: 'link', x: MARGIN.left, y: pager.y(), width: pager.width(), height: 17, to: section.id });
    pager.put(area(MARGIN.left, pager.y() + 16.5, pager.width(), 0.5, paper.hairline));
    pager.down(18);
  }
}

function laySection({ id, title, blocks }: Section, at: number, desk: Desk): void {
  const { pager } = desk;
  if (at === 0 || !SHORT.has(id)) pager.newPage();
  else {
    pager.need(110);
    if (!pager.isFresh()) pager.down(24);
  }
  pager.mark(id);
  pager.bookmark(title, 0);
  layText([title], { size: 16, weight: 600, colour: paper.ink, place: title }, desk);
  pager.down(6);
  let level = 1;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      pager.need(70 * desk.factor);
      if (!pager.isFresh()) pager.down(8 * desk.factor);
      pager.bookmark(desk.letters.shown(block.text, title), 1);
      layText([block.text], { size: 11.5, weight: 600, colour: paper.ink, place: title }, desk);
      pager.down(3);
      level = 2;
    } else if (block.kind === 'entry') layEntry(block, level, title, desk);
    else layBlock(block, title, desk);
  }
}

function layEntry({ id, title, severity, blocks }: Entry, level: number, place: string, desk: Desk): void {
  const { pager, letters } = desk;
  pager.need(96);
  if (!pager.isFresh()) pager.down(9);
  pager.mark(id);
  pager.bookmark(letters.shown(title, place), level);
  const tone = severity === null ? paper.outline : paper.severities[severity].ink;
  pager.put(area(MARGIN.left, pager.y() + 1, 2.5, 13, tone));
  const sign: Text = severity === null ? [] : [{ kind: 'severity', severity, text: `${SIGNS[severity]} ` }];
  layText([...sign, title], { size: 10, weight: 600, colour: paper.ink, place }, desk, ENTRY_INDENT);
  for (const block of blocks) layBlock(block, place, desk, ENTRY_INDENT);
  pager.down(3);
}

function layBlock(block: Exclude<Block, Entry>, place: string, desk: Desk, indent = 0): void {
  const { pager, letters, factor } = desk;
  switch (block.kind) {
    case 'heading':
      layText([block.text], { size: 10, weight: 600, colour: paper.ink, place }, desk, indent);
      return;
    case 'paragraph': {
      const colour = block.tone === 'quiet' ? paper.ink3 : paper.ink;
      layText(block.text, { size: block.tone === 'lead' ? 10.5 : 9, colour, place }, desk, indent);
      pager.down(4 * factor);
      return;
    }
    case 'figures':
      layFigures(block, place, desk);
      return;
    case 'facts':
      layFacts(block, place, desk, indent);
      return;
    case 'list':
      for (const { text, level } of block.items) {
        const inside = indent + 12 + level * 14;
        pager.need(TEXT.size * LEADING * factor);
        pager.put({ kind: 'text', text: '•', x: MARGIN.left + inside - 9, y: pager.y() + 9.5 * factor, ...TEXT });
        layText(text, { size: 9, colour: paper.ink, place }, desk, inside);
        pager.down(1.5 * factor);
      }
      pager.down(4 * factor);
      return;
    case 'table':
      layOutTable(block, place, { pager, letters, factor });
      return;
    case 'diagram':
      layDrawing(block, desk);
      return;
    case 'tree':
      layTree(block, desk);
  }
}

function layFacts({ items }: Extract<Block, { kind: 'facts' }>, place: string, desk: Desk, indent = 0): void {
  const { pager, letters } = desk;
  for (const { label, values } of items) {
    pager.need(TEXT.size * LEADING);
    const named = wrapSpans([label], { ...TEXT, colour: paper.ink3, width: LABELS - 8, place }, letters);
    const [first = []] = named;
    pager.putLine(first, MARGIN.left + indent, pager.y() + 9.5, TEXT.size);
    for (const value of values) layText(value, { size: TEXT.size, colour: paper.ink, place }, desk, indent + LABELS);
    pager.down(1.5);
  }
}

const FIGURE = { height: 42, gap: 6 } as const;

function layFigures({ figures }: Extract<Block, { kind: 'figures' }>, place: string, { pager, letters }: Desk): void {
  pager.need(FIGURE.height + 12);
  pager.down(4);
  const width = (pager.width() - FIGURE.gap * (figures.length - 1)) / Math.max(1, figures.length);
  figures.forEach(({ value, label, tone }, at) => {
    const x = MARGIN.left + at * (width + FIGURE.gap);
    pager.put(area(x, pager.y(), width, FIGURE.height, paper.ground));
    const colour = tone === 'plain' || value === 0 ? paper.ink : paper.severities[tone].ink;
    pager.put({ kind: 'text', text: String(value), x: x + 7, y: pager.y() + 18, size: 15, weight: 600, colour });
    const lines = wrapSpans([label], { ...TEXT, size: 7, colour: paper.ink2, width: width - 10, place }, letters);
    lines.slice(0, 2).forEach((line, row) => pager.putLine(line, x + 7, pager.y() + 28 + row * 8.5, 7));
  });
  pager.down(FIGURE.height + 8);
}
