/** Anchors of the report: the same for the same thing tomorrow, and safe in any address whatever the id is. */

/** What anchors stand for. */
export type AnchorKind =
  | 'standing'
  | 'vanished'
  | 'threat'
  | 'element'
  | 'drawn'
  | 'control'
  | 'record'
  | 'tree'
  | 'figure'
  | 'diagram';

/** `kind-id`; characters that an address would have to escape are written by number, so that no two ids share an anchor. */
export const anchorOf = (kind: AnchorKind, ...ids: readonly string[]): string => `${kind}-${ids.map(safe).join('..')}`;

const safe = (id: string): string =>
  PLAIN.test(id)
    ? id
    : id.replace(/[^A-Za-z0-9_~-]/gu, (character) => `.${(character.codePointAt(0) ?? 0).toString(16)}.`);

const PLAIN = /^[A-Za-z0-9_~-]*$/u;
