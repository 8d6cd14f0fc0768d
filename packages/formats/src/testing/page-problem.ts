/** A strict reading of the pages we write: stricter than a browser, which repairs everything. */

/** What a page consists of. */
export interface ReadPage {
  readonly ids: readonly string[];
  /** Places of the page that links lead to, without `#`. */
  readonly links: readonly string[];
  readonly text: string;
  /** Addresses of other files; a page that stands alone has none. */
  readonly outside: readonly string[];
  readonly tags: ReadonlySet<string>;
}

const VOID = new Set(['meta', 'col']);
const TOKEN =
  /<!doctype html>|<style>[^<]*<\/style>|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z-]+="[^"<]*")*)(\/?)>|[^<>]+/uy;

/** Reads the page. Throws where a tag is left open, an attribute is not quoted, or a character of markup stands in a text. */
export function readPage(html: string): ReadPage {
  const open: string[] = [];
  const [ids, links, outside, texts]: [string[], string[], string[], string[]] = [[], [], [], []];
  const tags = new Set<string>();
  const token = new RegExp(TOKEN);
  while (token.lastIndex < html.length) {
    const at = token.lastIndex;
    const match = token.exec(html);
    if (match === null) throw new Error(`readPage: markup at ${at}: ${html.slice(at, at + 80)}`);
    const [whole, closing, name, attributes = '', empty] = match;
    if (name === undefined) {
      if (!whole.startsWith('<')) texts.push(decoded(whole));
      continue;
    }
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`readPage: </${name}> at ${at} closes something else`);
      continue;
    }
    tags.add(name);
    for (const [, key = '', value = ''] of attributes.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/gu)) {
      if (key === 'id') ids.push(decoded(value));
      if (key === 'href' && value.startsWith('#')) links.push(decoded(value.slice(1)));
      else if (['href', 'src', 'srcset', 'data', 'action'].includes(key)) outside.push(value);
      if (key.startsWith('on')) throw new Error(`readPage: a handler ${key} at ${at}`);
    }
    if (empty !== '/' && !VOID.has(name)) open.push(name);
  }
  if (open.length > 0) throw new Error(`readPage: <${open.join('>, <')}> left open`);
  return { ids, links, outside, text: texts.join(' '), tags };
}

const decoded = (text: string): string =>
  text
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
