/** Names of elements and flows for people: never empty, on one line. */
import type { ElementId, ElementKind, FlowId, ModelIndex, SubjectId } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import type { InterfaceWords as Words } from '@strideboard/words';

/** Answers what a subject is called. */
export interface SubjectNames {
  /** The label, else what it is; a flow without a label is named by its ends. `null` when it is not on the board. */
  name(id: SubjectId): string | null;
  /** What it is: the stencil or boundary kind, else its DFD role; `Data flow` for flows. `null` when it is not on the board. */
  what(id: SubjectId): string | null;
}

interface SubjectNamesOptions {
  readonly index: ModelIndex;
  readonly pack: PackIndex;
  readonly common: Words['common'];
}

/** Names over one state of the model. */
export function createSubjectNames({ index, pack, common }: SubjectNamesOptions): SubjectNames {
  const kindOf = (kind: ElementKind, type: string): string => pack.typeLabel(type) ?? common.kinds[kind];
  const elementName = (id: ElementId): string => {
    const element = index.elements.get(id);
    if (element === undefined) return common.unnamed;
    if (element.label.trim() !== '') return oneLine(element.label);
    if (element.kind === 'ref' && element.of !== null && element.of !== id) return elementName(element.of);
    return kindOf(element.kind, element.type);
  };
  return {
    name: (id) => {
      if (index.elements.has(asElement(id))) return elementName(asElement(id));
      const flow = index.flows.get(asFlow(id));
      if (flow === undefined) return null;
      const text = oneLine(`${flow.order} ${flow.label}`);
      return flow.label.trim() === '' ? `${elementName(flow.source)} → ${elementName(flow.target)}` : text;
    },
    what: (id) => {
      const element = index.elements.get(asElement(id));
      if (element !== undefined) return kindOf(element.kind, element.type);
      return index.flows.has(asFlow(id)) ? common.kinds.flow : null;
    },
  };
}

const oneLine = (text: string): string => text.trim().replace(/\s+/gu, ' ');
const asElement = (id: SubjectId): ElementId => id as ElementId; // only looked up: a flow's id is simply not found
const asFlow = (id: SubjectId): FlowId => id as FlowId; // only looked up: an element's id is simply not found
