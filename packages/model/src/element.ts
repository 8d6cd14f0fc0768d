/** Elements of a data-flow diagram: external entities, processes, data stores, boundaries, notes and references. */

import type { DiagramId, ElementId } from './ids.ts';

/** The DFD role of an element. `ref` shows the element `of` on another diagram. */
export const ELEMENT_KINDS = ['process', 'store', 'external', 'boundary', 'note', 'ref'] as const;
/** One of {@link ELEMENT_KINDS}. */
export type ElementKind = (typeof ELEMENT_KINDS)[number];

/** A value a person or an importer gave to a property. Absent means unknown, which is not the same as false. */
export type Scalar = string | number | boolean;
/** A scalar or a list of scalars. */
export type PropertyValue = Scalar | readonly Scalar[];
/** Property values by property name; an absent name is unknown. */
export type Properties = Readonly<Record<string, PropertyValue>>;

/** Where a property value comes from. */
export const EVIDENCE_SOURCES = ['claimed', 'designed', 'observed'] as const;
/** Who said a property's value, on what ground, when. `at` is ms since 1970 UTC. */
export interface Evidence {
  readonly source: (typeof EVIDENCE_SOURCES)[number];
  readonly evidence: string;
  readonly by: string;
  readonly at: number;
}

/** Who did something and when (ms since 1970 UTC); a claim of that person's browser. */
export interface Stamp {
  readonly by: string;
  readonly at: number;
}

/** Points are integers 0..10000 of the element's own width and height. `line` has no inside. */
export type BoundaryShape =
  | { readonly kind: 'box' }
  | {
      readonly kind: 'poly' | 'line';
      readonly points: readonly (readonly [number, number])[];
      readonly curve: 'straight' | 'smooth';
    };

/** Trust boundary (dashed) or machine segregation (solid thin). */
export const BOUNDARY_STYLES = ['trust', 'machine'] as const;
/** One of {@link BOUNDARY_STYLES}. */
export type BoundaryStyle = (typeof BOUNDARY_STYLES)[number];

/** One element or boundary as every reader sees it: valid, complete, immutable. */
export interface Element {
  readonly id: ElementId;
  readonly kind: ElementKind;
  /** Stencil or boundary-kind id of a content pack, `''` when none was chosen. An unknown id is drawn by kind. */
  readonly type: string;
  readonly label: string;
  /** The closed boundary it moves with, or `null` at the top. */
  readonly parent: ElementId | null;
  /** Left edge relative to the parent's left edge, px. */
  readonly x: number;
  /** Top edge relative to the parent's top edge, px. */
  readonly y: number;
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  /** Fractional index among siblings. */
  readonly z: string;
  /** Further closed boundaries it belongs to besides its parent chain, sorted. */
  readonly memberOf: readonly ElementId[];
  readonly properties: Properties;
  readonly evidence: Readonly<Record<string, Evidence>>;
  /** `null` = in scope; otherwise the reason, which may be empty (and is then flagged). */
  readonly outOfScope: string | null;
  /** Meaningful for boundaries only; `box` otherwise. */
  readonly shape: BoundaryShape;
  /** Meaningful for boundaries only. */
  readonly style: BoundaryStyle;
  /** An ordinary lock, a courtesy anybody with edit rights may lift. */
  readonly lock: Stamp | null;
  readonly collapsed: boolean;
  /** Identity in an imported file. */
  readonly importedFrom: string | null;
  /** The diagram it lives on; `null` = the first diagram. */
  readonly diagram: DiagramId | null;
  /** The element a `ref` stands for. */
  readonly of: ElementId | null;
  readonly created: Stamp | null;
  readonly notes: string;
}

/** Whether the element encloses an area: a boundary of shape box or poly. Only such elements can be parents or have members. */
export const isClosedBoundary = (element: Pick<Element, 'kind' | 'shape'>): boolean =>
  element.kind === 'boundary' && element.shape.kind !== 'line';

/** Default size by kind, px: a boundary has room for a few elements. */
export function defaultSize(kind: ElementKind): { readonly width: number; readonly height: number } {
  if (kind === 'boundary') return { width: 320, height: 220 };
  if (kind === 'note') return { width: 180, height: 80 };
  return { width: 160, height: 60 };
}
