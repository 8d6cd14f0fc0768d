/** What enforces a boundary, in layers that fail apart: the same count as the fact `independentMechanisms`, with what it is made of. */

import { type AppliedControl, compareText, type Element } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import { isInPlace } from '../register/risk.ts';
import type { ListedControl } from './list-controls.ts';

/** One mechanism at work. */
export interface EnforcingMechanism {
  readonly id: string;
  readonly label: string;
  /** Isolation layer; empty where none is named. */
  readonly layer: string;
  /** The control in place that brings it; `null` = people named it on the boundary. */
  readonly control: string | null;
}

/** Mechanisms that fail together. */
export interface BoundaryLayer {
  /** Id of the independence group. */
  readonly group: string;
  readonly mechanisms: readonly EnforcingMechanism[];
}

/** What enforces a boundary. */
export interface Enforcement {
  /** By group; as many as there are independent layers. */
  readonly layers: readonly BoundaryLayer[];
  /** Whether people said what enforces it; until then there may be more than the controls bring. */
  readonly isNamed: boolean;
}

/** Layers of a boundary from what is named on it and what controls in place there bring. Names no pack has count nothing. */
export function boundaryLayers(
  boundary: Pick<Element, 'id' | 'properties'>,
  index: PackIndex,
  { applied, controls }: { readonly applied: readonly AppliedControl[]; readonly controls: readonly ListedControl[] },
): Enforcement {
  const named = boundary.properties['enforcedBy'];
  const items = (Array.isArray(named) ? named : []).map((item) => ({ item: String(item), control: null }));
  const byId = new Map(controls.map((control) => [control.id, control]));
  const brought = applied
    .filter(({ element, state }) => element === boundary.id && isInPlace(state))
    .flatMap(({ control }) => {
      const { mechanism = '', layer = '' } = byId.get(control) ?? {};
      return mechanism === '' ? [] : [{ item: layer === '' ? mechanism : `${mechanism}@${layer}`, control }];
    });
  const groups = new Map<string, EnforcingMechanism[]>();
  for (const { item, control } of [...items, ...brought]) {
    const [id = '', layer = ''] = item.split('@');
    const mechanism = index.mechanism(id);
    if (mechanism === null) continue;
    const found = { id, label: mechanism.label, layer, control };
    const known = groups.get(mechanism.group);
    if (known === undefined) groups.set(mechanism.group, [found]);
    else if (!known.some((other) => other.id === id && other.layer === layer && other.control === control))
      known.push(found);
  }
  const layers = [...groups].map(([group, mechanisms]) => ({ group, mechanisms }));
  return { layers: layers.sort((a, b) => compareText(a.group, b.group)), isNamed: Array.isArray(named) };
}
