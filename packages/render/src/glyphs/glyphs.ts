/**
 * The icons of the diagram: our own line drawings on a 24-unit grid for a stroke of 1.6 with round joins and caps and no fill, one path
 * each, told apart at 16 px in one colour.
 */

import type { ElementKind } from '@strideboard/model';
import { controlPlane } from './control-plane.ts';
import { dataAndNetwork } from './data-and-network.ts';
import { identity } from './identity.ts';
import { nodes } from './nodes.ts';
import { people } from './people.ts';
import { supplyChain } from './supply-chain.ts';

/** Path data by name. Names are permanent: packs refer to them. */
export const glyphs: Readonly<Record<string, string>> = {
  ...people,
  ...controlPlane,
  ...nodes,
  ...identity,
  ...dataAndNetwork,
  ...supplyChain,
};

const byKind: Readonly<Record<ElementKind, string>> = {
  process: 'process',
  store: 'store',
  external: 'external',
  boundary: 'boundary',
  note: 'note',
  ref: 'process',
};

/** The name to draw: the given one if it exists, otherwise the sign of the kind. */
export const glyphName = (name: string | null, kind: ElementKind): string =>
  name !== null && Object.hasOwn(glyphs, name) ? name : byKind[kind];

/** Path data of a glyph; the sign of the kind for an unknown name. */
export const glyphPath = (name: string, kind: ElementKind): string => glyphs[glyphName(name, kind)] ?? '';
