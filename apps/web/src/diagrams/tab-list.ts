/** The diagrams of a model as tabs: the one without a record too, each with a name. */
import type { DiagramId, Model, ModelIndex, SubjectId } from '@strideboard/model';
import { say } from '@strideboard/words';
import type { diagrams as diagramWords } from '@strideboard/words';
import { diagramOf } from '../room/current-diagram.ts';

/** One tab. */
export interface Tab {
  /** The id it is listed under; `null` for the one diagram of a model that lists none. */
  readonly id: DiagramId | null;
  /** As elements name it: `null` for the first. */
  readonly place: DiagramId | null;
  /** The title as stored, `''` when it has none. */
  readonly title: string;
  /** Never empty. */
  readonly name: string;
}

/** The tabs in order; at least one. */
export function tabList(diagrams: Model['diagrams'], words: typeof diagramWords): readonly [Tab, ...Tab[]] {
  const [first, ...others] = diagrams;
  if (first === undefined) return [{ id: null, place: null, title: '', name: words.only }];
  const tab = (place: DiagramId | null, { id, title }: Model['diagrams'][number], at: number): Tab => ({
    id,
    place,
    title,
    name: title.trim() || (diagrams.length === 1 ? words.only : say(words.numbered, { number: at + 1 })),
  });
  return [tab(null, first, 0), ...others.map((diagram, at) => tab(diagram.id, diagram, at + 1))];
}

/** A number for a new diagram's name that no name of the list ends with. */
export function nextNumber(tabs: readonly Tab[], words: typeof diagramWords): number {
  const taken = new Set(tabs.map(({ name }) => name));
  let number = tabs.length + 1;
  while (taken.has(say(words.numbered, { number }))) number += 1;
  return number;
}

/** How many of the subjects are drawn on each diagram, as elements name it. Each counts on its own diagram only, however often it is shown. */
export function countByDiagram(
  index: ModelIndex,
  subjects: Iterable<SubjectId>,
): ReadonlyMap<DiagramId | null, number> {
  const counts = new Map<DiagramId | null, number>();
  for (const subject of subjects) {
    const diagram = diagramOf(index, subject);
    if (diagram !== undefined) counts.set(diagram, (counts.get(diagram) ?? 0) + 1);
  }
  return counts;
}

/** The way from the model's diagrams down to one: each of them details an element of the one before. Ends at a circle. */
export function pathTo(tabs: readonly Tab[], diagrams: Model['diagrams'], index: ModelIndex, at: Tab): readonly Tab[] {
  const path: Tab[] = [at];
  for (;;) {
    const [outer] = path;
    const details = diagrams.find(({ id }) => id === outer?.id)?.details ?? null;
    const home = details === null ? undefined : diagramOf(index, details);
    const above = home === undefined ? undefined : tabs.find(({ place }) => place === home);
    if (above === undefined || path.includes(above)) return path;
    path.unshift(above);
  }
}
