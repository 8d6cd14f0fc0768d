import { buildModel } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decided, judgedInput } from '../testing/judged-input.ts';
import { csvCell } from '../table/csv-cell.ts';
import { writeThreatCsv } from './threat-csv.ts';

const model = buildModel({
  diagrams: [{ id: 'd1', title: 'Overview' }],
  elements: [
    { id: 'cluster', kind: 'boundary', type: 'tb.cluster', label: 'production' },
    { id: 'api', type: 'cp.apiserver', label: '=API, "main"', parent: 'cluster', properties: { anonymous: true } },
    { id: 'etcd', kind: 'store', type: 'cp.etcd' },
  ],
  flows: [{ id: 'f', source: 'api', target: 'etcd', order: '3', label: 'store', properties: { encrypted: false } }],
  decisions: {
    'R-1~api': decided({ state: 'accepted', fields: { why: '-lab\nonly', owner: 'Ana' } }),
    'R-9~gone': decided({ state: 'mitigated' }),
  },
});

/** Reads CSV by the rules of RFC 4180. */
function parseCsv(text: string): readonly (readonly string[])[] {
  return text
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/u)
    .slice(0, -1)
    .map((row) =>
      row
        .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u)
        .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)),
    );
}

describe('the threat list as CSV', () => {
  const { text, losses } = writeThreatCsv(judgedInput(model));
  const [header = [], ...rows] = parseCsv(text);
  const cell = (row: number, name: string): string | undefined => rows[row]?.[header.indexOf(name)];

  it('begins with the columns of the Microsoft Threat Modeling Tool', () => {
    expect(text.split('\r\n')[0]).toMatch(
      /^Id,Title,Category,Diagram,Interaction,Priority,State,Changed By,Description,Justification,Last Modified,/u,
    );
  });

  it('has one row a threat, worst first, decided ones included', () => {
    expect(rows.map((row) => row[0])).toEqual(['R-1~api', 'R-2~f', 'R-3~model']);
    expect([cell(0, 'State'), cell(0, 'Owner'), cell(0, 'Last Modified')]).toEqual([
      'Accepted',
      'Ana',
      '2030-01-02T00:00:00Z',
    ]);
    expect([cell(1, 'State'), cell(1, 'Last Modified')]).toEqual(['Open', 'Generated']);
  });

  it('says what a flow joins and crosses, and what helps', () => {
    expect([cell(1, 'Interaction'), cell(1, 'Source'), cell(1, 'Target'), cell(1, 'Boundary crossed')]).toEqual([
      '3 store',
      '\'=API, "main"',
      'etcd',
      'production',
    ]);
    expect(cell(0, 'Controls')).toBe('Switch anonymous access off');
    expect(cell(2, 'Interaction')).toBe('The whole model');
    expect([cell(0, 'Element'), cell(0, 'Element id'), cell(0, 'Letters'), cell(0, 'Because')]).toEqual([
      '\'=API, "main"',
      'api',
      'SE',
      '\'=API, "main", Anonymous access: Yes',
    ]);
    expect([cell(1, 'Element'), cell(1, 'Element id'), cell(1, 'Rule')]).toEqual(['', 'f', 'R-2']);
  });

  it('leaves out every source that nobody has compared with the original', () => {
    expect([cell(0, 'Sources'), cell(1, 'Sources')]).toEqual(['cis-1.12 1.2.1', '']);
  });

  it('keeps a spreadsheet from calculating', () => {
    expect(cell(0, 'Interaction')).toBe('\'=API, "main"');
    expect(cell(0, 'Justification')).toBe("'-lab\nonly");
  });

  it('has what people wrote beside what rules found, with its risk, its controls and who answers for it', () => {
    const { text } = writeThreatCsv(
      judgedInput({
        ...model,
        decisions: {
          ...buildModel({
            decisions: {
              'manual~m': decided({
                state: 'investigating',
                fields: {
                  likelihood: 4,
                  impact: 5,
                  party: 'shared',
                  treatment: 'Train',
                  due: '2031-05-01',
                  tags: ['a', 'b'],
                },
              }),
            },
          }).decisions,
        },
        manual: [
          {
            ...{ id: 'm', title: '=Bribery', letters: ['T'], on: ['api', 'f'], origin: 'card', from: [], z: 'a0' },
            ...{ created: null, description: 'x' },
          },
        ],
        mitigations: [{ threat: 'manual~m', control: 'K1' }],
      }),
    );
    const [names = [], ...all] = parseCsv(text);
    const written = Object.fromEntries(names.map((name, at) => [name, all.find(([id]) => id === 'manual~m')?.[at]]));
    expect(written).toMatchObject({
      Title: "'=Bribery",
      State: 'Investigating',
      'Element id': 'api; f',
      Rule: '',
      Origin: 'From a card',
      Likelihood: '4',
      Impact: '5',
      'Inherent risk': '20',
      'Residual risk': '20',
      'Answered by': 'Switch anonymous access off (not applied here)',
      Responsible: 'Shared',
      Treatment: 'Train',
      Due: '2031-05-01',
      Tags: 'a; b',
    });
  });

  it('lists decisions that have no row as losses', () => {
    expect(losses).toEqual([{ code: 'decision-vanished', where: 'R-9~gone' }]);
  });
});

describe('csvCell', () => {
  it('never lets a cell begin as a formula, and can always be read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [[read = ''] = []] = parseCsv(`${csvCell(text)}\r\n`);
        expect(read).not.toMatch(/^(?:\s*[=+\-@]|[\t\r])/u);
        expect(read.replace(/^'/u, '')).toBe(text.replaceAll('\0', '').replace(/^'/u, ''));
      }),
    );
  });
});
