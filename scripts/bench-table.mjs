/**
 * The table of a run. A row is `{ id, what, unit, ours, peers?, floor?, moonshot?, more? }`: `more` says that more is better, as with frames a
 * second. What could not be measured is `{ id, what, skipped: why }`, what went wrong `{ id, what, failed: why }`.
 */
import { placeOf } from './bench-scenarios.mjs';

const HEAD = ['row', 'what', 'ours', 'beside it (ours / peer)', 'floor', 'moonshot', ''];
/** A browser's clock never gives exactly sixty frames a second. */
const FRAME_RATE_TOLERANCE = 0.98;

/** `moonshot`, `floor`, `missed`, `below moonshot` where there is no floor, `skipped`, `failed`, or nothing where there is no target. */
export function verdictOf(row) {
  if (row.failed !== undefined) return 'failed';
  if (row.skipped !== undefined) return 'skipped';
  const reaches = (target) =>
    target !== undefined &&
    (row.more === true ? row.ours >= target * (row.unit === 'fps' ? FRAME_RATE_TOLERANCE : 1) : row.ours <= target);
  if (row.floor === undefined && row.moonshot === undefined) return '';
  if (!Number.isFinite(row.ours)) return 'failed';
  if (reaches(row.moonshot)) return 'moonshot';
  if (row.floor === undefined) return 'below moonshot';
  return reaches(row.floor) ? 'floor' : 'missed';
}

/** Rows of one scenario together, scenarios in their order; within one, as they were measured. */
export function sortRows(rows) {
  return rows
    .map((row, at) => ({ row, at }))
    .sort(
      (one, other) =>
        placeOf(one.row.id) - placeOf(other.row.id) ||
        one.row.id.localeCompare(other.row.id, 'en') ||
        one.at - other.at,
    )
    .map(({ row }) => row);
}

/** One sentence: how many rows reached what, and why some were not measured. */
export function totalOf(rows) {
  const count = (verdict) => rows.filter((row) => verdictOf(row) === verdict).length;
  const why = [...new Set(rows.flatMap(({ skipped, failed }) => skipped ?? failed ?? []))];
  const open = count('below moonshot');
  return [
    `${count('moonshot')} at moonshot`,
    `${count('floor')} at floor`,
    `${count('missed')} missed`,
    ...(open === 0 ? [] : [`${open} below a moonshot without a floor`]),
    `${count('skipped') + count('failed')} not measured${why.length === 0 ? '' : ` (${why.join('; ')})`}`,
  ].join(', ');
}

/** The table for a terminal, in columns. */
export function terminalTable(rows) {
  const lines = sortRows(rows).map(cellsOf);
  const widths = HEAD.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at].length)));
  const ruler = widths.map((width) => '-'.repeat(width));
  return [HEAD, ruler, ...lines]
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The same in Markdown, with the total below. */
export function markdownTable(rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const ruler = line(HEAD.map(() => '---'));
  return [line(HEAD), ruler, ...sortRows(rows).map((row) => line(cellsOf(row))), '', `${totalOf(rows)}.`].join('\n');
}

const [BEGIN, END] = ['<!-- bench: begin -->', '<!-- bench: end -->'];

/** A page with another table between its two marks. Throws when it has none. */
export function withTable(page, table) {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`withTable: the page lacks ${BEGIN} and ${END}`);
  return `${page.slice(0, from + BEGIN.length)}\n\n${table}\n\n${page.slice(to)}`;
}

function cellsOf(row) {
  const beside = Object.entries(row.peers ?? {}).map(([name, value]) => {
    const ratio = typeof value === 'number' && value !== 0 ? ` (${show(row.ours / value, '')})` : '';
    return `${name} ${show(value, row.unit)}${ratio}`;
  });
  return [
    row.id,
    row.what,
    show(row.ours, row.unit),
    row.skipped ?? row.failed ?? beside.join(', '),
    limit(row, row.floor),
    limit(row, row.moonshot),
    verdictOf(row),
  ];
}

function limit(row, target) {
  return target === undefined ? '' : `${row.more === true ? '≥' : '≤'} ${show(target, row.unit)}`;
}

function show(value, unit) {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '–';
  const digits = Number.isInteger(value) || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit ?? ''}`.trimEnd();
}
