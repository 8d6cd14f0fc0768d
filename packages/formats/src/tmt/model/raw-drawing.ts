/** What stands on the drawing surfaces of a .tm7, as written: everything by its own words, nothing placed or resolved. */

import type { LossList } from '../../native/fit.ts';
import { childOf, listOf, numberOf, textOf, type XmlElement } from '../xml/xml-element.ts';

/** What an object is, by the serialiser's type and, for annotations, by the generic type. */
export type RawKind = 'process' | 'external' | 'store' | 'note' | 'flow' | 'line' | 'box';

/** One property of an object. `value` is the chosen one of a list; `null` = none. */
export interface RawProperty {
  readonly kind: 'header' | 'string' | 'boolean' | 'list';
  readonly label: string;
  readonly name: string;
  readonly value: string | null;
}

/** A point on the surface, px. */
export type RawPoint = readonly [x: number, y: number];

/** One object. `box` is that of a stencil or border boundary, `curve` that of a connector or line boundary; `null` where numbers are missing. */
export interface RawObject {
  readonly kind: RawKind;
  readonly guid: string;
  readonly typeId: string;
  readonly genericTypeId: string;
  readonly properties: readonly RawProperty[];
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
  readonly curve: { readonly from: RawPoint; readonly handle: RawPoint; readonly to: RawPoint } | null;
  readonly source: string;
  readonly target: string;
  /** Sides of the stencils, e.g. `NorthEast`, or `None`. */
  readonly ports: readonly [string, string];
}

/** One drawing surface: a tab. */
export interface RawSurface {
  readonly guid: string;
  readonly title: string;
  readonly objects: readonly RawObject[];
}

/** Custom templates have generic types of their own, so the serialiser's type decides; only annotations share theirs with interactors. */
const KINDS: Readonly<Record<string, RawKind>> = {
  StencilEllipse: 'process',
  StencilRectangle: 'external',
  StencilParallelLines: 'store',
  BorderBoundary: 'box',
  LineBoundary: 'line',
  Connector: 'flow',
};
const ANNOTATION = 'GE.A';

/** Reads the surfaces in their order; objects of a kind nobody knows are listed. */
export function readSurfaces(root: XmlElement, list: LossList): readonly RawSurface[] {
  return listOf(root, 'DrawingSurfaceList').map((surface) => {
    const objects = [...listOf(surface, 'Borders'), ...listOf(surface, 'Lines')];
    return {
      guid: textOf(surface, 'Guid'),
      title: textOf(surface, 'Header') || nameOf(readProperties(surface, list)),
      objects: objects.flatMap((entry) => readObject(entry, list)),
    };
  });
}

/** The label: the property shown as "Name". */
export const nameOf = (properties: readonly RawProperty[]): string =>
  properties.find(({ kind, label }) => kind === 'string' && label === 'Name')?.value ?? '';

function readObject(entry: XmlElement, list: LossList): readonly RawObject[] {
  const value = childOf(entry, 'Value');
  const guid = textOf(value, 'Guid') || textOf(entry, 'Key');
  const type = localName(value?.attributes.get('type') ?? '');
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (value === undefined || kind === undefined) {
    list.add('value-left-out', `${type} (${guid})`);
    return [];
  }
  const genericTypeId = textOf(value, 'GenericTypeId');
  return [
    {
      kind: kind === 'external' && genericTypeId === ANNOTATION ? 'note' : kind,
      guid,
      genericTypeId,
      typeId: textOf(value, 'TypeId'),
      properties: readProperties(value, list),
      box: readBox(value),
      curve: readCurve(value),
      source: textOf(value, 'SourceGuid'),
      target: textOf(value, 'TargetGuid'),
      ports: [textOf(value, 'PortSource'), textOf(value, 'PortTarget')],
    },
  ];
}

const localName = (type: string): string => type.slice(type.lastIndexOf(':') + 1);

const PROPERTY_KINDS: Readonly<Record<string, RawProperty['kind']>> = {
  HeaderDisplayAttribute: 'header',
  StringDisplayAttribute: 'string',
  BooleanDisplayAttribute: 'boolean',
  ListDisplayAttribute: 'list',
  StaticListDisplayAttribute: 'list',
};

function readProperties(value: XmlElement, list: LossList): readonly RawProperty[] {
  return listOf(value, 'Properties').flatMap((property): readonly RawProperty[] => {
    const type = localName(property.attributes.get('type') ?? '');
    const kind = Object.hasOwn(PROPERTY_KINDS, type) ? PROPERTY_KINDS[type] : undefined;
    const label = textOf(property, 'DisplayName');
    if (kind === undefined) {
      list.add('value-left-out', `${textOf(value, 'Guid')}: ${label || type}`);
      return [];
    }
    const choices = listOf(property, 'Value').map(({ text }) => text);
    const chosen = kind === 'list' ? choices[numberOf(property, 'SelectedIndex') ?? -1] : textOf(property, 'Value');
    if (chosen === undefined) list.add('value-unreadable', `${textOf(value, 'Guid')}: ${label}`);
    return [{ kind, label, name: textOf(property, 'Name'), value: chosen ?? null }];
  });
}

function readBox(value: XmlElement): RawObject['box'] {
  const [x, y] = [numberOf(value, 'Left'), numberOf(value, 'Top')];
  const [width, height] = [numberOf(value, 'Width'), numberOf(value, 'Height')];
  if (x === null || y === null || width === null || height === null || width <= 0 || height <= 0) return null;
  return { x, y, width, height };
}

function readCurve(value: XmlElement): RawObject['curve'] {
  const point = (name: string): RawPoint | null => {
    const [x, y] = [numberOf(value, `${name}X`), numberOf(value, `${name}Y`)];
    return x === null || y === null ? null : [x, y];
  };
  const [from, to] = [point('Source'), point('Target')];
  if (from === null || to === null) return null;
  return { from, to, handle: point('Handle') ?? [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] };
}
