/** The part of the projection beside the drawing, as the rest of it knows it: it can be brought in when the drawing already stands. */

import {
  EMPTY_REGISTER,
  EMPTY_WORKSHOP,
  type ModelIssue,
  type Register,
  type Shown,
  type Workshop,
} from '@strideboard/model';
import type { RootName } from '@strideboard/wire';
import { type Roots, sortedKeys } from './roots.ts';

/** Roots of the register. */
export const REGISTER_ROOTS = [
  'manual',
  'controls',
  'applied',
  'mitigates',
  'standing',
  'records',
  'trees',
  'treeNodes',
  'treeEdges',
  'comments',
  'threadState',
  'decisionLog',
] as const satisfies readonly RootName[];
/** Roots of a workshop. */
export const WORKSHOP_ROOTS = [
  'workshop',
  'cards',
  'cardMarks',
  'votes',
  'locks',
] as const satisfies readonly RootName[];

/** Roots that this part of the projection follows. */
export const SIDE_ROOTS = [...REGISTER_ROOTS, ...WORKSHOP_ROOTS] as const;
/** One of {@link SIDE_ROOTS}. */
export type SideRoot = (typeof SIDE_ROOTS)[number];
/** Top-level keys to read again, by root. */
export type DirtyKeys = ReadonlyMap<SideRoot, ReadonlySet<string>>;

/** What stands beside the drawing. */
export interface SideView {
  readonly register: Register;
  readonly workshop: Workshop;
  readonly issues: readonly ModelIssue[];
}

/** A side view that can be brought up to date. */
export interface SideProjection {
  /** Reads the named keys again; `shown` are the ids on the board. Gives the same view when nothing changed. */
  patch(dirty: DirtyKeys, shown: Shown): SideView;
}

/** All keys of all roots: where a projection begins. */
export const allSideKeys = (roots: Roots): DirtyKeys =>
  new Map(SIDE_ROOTS.map((root) => [root, new Set(sortedKeys(roots[root]))]));

/** Nothing beside the drawing. */
export const EMPTY_SIDE: SideView = Object.freeze({ register: EMPTY_REGISTER, workshop: EMPTY_WORKSHOP, issues: [] });

/** Makes a side projection over the roots of a document. */
export type SideFactory = (roots: Roots) => SideProjection;
