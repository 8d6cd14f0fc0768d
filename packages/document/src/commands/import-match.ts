/** Which things of a model that is brought in are on the board already: by their identity in a file, or because they have the same id. */

import type { Element, Flow, Model } from '@strideboard/model';
import { sourceOf } from './import-rename.ts';

/** What was found. */
export interface Matches {
  /** Ids on the board by ids in the model. */
  readonly ids: ReadonlyMap<string, string>;
  /** Ids of elements and flows on the board that came from the same source and are not in the model any more. */
  readonly missing: readonly string[];
}

/** Nothing is on the board already. */
export const NO_MATCHES: Matches = { ids: new Map(), missing: [] };

/** Compares a board with a model that is a later (or earlier) state of what was brought in before. */
export function matchModel(board: Model, model: Model): Matches {
  const ids = new Map<string, string>();
  const idOf = (id: string): string => ids.get(id) ?? id;
  const key = (...parts: readonly unknown[]): string => JSON.stringify(parts);
  const bySource: Matching<Element | Flow> = {
    given: ({ id, importedFrom }) => [...(importedFrom === null ? [] : [importedFrom]), sourceOf(id)],
    known: ({ importedFrom }) => importedFrom,
    isSame: isSameKind,
  };
  pair(ids, model.elements, board.elements, bySource);
  pair(ids, model.flows, board.flows, bySource);
  const missing = [...missingOf(model.elements, board.elements, ids), ...missingOf(model.flows, board.flows, ids)];
  pair(ids, model.diagrams, board.diagrams, { given: () => [], known: () => null });
  pair(ids, model.controls, board.controls, {
    given: ({ title, group }) => [key(title, group)],
    known: ({ title, group }) => key(title, group),
  });
  pair(ids, model.manual, board.manual, {
    given: ({ title, on }) => [key(title, on.map(idOf).sort())],
    known: ({ title, on }) => key(title, [...on].sort()),
  });
  pair(ids, model.records, board.records, {
    given: ({ id, importedFrom }) => [...(importedFrom === null ? [] : [importedFrom]), sourceOf(id)],
    known: ({ importedFrom }) => importedFrom,
  });
  pair(ids, model.standing, board.standing, {
    given: ({ rule, scope }) => [key(rule, idOf(scope))],
    known: ({ rule, scope }) => key(rule, scope),
  });
  pair(ids, model.trees, board.trees, { given: ({ title }) => [key(title)], known: ({ title }) => key(title) });
  return { ids, missing };
}

/** By which keys things are the same; without an equal key, an equal id tells. */
interface Matching<Item> {
  readonly given: (item: Item) => readonly string[];
  readonly known: (item: Item) => string | null;
  readonly isSame?: (given: Item, known: Item) => boolean;
}

/** A boundary never becomes an element by an import, nor the reverse: what holds others cannot stop doing so unseen. */
function isSameKind(a: Element | Flow, b: Element | Flow): boolean {
  if (!('kind' in a) || !('kind' in b)) return true;
  return (a.kind === 'boundary') === (b.kind === 'boundary') && (a.kind === 'ref') === (b.kind === 'ref');
}

/** Pairs each thing of the model with at most one on the board. */
function pair<Item extends { readonly id: string }>(
  ids: Map<string, string>,
  given: readonly Item[],
  known: readonly Item[],
  { given: keysOf, known: keyOf, isSame = () => true }: Matching<Item>,
): void {
  const byKey = new Map<string, Item>();
  for (const item of known) {
    const own = keyOf(item);
    if (own !== null && !byKey.has(own)) byKey.set(own, item);
  }
  const byId = new Map(known.map((item) => [item.id, item]));
  const taken = new Set<string>();
  for (const item of given) {
    const candidates = [...keysOf(item).map((own) => byKey.get(own)), byId.get(item.id)];
    const found = candidates.find((other) => other !== undefined && !taken.has(other.id) && isSame(item, other));
    if (found === undefined) continue;
    taken.add(found.id);
    ids.set(item.id, found.id);
  }
}

/** What came from the same kind of source but is not in the model. A model with ids of this board is an edition of it: then everything counts. */
function missingOf(
  given: readonly (Element | Flow)[],
  known: readonly (Element | Flow)[],
  ids: ReadonlyMap<string, string>,
): readonly string[] {
  const kindOf = (source: string): string => source.split(':', 1)[0] ?? '';
  const matched = new Set(given.flatMap(({ id }) => ids.get(id) ?? []));
  const kinds = new Set(given.map(({ id, importedFrom }) => kindOf(importedFrom ?? sourceOf(id))));
  const isSameBoard = given.some(({ id }) => ids.get(id) === id);
  const isMissing = ({ id, importedFrom }: Element | Flow): boolean =>
    !matched.has(id) && (isSameBoard || (importedFrom !== null && kinds.has(kindOf(importedFrom))));
  return known.filter(isMissing).map(({ id }) => id);
}
