/**
 * The least of Office Open XML (ECMA-376) that a spreadsheet program opens: a workbook of sheets with a bold header that stays in view,
 * column widths and filters. Every cell is a text or a number, never a formula.
 */

import { packFiles } from '../archive/pack-files.ts';
import type { Table } from '../table/table.ts';

/** A sheet: a table, and which of its columns hold numbers. */
export interface Sheet extends Table {
  readonly numbers: readonly number[];
}

/** Longest text a cell takes (Excel specifications and limits). */
export const CELL_LIMIT = 32_767;
/** Width of a column, characters. */
const [NARROWEST, WIDEST] = [8, 60];

/** The workbook's bytes. Texts longer than {@link CELL_LIMIT} are cut. */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes(sheets)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ...sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, worksheet(sheet)] as const),
  ];
  return packFiles(new Map(parts.map(([name, xml]) => [name, new TextEncoder().encode(xml)])));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(sheets: readonly Sheet[]): string {
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...sheets.map((_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet']),
  ].map(([name = '', type = '']) => `<Override PartName="${name}" ContentType="${TYPES}.${type}+xml"/>`);
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const parts = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts.join('')}</Relationships>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const parts = sheets.map(
    ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${parts.join('')}</sheets></workbook>`;
}

/** Formats of cells: 0 plain, 1 the header, 2 a text that wraps. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

function worksheet({ header, rows, numbers }: Sheet): string {
  const last = `${columnName(header.length - 1)}${rows.length + 1}`;
  const columns = header.map((name, at) => {
    const longest = rows.reduce((most, cells) => Math.max(most, cells[at]?.length ?? 0), name.length + 2);
    const width = Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  const lines = [
    row(
      1,
      header.map((text, at) => textCell(text, `${columnName(at)}1`, 1)),
    ),
    ...rows.map((cells, line) =>
      row(
        line + 2,
        cells.map((text, at) => {
          const place = `${columnName(at)}${line + 2}`;
          return numbers.includes(at) && /^\d{1,9}$/u.test(text)
            ? `<c r="${place}"><v>${text}</v></c>`
            : textCell(text, place, 2);
        }),
      ),
    ),
  ];
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `${HEAD}<worksheet xmlns="${MAIN}">${view}<cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

const row = (number: number, cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`;

const textCell = (text: string, place: string, style: number): string =>
  text === ''
    ? ''
    : `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cut(text))}</t></is></c>`;

const cut = (text: string): string =>
  text.length <= CELL_LIMIT ? text : `${text.slice(0, CELL_LIMIT - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;

/** A, B, … Z, AA, … */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${columnName(Math.floor(at / 26) - 1)}${letter}`;
}

/** Characters that XML has no way to write are left out; a text that looks like an escape of the format (`_x0041_`) is kept as it is. */
const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
