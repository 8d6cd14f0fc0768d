import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { benchScripts } from './bench.mjs';
import { idsIn, SCENARIOS } from './bench-scenarios.mjs';
import { markdownTable, sortRows, terminalTable, totalOf, verdictOf, withTable } from './bench-table.mjs';
import { root } from './install.mjs';

const row = (parts) => ({ id: 'C2', what: 'pan', unit: 'ms', ours: 10, ...parts });

describe('what a row reached', () => {
  it.each([
    ['moonshot', { moonshot: 10, floor: 20 }],
    ['floor', { moonshot: 9, floor: 10 }],
    ['missed', { moonshot: 5, floor: 9 }],
    ['missed', { floor: 9 }],
    ['below moonshot', { moonshot: 9 }],
    ['', {}],
    ['moonshot', { more: true, moonshot: 10, floor: 5 }],
    ['floor', { more: true, moonshot: 11, floor: 10 }],
    ['missed', { more: true, moonshot: 12, floor: 11 }],
    ['moonshot', { more: true, unit: 'fps', ours: 59.2, moonshot: 60 }],
    ['missed', { more: true, unit: 'fps', ours: 58.7, floor: 60 }],
    ['failed', { ours: null, floor: 1 }],
    ['skipped', { skipped: 'no peer' }],
    ['failed', { failed: 'the server ended' }],
  ])('is %s for %j', (verdict, parts) => {
    expect(verdictOf(row(parts))).toBe(verdict);
  });
});

describe('the table of a run', () => {
  it('keeps rows of a scenario together, in the order of the page, and others after them', () => {
    const rows = ['load', 'S1', 'C10', 'A1', 'C1', 'S1'].map((id, at) => row({ id, what: String(at) }));
    expect(sortRows(rows).map(({ id, what }) => id + what)).toEqual(['C14', 'A13', 'S11', 'S15', 'C102', 'load0']);
  });

  it('says beside each figure how it compares, what was wanted, and whether it was reached', () => {
    const table = terminalTable([
      row({ more: true, unit: 'fps', ours: 30, peers: { 'React Flow': 20, 'raw canvas': 0 }, floor: 20, moonshot: 60 }),
      { id: 'C2', what: 'fit', failed: 'it did not move' },
    ]);
    expect(table.split('\n').slice(2)).toEqual([
      'C2   pan   30 fps  React Flow 20 fps (1.50), raw canvas 0 fps  ≥ 20 fps  ≥ 60 fps  floor',
      'C2   fit   –       it did not move                                                 failed',
    ]);
  });

  it('ends with a total that says why something was not measured', () => {
    const rows = [
      ...[{ moonshot: 10 }, { floor: 10 }, { floor: 1 }, { moonshot: 1 }, {}].map(row),
      ...[{ skipped: 'no peer' }, { skipped: 'no peer' }, { failed: 'it broke' }].map(row),
    ];
    expect(totalOf(rows)).toBe(
      '1 at moonshot, 1 at floor, 1 missed, 1 below a moonshot without a floor, 3 not measured (no peer; it broke)',
    );
    expect(markdownTable(rows).endsWith(`\n\n${totalOf(rows)}.`)).toBe(true);
  });

  it('goes between the marks of a page, and only there', () => {
    const page = 'a\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nb\n';
    expect(withTable(page, 'new')).toBe('a\n<!-- bench: begin -->\n\nnew\n\n<!-- bench: end -->\nb\n');
    expect(() => withTable('a page without marks', 'new')).toThrow('withTable: the page lacks');
  });
});

describe('the page of performance', () => {
  const page = readFileSync(join(root, 'docs', 'performance.md'), 'utf8');
  const known = SCENARIOS.map(({ id }) => id);

  it('tells of every scenario, and of no other', () => {
    const told = [...page.matchAll(/^\| `([A-Z]\d+)` +\|/gmu)].map(([, id]) => id);
    expect(told).toEqual(known);
  });

  it('has marks for the table of a run', () => {
    expect(withTable(page, 'new')).toContain('\nnew\n');
  });

  it('tells of scenarios that benches measure, and benches measure nothing else under such an id', () => {
    const measured = benchScripts().flatMap((path) => idsIn(readFileSync(path, 'utf8')));
    expect([...new Set(measured)].sort()).toEqual([...known].sort());
  });
});
