/**
 * Reads a template out of its XML. The DataContract form (inside a .tm7) and the XmlSerializer form (.tb7) differ in a few names only: `Id` and
 * `ID`, `ParentId` and `ParentElement`, members and attributes of the manifest.
 */

import type { LossList } from '../../native/fit.ts';
import { plainText } from '../xml/plain-text.ts';
import { childOf, listOf, textOf, type XmlElement } from '../xml/xml-element.ts';
import type { KnowledgeBase, TemplateAttribute, TemplateKind, TemplateType, ThreatType } from './knowledge-base.ts';

/** What `Representation` says; `Inherited` asks the parent. */
const KINDS: Readonly<Record<string, TemplateKind>> = {
  Ellipse: 'process',
  Rectangle: 'external',
  ParallelLines: 'store',
  Annotation: 'note',
  Line: 'flow',
  LineBoundary: 'line',
  BorderBoundary: 'box',
};

/** Reads the element `KnowledgeBase`; what is no usable type or threat type is listed. */
export function readKnowledgeBase(root: XmlElement, list: LossList): KnowledgeBase {
  const manifest = childOf(root, 'Manifest');
  const head = (name: string): string => manifest?.attributes.get(name.toLowerCase()) ?? (textOf(manifest, name) || '');
  const elements = [...listOf(root, 'GenericElements'), ...listOf(root, 'StandardElements')];
  const defaultPriority = prioritiesOf(childOf(root, 'ThreatMetaData'))[0] ?? '';
  return {
    id: head('Id'),
    name: head('Name'),
    version: head('Version') || '0',
    types: readTypes(elements, list),
    categories: new Map(
      listOf(root, 'ThreatCategories').map((category) => [textOf(category, 'Id'), textOf(category, 'Name')]),
    ),
    threatTypes: readThreatTypes(listOf(root, 'ThreatTypes'), defaultPriority, list),
    pictures: elements.filter((element) => textOf(element, 'Image', 'ImageSource') !== '').length,
  };
}

/** Types by id, ancestors first; a parent that is missing, or that would close a circle, counts as none. */
function readTypes(elements: readonly XmlElement[], list: LossList): ReadonlyMap<string, TemplateType> {
  const byId = new Map<string, XmlElement>();
  for (const element of elements) {
    const id = textOf(element, 'Id', 'ID');
    if (id === '' || byId.has(id)) list.add('value-left-out', `ElementType (${id})`);
    else byId.set(id, element);
  }
  const types = new Map<string, TemplateType>();
  for (const id of byId.keys()) {
    // From the type up to the first known ancestor, then down again, so that parents are settled first.
    const chain = new Set<string>();
    for (let at = id; byId.has(at) && !types.has(at) && !chain.has(at); at = parentOf(byId.get(at))) chain.add(at);
    for (const at of [...chain].reverse()) {
      const element = byId.get(at);
      if (element === undefined) continue;
      const parent = types.get(parentOf(element));
      const representation = textOf(element, 'Representation');
      const own = Object.hasOwn(KINDS, representation) ? KINDS[representation] : undefined;
      const kind = own ?? parent?.kind;
      if (kind === undefined) list.add('value-left-out', `ElementType (${at})`);
      else types.set(at, readType(at, element, { kind, parent: parent?.id ?? null }));
    }
  }
  return types;
}

const parentOf = (element: XmlElement | undefined): string => textOf(element, 'ParentId', 'ParentElement');

function readType(id: string, element: XmlElement, place: Pick<TemplateType, 'kind' | 'parent'>): TemplateType {
  const attributes = new Map<string, TemplateAttribute>();
  // Real templates repeat an attribute; the repetitions are equal.
  for (const attribute of listOf(element, 'Attributes').map(readAttribute)) {
    if (attribute.name !== '' && !attributes.has(attribute.name)) attributes.set(attribute.name, attribute);
  }
  return {
    ...place,
    id,
    name: textOf(element, 'Name') || id,
    description: plainText(textOf(element, 'Description')),
    attributes: [...attributes.values()],
  };
}

function readAttribute(attribute: XmlElement): TemplateAttribute {
  const name = textOf(attribute, 'Name');
  const type = textOf(attribute, 'Type').toLowerCase();
  const values = listOf(attribute, 'AttributeValues').map(({ text }) => text);
  return {
    name,
    label: textOf(attribute, 'DisplayName') || name,
    type: type === 'list' || type === 'boolean' ? type : 'string',
    values: [...new Set(values.filter((value) => value !== ''))],
  };
}

function readThreatTypes(elements: readonly XmlElement[], priority: string, list: LossList): readonly ThreatType[] {
  const types = new Map<string, ThreatType>();
  for (const element of elements) {
    const id = textOf(element, 'Id', 'ID');
    if (id === '' || types.has(id)) {
      list.add('value-left-out', `ThreatType (${id})`);
      continue;
    }
    const filters = childOf(element, 'GenerationFilters');
    types.set(id, {
      id,
      category: textOf(element, 'Category'),
      title: plainText(textOf(element, 'ShortTitle')) || id,
      description: plainText(textOf(element, 'Description')),
      include: textOf(filters, 'Include'),
      exclude: textOf(filters, 'Exclude'),
      priority: prioritiesOf(element)[0] ?? priority,
      mitigation: plainText(valuesOf(element, 'PossibleMitigations')[0] ?? ''),
    });
  }
  return [...types.values()];
}

const prioritiesOf = (element: XmlElement | undefined): readonly string[] => valuesOf(element, 'Priority');

/** The values of a datum of `PropertiesMetaData`, without empty ones. */
function valuesOf(element: XmlElement | undefined, name: string): readonly string[] {
  const datum = listOf(element, 'PropertiesMetaData').find((each) => textOf(each, 'Name') === name);
  return listOf(datum, 'Values')
    .map(({ text }) => text)
    .filter((text) => text !== '');
}
