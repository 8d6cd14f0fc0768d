import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { decided, judgedInput } from '../testing/judged-input.ts';
import { connectionTable } from './connection-rows.ts';
import { writeMatrixCsv, writeMatrixMarkdown } from './write-matrix.ts';

const model = buildModel({
  meta: { title: 'Shop' },
  elements: [
    { id: 'cluster', kind: 'boundary', type: 'tb.cluster', label: 'production' },
    { id: 'node', kind: 'boundary', label: 'node', parent: 'cluster' },
    { id: 'vpc', kind: 'boundary', label: 'VPC' },
    { id: 'api', type: 'cp.apiserver', label: '=API|x', parent: 'node' },
    { id: 'etcd', kind: 'store', type: 'cp.etcd', label: 'etcd', parent: 'vpc' },
  ],
  flows: [
    { id: 'back', source: 'etcd', target: 'api', order: '10', direction: 'two', label: 'ask', returnLabel: 'tell' },
    { id: 'f', source: 'api', target: 'etcd', order: '2', label: 'store', properties: { encrypted: false } },
    { id: 'self', source: 'api', target: 'api', outOfScope: 'trivial' },
  ],
});

describe('the connectivity matrix', () => {
  const { header, rows } = connectionTable(judgedInput(model));
  const cell = (id: string, name: string): string | undefined =>
    rows.find((row) => row.at(-1) === id)?.[header.indexOf(name)];

  it('has a row a flow in the order of the walkthrough, with what is known and what is not', () => {
    expect(rows.map((row) => row.at(-1))).toEqual(['f', 'back', 'self']);
    expect([cell('f', 'Source'), cell('f', 'Destination'), cell('f', 'Direction')]).toEqual([
      '=API|x',
      'etcd',
      'One way',
    ]);
    expect([cell('back', 'Flow'), cell('back', 'Direction')]).toEqual(['ask / tell', 'Both ways']);
    expect([cell('f', 'Encrypted'), cell('back', 'Encrypted'), cell('f', 'Mutual TLS')]).toEqual([
      'No',
      'Unknown',
      'Unknown',
    ]);
    expect([cell('self', 'Scope'), cell('f', 'Scope')]).toEqual(['Out of scope', '']);
  });

  it('names the boundaries on the way, from inside to outside and in again', () => {
    expect(cell('f', 'Route')).toBe('out of node, production; into VPC');
    expect(cell('back', 'Route')).toBe('out of VPC; into production, node');
    expect(cell('self', 'Route')).toBe('crosses no boundary');
  });

  it('says how badly a loss would hurt by the threats that can come true', () => {
    const impacts = (id: string) =>
      ['Confidentiality', 'Integrity', 'Availability'].map((one) => cell(id, `${one} impact`));
    expect(impacts('f')).toEqual(['High', '–', '–']);
    expect(impacts('back')).toEqual(['–', '–', '–']);
    const settled = judgedInput({
      ...model,
      decisions: buildModel({ decisions: { 'R-2~f': decided({ state: 'notApplicable' }) } }).decisions,
    });
    expect(connectionTable(settled).rows[0]?.[header.indexOf('Confidentiality impact')]).toBe('–');
  });

  it('keeps every cell in its place, as CSV and as Markdown', () => {
    const csv = writeMatrixCsv(judgedInput(model)).text;
    expect(csv).toContain(",'=API|x,");
    const { text } = writeMatrixMarkdown(judgedInput(model));
    const lines = text.split('\n').filter((line) => line.startsWith('|'));
    expect(lines).toHaveLength(rows.length + 2);
    for (const line of lines) expect(line.split(/(?<!\\)\|/u)).toHaveLength(header.length + 2);
  });

  it('is a valid file that says so when there is no flow', () => {
    const nothing = judgedInput(buildModel({}));
    expect(writeMatrixMarkdown(nothing).text).toContain('There are no data flows.');
    expect(writeMatrixCsv(nothing).text.split('\r\n')).toHaveLength(2);
  });
});
