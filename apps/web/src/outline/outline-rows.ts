/** The board as a tree of lines: diagrams, what is on them, what is inside that, and the flows of each element. */
import type { DiagramId, Element, ElementId, Flow, Model, ModelIndex, SubjectId } from '@strideboard/model';

/** One line of the outline. */
export interface OutlineRow {
  /** Unique in the tree: a flow stands at both of its ends. */
  readonly key: string;
  readonly what: 'diagram' | 'element' | 'outgoing' | 'incoming';
  /** The element or flow; `null` for a diagram. */
  readonly subject: SubjectId | null;
  /** The diagram it is on, as elements name it. */
  readonly diagram: DiagramId | null;
  /** From 1. */
  readonly level: number;
  readonly setSize: number;
  /** From 1. */
  readonly position: number;
  /** Whether its content is shown; `null` when it has none. */
  readonly expanded: boolean | null;
  readonly parent: string | null;
}

/** What the outline is made from. */
export interface OutlineSources {
  readonly model: Pick<Model, 'diagrams'>;
  readonly index: ModelIndex;
  /** Keys of lines that are not as they begin: diagrams and boundaries open, everything else closed. */
  readonly toggled: ReadonlySet<string>;
}

interface Part extends Pick<OutlineRow, 'key' | 'what' | 'subject' | 'diagram'> {
  readonly startsOpen: boolean;
  readonly hasParts: boolean;
  readonly parts: () => readonly Part[];
}

/** The lines in sight, top to bottom. With one diagram its content is the top level. */
export function outlineRows({ model, index, toggled }: OutlineSources): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const add = (parts: readonly Part[], level: number, parent: string | null): void => {
    parts.forEach((part, at) => {
      const { key, what, subject, diagram, startsOpen, hasParts } = part;
      const expanded = hasParts ? startsOpen !== toggled.has(key) : null;
      rows.push({ key, what, subject, diagram, level, parent, expanded, setSize: parts.length, position: at + 1 });
      if (expanded === true) add(part.parts(), level + 1, key);
    });
  };
  const [, ...others] = model.diagrams;
  if (others.length === 0) add(contentOf(index, null, null), 1, null);
  else add([diagramPart(index, null), ...others.map(({ id }) => diagramPart(index, id))], 1, null);
  return rows;
}

/** The keys that lead to a subject, outermost first, its own line last; none when it is not on the board. */
export function pathTo(index: ModelIndex, subject: string): readonly string[] {
  const flow = index.flows.get(subject as Flow['id']); // only looked up
  const element = index.elements.get(flow?.source ?? (subject as ElementId)); // as above
  if (element === undefined) return [];
  const path: string[] = flow === undefined ? [element.id] : [element.id, flow.id];
  for (let up = element.parent; up !== null; up = index.elements.get(up)?.parent ?? null) path.unshift(up);
  return [diagramKey(element.diagram), ...path];
}

/** Whether a line with this key begins open. */
export const startsOpen = (index: ModelIndex, key: string): boolean =>
  key.startsWith(DIAGRAM) || index.elements.get(key as ElementId)?.kind === 'boundary'; // only looked up

const DIAGRAM = 'diagram:';
const diagramKey = (diagram: DiagramId | null): string => `${DIAGRAM}${diagram ?? ''}`;

function diagramPart(index: ModelIndex, diagram: DiagramId | null): Part {
  const parts = (): readonly Part[] => contentOf(index, null, diagram);
  const hasParts = (index.children.get(null) ?? []).some((element) => element.diagram === diagram);
  return { key: diagramKey(diagram), what: 'diagram', subject: null, diagram, startsOpen: true, hasParts, parts };
}

const contentOf = (index: ModelIndex, parent: ElementId | null, diagram: DiagramId | null): readonly Part[] =>
  (index.children.get(parent) ?? [])
    .filter((element) => element.diagram === diagram)
    .map((element) => elementPart(index, element));

function elementPart(index: ModelIndex, element: Element): Part {
  const { id, kind, diagram } = element;
  const flows = index.flowsOf.get(id) ?? [];
  return {
    key: id,
    what: 'element',
    subject: id,
    diagram,
    startsOpen: kind === 'boundary',
    hasParts: flows.length > 0 || (index.children.get(id) ?? []).length > 0,
    parts: () => [
      ...contentOf(index, id, diagram),
      ...flows.filter(({ source }) => source === id).map((flow) => flowPart(flow, element, 'outgoing')),
      ...flows.filter(({ source }) => source !== id).map((flow) => flowPart(flow, element, 'incoming')),
    ],
  };
}

const flowPart = ({ id }: Flow, { id: end, diagram }: Element, what: 'outgoing' | 'incoming'): Part => ({
  key: what === 'outgoing' ? id : `${end}<${id}`,
  what,
  subject: id,
  diagram,
  startsOpen: false,
  hasParts: false,
  parts: () => [],
});
