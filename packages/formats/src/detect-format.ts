/** Which format a text is, told by its content and never by a file name. */

/** Formats that are recognised. `strideboard`, `tm7`, and `svg` and `png` with a model inside, can be opened as models, `tb7` as a pack. */
export const FORMATS = [
  'strideboard',
  'threat-dragon',
  'otm',
  'tm7',
  'tb7',
  'drawio',
  'threagile',
  'threat-composer',
  'tm-bom',
  'cyclonedx',
  'pytm',
  'zip',
  'html',
  'svg',
  'png',
  'xml',
  'json',
  'other',
  'empty',
] as const;
/** One of {@link FORMATS}. */
export type FormatName = (typeof FORMATS)[number];

/** Characters looked at for the beginning of a text. */
const HEAD = 4_096;

/** The format by magic number, XML root or YAML key; a text that looks like JSON is `json` until {@link detectJson} has seen its keys. */
export function detectFormat(text: string): FormatName {
  // A byte order mark, and the zero bytes and replacement characters of UTF-16 read as UTF-8, say nothing.
  const head = text.slice(0, HEAD).replace(/[\0\uFEFF\uFFFD]/gu, '');
  const start = head.trimStart();
  // Of bytes that are no text only replacement characters are left, and more of them than the mark of UTF-16 makes.
  if (start === '') return text.length <= HEAD && !/\uFFFD{3}/u.test(text) ? 'empty' : 'other';
  if (head.startsWith('PK')) return 'zip';
  if (/^PNG\r\n\u001A\n/u.test(head)) return 'png';
  if (start.startsWith('<')) return detectXml(start);
  if (start.startsWith('{') || start.startsWith('[')) return 'json';
  if (/^\s*threagile_version\s*:/mu.test(head)) return 'threagile';
  if (/^\s*otmVersion\s*:/mu.test(head)) return 'otm';
  return 'other';
}

const ROOTS: Readonly<Record<string, FormatName>> = {
  threatmodel: 'tm7',
  knowledgebase: 'tb7',
  mxfile: 'drawio',
  mxgraphmodel: 'drawio',
  mxlibrary: 'drawio',
  html: 'html',
  svg: 'svg',
};

function detectXml(start: string): FormatName {
  if (/^<!doctype html/iu.test(start)) return 'html';
  const bare = start.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\w[^>]*>/gu, '');
  const root = /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)/u.exec(bare)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(ROOTS, root) ? (ROOTS[root] ?? 'xml') : 'xml';
}

/** The format of a parsed JSON value by its keys; `json` when no known format has them. */
export function detectJson(value: unknown): FormatName {
  if (!isRecord(value)) return 'json';
  const has = (...keys: readonly string[]): boolean => keys.every((key) => Object.hasOwn(value, key));
  if (value['format'] === 'strideboard') return 'strideboard';
  if (has('otmVersion')) return 'otm';
  if (has('bomFormat')) return 'cyclonedx';
  if (has('scope', 'trust_zones')) return 'tm-bom';
  if (isRecord(value['detail']) && Array.isArray(value['detail']['diagrams'])) return 'threat-dragon';
  if (has('threagile_version')) return 'threagile';
  if (has('schema', 'threats')) return 'threat-composer';
  if (has('elements', 'flows') && !has('format')) return 'pytm';
  return 'json';
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
