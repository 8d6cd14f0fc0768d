import { describe, expect, it } from 'vitest';
import { DEFAULT_AGENDA, PHASE_IDS } from '../room/workshop/phases.ts';
import { AGENDA_LIMIT, agendaOf, changeRow, draftOf, moveRow, readMinutes, repeatRow } from './agenda-draft.ts';

const phases = (rows: ReturnType<typeof draftOf>) => rows.map(({ phase }) => phase);

describe('an agenda while it is changed', () => {
  it('comes out as it went in', () => {
    expect(agendaOf(draftOf(DEFAULT_AGENDA))).toEqual({ items: DEFAULT_AGENDA });
  });

  it('offers what is left out where it would stand, switched off', () => {
    const rows = draftOf([
      { phase: 'silent', minutes: 7 },
      { phase: 'review', minutes: 0 },
    ]);
    expect(phases(rows)).toEqual(PHASE_IDS);
    expect(rows.filter(({ isOn }) => isOn).map(({ phase }) => phase)).toEqual(['silent', 'review']);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  it('moves a line by one place and stops at either end', () => {
    const rows = draftOf(DEFAULT_AGENDA);
    expect(phases(moveRow(rows, 0, 1)).slice(0, 2)).toEqual(['scope', 'prepare']);
    expect(moveRow(rows, 0, -1)).toBe(rows);
    expect(moveRow(rows, 7, 1)).toBe(rows);
    expect(moveRow(rows, 99, 1)).toBe(rows);
  });

  it('takes a phase once more, right after it', () => {
    const rows = repeatRow(draftOf(DEFAULT_AGENDA), 3);
    expect(phases(rows).slice(3, 5)).toEqual(['silent', 'silent']);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(9);
  });

  it('is refused with a reason', () => {
    const rows = draftOf(DEFAULT_AGENDA);
    expect(agendaOf(rows.map((row) => ({ ...row, isOn: false })))).toEqual({ problem: 'nobody' });
    expect(agendaOf(changeRow(rows, 2, { minutes: 'ten' }))).toEqual({ problem: 'unreadable' });
    // Nobody asks how long something takes that does not take place.
    expect(agendaOf(changeRow(rows, 2, { minutes: 'ten', isOn: false }))).toHaveProperty('items');
    let many = rows;
    while (many.length <= AGENDA_LIMIT) many = repeatRow(many, 0);
    expect(agendaOf(many)).toEqual({ problem: 'tooMany' });
  });

  it('reads whole minutes only', () => {
    expect(['0', ' 12 ', '600', '601', '-1', '1.5', '', '1e2'].map(readMinutes)).toEqual([
      0,
      12,
      600,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
