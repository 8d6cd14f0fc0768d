import { elementId } from '@strideboard/model';
import { byResidualRisk, type RegisterRow } from '@strideboard/stride';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRow } from '../testing/build-row.ts';
import { filterRows, limitRows, toggled } from './filter-rows.ts';
import { groupRows } from './group-rows.ts';
import { PRESET_VIEWS, PRESETS } from './preset-views.ts';
import { keepViews, loadViews, type SavedView, withView } from './saved-views.ts';
import { sortRows } from './sort-rows.ts';
import { keepDrafts, loadDrafts } from './view-draft.ts';
import { COLUMNS, GROUPINGS, NO_FILTER, type RegisterFilter, SORTS } from './view-settings.ts';

const ROWS: readonly RegisterRow[] = [
  buildRow({ id: 'manual', origin: 'hand', severity: null, letters: [] }),
  buildRow({
    id: 'worst',
    likelihood: 5,
    impact: 5,
    state: 'accepted',
    party: 'provider',
    owner: 'Zoe',
    due: '2026-03-01',
  }),
  buildRow({ id: 'middle', likelihood: 3, impact: 4, isSaid: true, letters: ['T', 'E'], owner: 'ann', on: ['store'] }),
  buildRow({
    id: 'low',
    likelihood: 1,
    impact: 2,
    severity: 'low',
    confirmAgain: true,
    state: 'mitigated',
    due: '2026-01-01',
  }),
  buildRow({ id: 'never', likelihood: 5, impact: 4, state: 'notApplicable' }),
  buildRow({ id: 'outside', likelihood: 4, impact: 4, outOfScope: true }),
].sort(byResidualRisk);
const rules = (rows: readonly RegisterRow[]): readonly string[] => rows.map(({ id }) => id.split('~')[0] ?? '');
const pass = (filter: Partial<RegisterFilter>, words: readonly string[] = [], on: readonly string[] | null = null) =>
  rules(
    filterRows(ROWS, {
      filter: { ...NO_FILTER, ...filter },
      hay: ({ title, owner }) => `${title} ${owner}`.toLowerCase(),
      words,
      subjects: on === null ? null : new Set(on.map((id) => elementId(id))),
    }),
  );

describe('filtering the register', () => {
  it('leaves out what is set aside until it is asked for', () => {
    expect(pass({})).toEqual(['manual', 'worst', 'middle', 'low']);
    expect(pass({ aside: true })).toHaveLength(6);
    expect(pass({ states: ['notApplicable'] })).toEqual(['never']);
  });

  it.each([
    [{ severities: ['low'] }, ['low']],
    [{ letters: ['E', 'D'] }, ['middle']],
    [{ origins: ['hand'] }, ['manual']],
    [{ parties: ['provider'] }, ['worst']],
    [{ again: true }, ['low']],
    [{ unscored: true }, ['manual']],
    [{ suggested: true }, ['worst', 'low']],
    [{ cell: { side: 'residual', likelihood: 3, impact: 4 } }, ['middle']],
  ] as const)('by %j', (filter, expected) => {
    expect(pass(filter)).toEqual(expected);
  });

  it('asks every word, and the subjects that are given', () => {
    expect(pass({}, ['mid', 'ann'])).toEqual(['middle']);
    expect(pass({}, ['mid', 'zoe'])).toEqual([]);
    expect(pass({}, [], ['store'])).toEqual(['middle']);
  });

  it('cuts among what is scored and tells how many are not', () => {
    const limited = limitRows(ROWS, 2);
    expect(rules(limited.rows)).toEqual(['worst', 'middle']);
    expect(limited.unscored).toBe(1);
  });

  it('takes a value in and out of a list', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});

describe('ordering the register', () => {
  const sorted = (by: (typeof SORTS)[number], reversed = false): readonly string[] =>
    rules(sortRows(ROWS.slice(0, 4), { by, reversed }, ({ subjects }) => subjects.join()));

  it('keeps what is empty last whichever way it goes', () => {
    expect(sorted('owner')).toEqual(['middle', 'worst', 'manual', 'low']);
    expect(sorted('owner', true)).toEqual(['worst', 'middle', 'manual', 'low']);
    expect(sorted('due')).toEqual(['low', 'worst', 'manual', 'middle']);
  });

  it('has what is not scored with the highest, never with the lowest', () => {
    for (const by of ['risk', 'inherent', 'likelihood', 'impact'] as const) {
      expect(sorted(by)[0]).toBe('manual');
      expect(sorted(by, true).at(-1)).toBe('manual');
    }
  });

  it('loses no row and changes nothing it was given, by any key', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SORTS), fc.boolean(), (by, reversed) => {
        const given = [...ROWS];
        const after = sortRows(given, { by, reversed }, () => '');
        expect(given).toEqual(ROWS);
        expect(new Set(after)).toEqual(new Set(ROWS));
      }),
    );
  });
});

