/**
 * Builds the elements of a drawing of ours from its text. Pages may not turn text into elements by the browser's parsers (trusted types), and
 * need not: what we write has a plain form (elements, attributes in double quotes, text, the escapes of XML).
 */

const SVG = 'http://www.w3.org/2000/svg';
const PIECES = /<\?[^>]*\?>|<\/[\w-]+>|<([\w-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/gu;
const ATTRIBUTES = /([\w:-]+)="([^"]*)"/gu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The root element of a drawing written by `renderSvg`. Throws for anything that is no such text. */
export function svgElements(text: string): Element {
  const root = document.createElementNS(SVG, 'g');
  const open: Element[] = [root];
  for (const [piece, name, attributes = '', selfClosed, words] of text.matchAll(PIECES)) {
    const inner = open.at(-1);
    if (inner === undefined) break;
    if (words !== undefined) inner.append(unescaped(words));
    else if (name !== undefined) {
      const element = document.createElementNS(SVG, name);
      for (const [, key = '', value = ''] of attributes.matchAll(ATTRIBUTES)) {
        if (key !== 'xmlns') element.setAttribute(key, unescaped(value));
      }
      inner.append(element);
      if (selfClosed === '') open.push(element);
    } else if (piece.startsWith('</')) open.pop();
  }
  const [drawing] = root.children;
  if (open.length !== 1 || drawing === undefined) throw new Error('svgElements: this is not a drawing of ours');
  return drawing;
}

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/gu, (whole, code: string | undefined, name: string | undefined) =>
    code === undefined ? (ENTITIES[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  );
