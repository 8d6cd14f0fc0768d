/** Writing one SVG element: the only place where markup is put together, so that nothing leaves unescaped. */

import { escapeXml } from './escape.ts';

/** Finished markup, to be told from plain text. */
export interface Markup {
  readonly markup: string;
}

/** Attribute values; `null` leaves the attribute out, numbers are written to 1/100. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** One element with its attributes in the given order; children are markup or text to be escaped. */
export function tag(name: string, attributes: Attributes, children: readonly (Markup | string)[] = []): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? plain(value) : escapeXml(value ?? '')}"`)
    .join('');
  const inner = children.map((child) => (typeof child === 'string' ? escapeXml(child) : child.markup)).join('');
  return { markup: inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>` };
}

/** Markup of several elements in a row. */
export const sequence = (parts: readonly Markup[]): Markup => ({ markup: parts.map(({ markup }) => markup).join('') });

const plain = (value: number): string => String(Number.isFinite(value) ? Math.round(value * 100) / 100 + 0 : 0);
