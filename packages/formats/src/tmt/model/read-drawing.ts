/** From the objects of a .tm7 to elements, flows and diagrams. Ids are the tool's own, so that another import of the same file gives the same. */

import {
  assemble,
  type Assembled,
  type Diagram,
  diagramId,
  type Element,
  type Flow,
  isRoomId,
  readElement,
  readFlow,
  writeElement,
  writeFlow,
} from '@strideboard/model';
import { isSame } from '../../native/is-same.ts';
import type { ObjectContext } from './object-facts.ts';
import { nameOf, type RawKind, type RawSurface } from './raw-drawing.ts';
import { type DrawingParts, findPlaces, type NamedObject, toElement } from './to-element.ts';
import { toFlow } from './to-flow.ts';

/** What is drawn, and the id of every object by its GUID in small letters; the first of several with the same. */
export interface Drawing extends Pick<Assembled, 'elements' | 'flows'> {
  readonly diagrams: readonly Diagram[];
  readonly ids: ReadonlyMap<string, string>;
}

/** Reads all surfaces; `null` when they have more memberships than `limit`. */
export function readDrawing(surfaces: readonly RawSurface[], context: ObjectContext, limit: number): Drawing | null {
  const newId = createIds((guid) => context.list.add('value-adjusted', `id ${guid}`));
  const ids = new Map<string, string>();
  const diagrams: Diagram[] = [];
  const elements: Element[] = [];
  const flows: Flow[] = [];
  let memberships = 0;
  for (const surface of surfaces) {
    const diagram = diagramId(newId(surface.guid));
    const title = context.list.cut(surface.title, 'label', 'Header');
    diagrams.push({ id: diagram, title, details: null, z: orderKey(diagrams.length) });
    const objects = surface.objects.map((object): NamedObject => ({ id: newId(object.guid), object }));
    const places = findPlaces(objects);
    const here = new Map<string, Element>();
    const parts = (at: number): DrawingParts => ({ z: orderKey(at), diagram, context });
    for (const [at, named] of objects.entries()) {
      const guid = named.object.guid.toLowerCase();
      if (!ids.has(guid)) ids.set(guid, named.id);
      if (!isThing(named)) continue;
      const element = toElement(named, places, parts(at));
      memberships += element.memberOf.length;
      if (memberships > limit) return null;
      elements.push(element);
      if (!here.has(guid)) here.set(guid, element);
    }
    for (const [at, named] of objects.entries()) {
      const { kind, guid, source, target } = named.object;
      if (kind !== 'flow') continue;
      const [from, to] = [here.get(source.toLowerCase()), here.get(target.toLowerCase())];
      if (from === undefined || to === undefined) {
        context.list.add('flow-end-missing', `${guid}: ${nameOf(named.object.properties)}`);
        continue;
      }
      const base = from.parent === to.parent ? from.parent : null;
      flows.push(toFlow(named, { source: from.id, target: to.id, base }, { ...parts(at), boxes: places.boxes }));
    }
  }
  return { ...store({ elements, flows, diagrams }, context), diagrams, ids };
}

type Thing = NamedObject & { readonly object: { readonly kind: Exclude<RawKind, 'flow'> } };

const isThing = (named: NamedObject): named is Thing => named.object.kind !== 'flow';

/** Takes everything the way it goes through a shared document; what comes out differently is a loss. */
function store(
  { elements, flows, diagrams }: Pick<Drawing, 'elements' | 'flows' | 'diagrams'>,
  { list }: ObjectContext,
): Pick<Assembled, 'elements' | 'flows'> {
  const adjusted = <Item extends { readonly id: string }>(given: Item, read: Item): void => {
    if (!isSame(given, read)) list.add('value-adjusted', given.id);
  };
  const { issues, ...assembled } = assemble(
    elements.map((element) => {
      const read = readElement(
        element.id,
        writeElement(element),
        list.cut(element.notes, 'notes', `${element.id}.notes`),
      );
      adjusted({ ...element, notes: read.element.notes }, read.element);
      return read;
    }),
    flows.map((flow) => {
      const read = readFlow(flow.id, writeFlow(flow), flow.notes);
      adjusted(flow, read.flow);
      return read;
    }),
    diagrams,
  );
  for (const { code, ids } of issues) if (code !== 'flow-across-diagrams') list.add(code, ids.join(', '));
  return assembled;
}

/** Ids: the GUID where it can be one and is free. */
function createIds(report: (guid: string) => void): (guid: string) => string {
  const taken = new Set<string>();
  return (guid) => {
    const canBeId: boolean = isRoomId(guid);
    const plain = canBeId ? guid : `tm7-${guid.replace(/[^A-Za-z0-9_.-]+/gu, '-').slice(0, 40)}`;
    let id = plain;
    for (let copy = 2; taken.has(id); copy++) id = `${plain.slice(0, 50)}.${copy}`;
    taken.add(id);
    if (id !== guid) report(guid);
    return id;
  };
}

/** The n-th key of a growing run of fractional indexes of four characters; n < 238,328. */
function orderKey(n: number): string {
  const digit = (place: number): string => DIGITS.charAt(Math.floor(n / DIGITS.length ** place) % DIGITS.length);
  return `c${digit(2)}${digit(1)}${digit(0)}`;
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
