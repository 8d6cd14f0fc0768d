/**
 * Finds the words of a page that are no catalogue's. In the made-up language every sentence of the catalogue stands in brackets, so what has
 * letters outside of them is either content (here: texts of the built-in pack; boards of such tests carry numbers for names) or forgotten.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { parseAllDocuments } from 'yaml';

const PACK = new URL('../../packages/kubernetes/pack/', import.meta.url);

/** What has letters and is in no language: ids, names of keys, units, versions of packs, ends of file names, initials. */
const NO_WORDS =
  /^(?:[A-Z]{1,6}-?\d+(?:~\w+)?|[A-Z]|STRIDE|Ctrl.*|Shift.*|Alt.*|Tab|Esc|Enter|px|ms|s|v?\d[\d.]*|\.\w+|[a-z-]+ \d+\.\d+\.\d+|⟦\p{L}?)$/u;

/** Gives everybody of a context the made-up language, from the first page on. */
export async function inPseudo(context: BrowserContext, language: 'pseudo' | 'pseudo-rtl'): Promise<void> {
  await context.addInitScript((chosen) => localStorage.setItem('strideboard.language.v1', chosen), language);
}

/** The visible texts and accessible names of the page that no catalogue holds, each with its place. */
export async function untranslated(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(textsOfPage);
  return found.filter(({ text }) => !isContent(text)).map(({ text, place }) => `${text}  ← ${place}`);
}

/** Runs in the page. */
function textsOfPage(): readonly { readonly text: string; readonly place: string }[] {
  const ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-valuetext'];
  const found: { text: string; place: string }[] = [];
  const take = (value: string, element: Element, how: string): void => {
    let text = value;
    // Sentences within sentences: from the innermost out.
    for (let before = ''; before !== text; ) {
      before = text;
      text = text.replace(/⟦[^⟦⟧]*⟧/gu, ' ');
    }
    text = text.replace(/\s+/gu, ' ').trim();
    if (!/\p{L}/u.test(text)) return;
    const path: string[] = [];
    for (let at: Element | null = element; at !== null && path.length < 3; at = at.parentElement) {
      path.unshift(`${at.tagName.toLowerCase()}${at.className === '' ? '' : `.${String(at.getAttribute('class'))}`}`);
    }
    found.push({ text, place: `${how} ${path.join(' > ')}` });
  };
  take(document.title, document.documentElement, 'title');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
  for (let element = walker.nextNode(); element !== null; element = walker.nextNode()) {
    if (!(element instanceof Element) || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest('kbd, code, script, style') !== null) continue;
    for (const name of ATTRIBUTES) take(element.getAttribute(name) ?? '', element, name);
    // Shortcuts stand beside their actions, for the eye alone.
    if (element.matches('i[aria-hidden], time')) continue;
    const own = [...element.childNodes].filter((node) => node instanceof Text).map((node) => node.textContent);
    // Together, since a sentence may be given in pieces.
    take(own.join(' '), element, 'text');
  }
  return found;
}

const content = { exact: new Set<string>(), filled: [] as RegExp[] };

/** Whether it is a text of the pack, whole or filled in, or put together of such. */
function isContent(text: string): boolean {
  readPack();
  if (isOne(text)) return true;
  return text
    .split(/\s*(?:[,·:;()/|"“”→←↔–—+…?]| - |\s\d+\s)\s*/u)
    .every((part) => !/\p{L}/u.test(part) || isOne(part));
}

function isOne(text: string): boolean {
  const plain = text.replace(/^[\s\d.,·%“”"']+|[\s\d,·%“”"']+$/gu, '');
  return (
    NO_WORDS.test(plain) ||
    NO_WORDS.test(text) ||
    [text, plain].some((one) => content.exact.has(one.toLowerCase().replace(/\.$/u, ''))) ||
    content.filled.some((pattern) => pattern.test(text))
  );
}

function readPack(): void {
  if (content.exact.size > 0) return;
  for (const path of readdirSync(PACK, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.yaml') || path.startsWith('translations')) continue;
    for (const document of parseAllDocuments(readFileSync(new URL(path, PACK), 'utf8'))) collect(document.toJS());
  }
}

function collect(value: unknown): void {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) collect(inner);
  } else if (typeof value === 'string') {
    const text = value.replace(/\s+/gu, ' ').trim();
    content.exact.add(text.toLowerCase().replace(/\.$/u, ''));
    if (!text.includes('{')) return;
    const pattern = text.split(/\{[^}]*\}/u).map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
    content.filled.push(new RegExp(`^${pattern.join('.*')}$`, 'u'));
  }
}