describe('grouping the register', () => {
  it('has each row under each of its values, groups where their first row stood', () => {
    const lines = groupRows(ROWS.slice(0, 3), 'letter', new Set());
    expect(
      lines.map((line) => (line.kind === 'group' ? `${line.value} ${line.rows.length}` : rules([line.row])[0])),
    ).toEqual([' 1', 'manual', 'S 1', 'worst', 'T 1', 'middle', 'E 1', 'middle']);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  });

  it('shows a closed group with its count and without its rows', () => {
    const lines = groupRows(ROWS, 'state', new Set(['state open']));
    expect(lines[0]).toMatchObject({ kind: 'group', value: 'open', isOpen: false });
    expect(lines[1]?.kind).toBe('group');
  });

  it('has every row by any grouping', () => {
    for (const by of GROUPINGS) {
      const shown = groupRows(ROWS, by, new Set()).flatMap((line) => (line.kind === 'row' ? [line.row] : []));
      expect(new Set(shown)).toEqual(new Set(ROWS));
    }
  });
});

describe('views', () => {
  const storage = (text: string | null = null) => {
    const kept = { text };
    return { kept, getItem: () => kept.text, setItem: (_: string, value: string) => void (kept.text = value) };
  };

  it('come back as they were saved', () => {
    const place = storage();
    const views = PRESETS.map((name): SavedView => ({ name, settings: PRESET_VIEWS[name] }));
    expect(keepViews(place, views)).toBe(true);
    expect(loadViews(place)).toEqual(
      views.map(({ name, settings }) => ({
        name,
        settings: { ...settings, columns: COLUMNS.filter((column) => settings.columns.includes(column)) },
      })),
    );
  });

  it('take the place of one of the same name', () => {
    const [one, other] = [PRESET_VIEWS.top, PRESET_VIEWS.all];
    expect(withView([{ name: 'a', settings: one }], { name: 'a', settings: other })).toEqual([
      { name: 'a', settings: other },
    ]);
  });

  it.each([
    null,
    'no json',
    '[]',
    '{"version":2,"views":[]}',
    '{"version":1,"views":[null,{"name":7},{"name":" ","settings":{}},{"name":"x"}]}',
  ])('are none where storage holds %s', (text) => {
    expect(loadViews(storage(text))).toEqual([]);
  });

  it('are read with care', () => {
    const given = {
      name: 'x',
      settings: {
        columns: ['no', 'risk'],
        sort: { by: '__proto__' },
        filter: { cell: { side: 'residual', likelihood: 9, impact: 1 }, states: ['open', 7] },
        limit: -1,
      },
    };
    expect(loadViews(storage(JSON.stringify({ version: 1, views: [given] })))).toEqual([
      {
        name: 'x',
        settings: {
          columns: ['risk'],
          sort: { by: 'risk', reversed: false },
          group: 'none',
          limit: null,
          filter: { ...NO_FILTER, states: ['open'] },
        },
      },
    ]);
  });

  it('are not kept where storage refuses, and that is told', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(keepViews(full, [])).toBe(false);
    expect(keepViews(null, [])).toBe(false);
  });
});

describe('what was changed of a view', () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      kept,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
  };
  const changed = new Map([['saved Mine', { ...PRESET_VIEWS.all, group: 'rule' as const }]]);

  it('is there again when the register is opened again, and only on its own board', () => {
    const tab = storage();
    keepDrafts(tab, 'board-1', { id: 'saved Mine', changed });
    expect(loadDrafts(tab, 'board-1')).toEqual({ id: 'saved Mine', changed });
    expect(loadDrafts(tab, 'board-2')).toBeNull();
  });

  it('is read with care', () => {
    const tab = storage();
    for (const text of [
      '',
      'null',
      '{"version":1,"board":"b","id":3,"changed":{}}',
      '{"version":1,"board":"b","id":"x","changed":[]}',
    ]) {
      tab.kept.set('strideboard.register-drafts', text);
      expect(loadDrafts(tab, 'b')).toBeNull();
    }
    tab.kept.set(
      'strideboard.register-drafts',
      '{"version":1,"board":"b","id":"x","changed":{"preset top":{"group":"<b>","filter":7},"y":4}}',
    );
    expect(loadDrafts(tab, 'b')?.changed.get('preset top')).toMatchObject({ group: 'none', filter: NO_FILTER });
    expect(loadDrafts(null, 'b')).toBeNull();
  });
});
