/** XML as this room reads it: elements by local name, texts trimmed and decoded. Namespaces say nothing that the names do not. */

/** One element. `text` is its own text without that of its children. */
export interface XmlElement {
  readonly name: string;
  /** By local name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** The first child of one of these names, the first name first; the two serialisers name some members differently. */
export function childOf(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  for (const name of names) {
    const found = element?.children.find((child) => child.name === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The text of such a child; `''` when there is none. */
export const textOf = (element: XmlElement | undefined, ...names: readonly string[]): string =>
  childOf(element, ...names)?.text ?? '';

/** The children of such a child. */
export const listOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  childOf(element, name)?.children ?? [];

/** The number in such a child; `null` where none is. */
export function numberOf(element: XmlElement, name: string): number | null {
  const text = textOf(element, name);
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? null : value;
}
