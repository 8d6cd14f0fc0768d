import { arbitraryModel, buildModel } from '@strideboard/testkit';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decided, judgedInput } from '../testing/judged-input.ts';
import { weighXml } from '../tmt/xml/weigh-xml.ts';
import { writeXlsx } from './write-xlsx.ts';

/** The files of the workbook as texts. */
const unpack = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

interface Cell {
  readonly t?: string;
  readonly r: string;
  readonly v?: number;
  readonly is?: { readonly t: { readonly '#text'?: string | number } };
}
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => ['row', 'c', 'sheet', 'col'].includes(name),
});

/** The texts of a sheet by place, e.g. `A1`. */
function cellsOf(xml: string): ReadonlyMap<string, string> {
  const { worksheet } = parser.parse(xml) as { worksheet: { sheetData: { row: { c: Cell[] }[] } } }; // the shape under test
  return new Map(
    worksheet.sheetData.row.flatMap(({ c }) =>
      c.map(({ r, v, is }) => [r, String(v ?? is?.t['#text'] ?? '')] as const),
    ),
  );
}

const model = buildModel({
  elements: [
    {
      id: 'api',
      type: 'cp.apiserver',
      label: '=HYPERLINK("http://x")',
      properties: { anonymous: true },
      notes: 'a\u0000b',
    },
    { id: 'etcd', kind: 'store', type: 'cp.etcd', label: '_x0041_ <b>&' },
  ],
  flows: [{ id: 'f', source: 'api', target: 'etcd' }],
  decisions: { 'R-1~api': decided({ state: 'investigating', fields: { likelihood: 3, impact: 4 } }) },
  register: {
    applied: [{ control: 'K1', element: 'api', state: 'planned', owner: 'Bo', evidence: '', ticket: 'T-1' }],
    mitigations: [{ threat: 'R-1~api', control: 'K1' }],
  },
});

describe('the workbook', () => {
  const { bytes, losses } = writeXlsx(judgedInput(model));
  const files = unpack(bytes);
  const sheet = (at: number): string => files[`xl/worksheets/sheet${at}.xml`] ?? '';

  it('has a sheet for threats, elements, flows, controls and records', () => {
    const { workbook } = parser.parse(files['xl/workbook.xml'] ?? '') as {
      workbook: { sheets: { sheet: { name: string }[] } };
    }; // the shape under test
    expect(workbook.sheets.sheet.map(({ name }) => name)).toEqual([
      'Threats',
      'Elements',
      'Flows',
      'Controls',
      'Records',
    ]);
    expect(losses).toEqual([]);
  });

  it('holds texts and numbers, and no formula whatever a label says', () => {
    for (const at of [1, 2, 3, 4, 5]) expect(sheet(at)).not.toMatch(/<f[ >]/u);
    const elements = cellsOf(sheet(2));
    expect(elements.get('A2')).toBe('=HYPERLINK("http://x")');
    expect(sheet(2)).toMatch(/r="A2" s="2" t="inlineStr"/u);
    expect(elements.get('A3')).toBe('_x005F_x0041_ <b>&');
    const threats = cellsOf(sheet(1));
    const column = [...threats].find(([, text]) => text === 'Inherent risk')?.[0].replace('1', '') ?? '';
    expect(sheet(1)).toContain(`<c r="${column}3"><v>12</v></c>`);
  });

  it('keeps its header in view, with filters and widths', () => {
    for (const at of [1, 2, 3, 4, 5]) {
      expect(sheet(at)).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
      expect(sheet(at)).toContain('<autoFilter ref="A1:');
      const widths = [...sheet(at).matchAll(/ width="(\d+)"/gu)].map(([, width]) => Number(width));
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(8);
      expect(Math.max(...widths)).toBeLessThanOrEqual(60);
    }
  });

  it('lists where controls are applied and which threats they answer', () => {
    const cells = cellsOf(sheet(4));
    expect(['A2', 'B2', 'C2', 'D2', 'F2', 'G2', 'H2'].map((place) => cells.get(place))).toEqual([
      ...['Switch anonymous access off', '=HYPERLINK("http://x")', 'planned', 'Bo', 'T-1', 'R-1~api', 'K1'],
    ]);
  });

  it('is well-formed and the same twice, whatever the model', () => {
    fc.assert(
      fc.property(arbitraryModel(6), (any) => {
        const first = writeXlsx(judgedInput(any)).bytes;
        expect(writeXlsx(judgedInput(structuredClone(any))).bytes).toEqual(first);
        for (const xml of Object.values(unpack(first))) expect(weighXml(xml)).toBeNull();
      }),
      { numRuns: 25 },
    );
  });

  it('cuts a text that no cell can hold, and says so', () => {
    const long = buildModel({ elements: [{ id: 'a', label: 'long', notes: '😀'.repeat(20_000) }] });
    const written = writeXlsx(judgedInput(long));
    expect(written.losses).toEqual([{ code: 'text-shortened', where: 'Elements: long' }]);
    const notes = cellsOf(unpack(written.bytes)['xl/worksheets/sheet2.xml'] ?? '').get('I2') ?? '';
    expect(notes.length).toBeLessThanOrEqual(32_767);
    expect(notes.endsWith('😀…')).toBe(true);
  });

  it('says when its archive was made in no other way than at one fixed moment', () => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // Local header of the first entry: time, then date, in the form of MS-DOS: noon on 1 January 1980.
    expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([12 << 11, (1 << 5) | 1]);
  });
});
