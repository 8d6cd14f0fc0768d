/** Everything on a board that can be found: elements and flows with their texts, comments pinned to a place, and those that have none left. */
import {
  type CanvasPoint,
  type DiagramId,
  diagramId,
  type Element,
  type Flow,
  type Model,
  type ModelIndex,
  type SubjectId,
  subjectsOf,
} from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import type { Threat } from '@strideboard/stride';
import type { InterfaceWords as Words } from '@strideboard/words';
import { diagramOf, shownDiagram } from '../room/current-diagram.ts';
import { foldText } from '../ui/fold-text.ts';
import { definitionOf, valueText } from '../ui/property-text.ts';
import type { SubjectNames } from '../ui/subject-names.ts';

/** What a text is to the thing it belongs to. The first two name it. */
type FindWhat = 'label' | 'kind' | 'order' | 'property' | 'scope' | 'notes' | 'threat' | 'comment';

/** One text by which something is found. */
export interface FindField {
  readonly what: FindWhat;
  readonly text: string;
  /** The name of the property. */
  readonly name?: string;
  /** All of it as it is compared. */
  readonly folded: string;
}

/** One thing that can be found. */
export interface FindEntry {
  /** The element or flow, the place a comment is pinned to, or a conversation about something that is not on the board. */
  readonly target: SubjectId | CanvasPoint | { readonly thread: string };
  /** As elements name it. */
  readonly diagram: DiagramId | null;
  readonly fields: readonly FindField[];
}

/** What the entries are made from. */
export interface FindSources {
  readonly model: Pick<Model, 'diagrams' | 'elements' | 'flows' | 'comments' | 'manual'>;
  readonly index: ModelIndex;
  readonly pack: PackIndex;
  readonly words: Words;
  readonly names: SubjectNames;
  readonly threats: readonly Threat[];
}

/** The entries in model order: elements, flows, places. */
export function findEntries(sources: FindSources): readonly FindEntry[] {
  const { model, index } = sources;
  const { said, places } = textsBeside(sources);
  const entryOf = (subject: Element | Flow): FindEntry => ({
    target: subject.id,
    diagram: diagramOf(index, subject.id) ?? null,
    fields: [...ownFields(subject, sources), ...(said.get(subject.id) ?? [])],
  });
  return [...model.elements.map(entryOf), ...model.flows.map(entryOf), ...places];
}

function ownFields(subject: Element | Flow, { pack, words, names }: FindSources): readonly FindField[] {
  const isFlow = 'source' in subject;
  const properties = Object.entries(subject.properties).map(([name, value]) => {
    const definition = definitionOf(pack, subject, name);
    const text = valueText(value, definition, words.panels);
    const label = definition?.label ?? name;
    return { what: 'property' as const, name: label, text, folded: foldText(`${name} ${label} ${text}`) };
  });
  return [
    ...field('label', subject.label),
    ...(isFlow ? field('label', subject.returnLabel) : []),
    ...field(
      'kind',
      names.what(subject.id) ?? '',
      isFlow || subject.kind === 'ref' ? [] : otherNames(subject.type, pack),
    ),
    ...(isFlow ? field('order', subject.order) : []),
    ...properties,
    ...field('scope', subject.outOfScope ?? ''),
    ...field('notes', subject.notes),
  ];
}

/** What is said about subjects elsewhere: threats and comments. */
function textsBeside({ model, index, threats }: FindSources) {
  const said = new Map<string, FindField[]>();
  const places: FindEntry[] = [];
  const add = (ids: readonly string[], fields: readonly FindField[]): void => {
    for (const id of ids) said.set(id, [...(said.get(id) ?? []), ...fields]);
  };
  for (const { finding } of threats) {
    const folded = foldText(`${finding.rule} ${finding.title}`);
    add(finding.subjects.slice(0, 1), [{ what: 'threat', text: finding.title, folded }]);
  }
  const manual = new Map(model.manual.map((threat) => [threat.id, threat]));
  for (const { on, title, description } of model.manual)
    add(on, [...field('threat', title), ...field('threat', description)]);
  const subjectsOfThreat = (id: string): readonly string[] =>
    id.startsWith('manual~') ? (manual.get(id.slice('manual~'.length))?.on ?? []) : subjectsOf(id);
  for (const { id, anchor, orphaned, messages } of model.comments) {
    const fields = messages.flatMap(({ body }) => field('comment', body));
    if (fields.length === 0) continue;
    const about = anchor === null || anchor.kind === 'point' || orphaned ? [] : aboutOf(anchor, subjectsOfThreat);
    if (anchor?.kind === 'point' && !orphaned) places.push({ ...placeOf(anchor, model.diagrams), fields });
    else if (about.length === 0) places.push({ target: { thread: id }, diagram: null, fields });
    else add(about, fields);
  }
  for (const id of said.keys()) if (diagramOf(index, id) === undefined) said.delete(id);
  return { said, places };
}

type Anchor = NonNullable<Model['comments'][number]['anchor']>;
type PointAnchor = Extract<Anchor, { readonly kind: 'point' }>;

const aboutOf = (
  anchor: Exclude<Anchor, PointAnchor>,
  subjectsOfThreat: (id: string) => readonly string[],
): readonly string[] => (anchor.kind === 'threat' ? subjectsOfThreat(anchor.id) : [anchor.id]);

const placeOf = (
  { x, y, diagram }: PointAnchor,
  diagrams: Model['diagrams'],
): Pick<FindEntry, 'target' | 'diagram'> => ({
  target: { x, y },
  diagram: diagram === undefined ? null : shownDiagram(diagrams, diagramId(diagram)),
});

const field = (what: FindWhat, text: string, aliases: readonly string[] = []): readonly FindField[] =>
  text.trim() === '' ? [] : [{ what, text, folded: foldText([text, ...aliases].join(' ')) }];

/** What else a type is called, in the language of its pack for instance. */
const otherNames = (type: string, pack: PackIndex): readonly string[] =>
  (pack.stencil(type) ?? pack.boundaryKind(type))?.aliases ?? [];
