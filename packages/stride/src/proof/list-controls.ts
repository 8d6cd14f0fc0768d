/** All controls there are to choose from, of packs and of the room, in one form. */

import type { RoomControl } from '@strideboard/model';
import type { Control, ControlSet } from '@strideboard/packs';
import type { ControlStrength } from '../register/risk.ts';

/** One control. Texts are as written; absent ones are empty. */
export interface ListedControl {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly layer: string;
  /** Mechanism it brings to a boundary; empty for none. */
  readonly mechanism: string;
  /** Made in this model, not of a pack. */
  readonly isOwn: boolean;
  /** How one can see that it works. */
  readonly test: string;
  /** What shows in daily work that it works or is tried. */
  readonly signal: string;
  /** Requirements it meets, e.g. `cis-1.12:5.3.1-2`; one nobody compared with its source is not `checked`. */
  readonly requirements: readonly { readonly text: string; readonly checked: boolean }[];
  readonly sets: readonly ControlSet[];
  /** Rules whose threats it helps against, as the pack says; empty for one of the room. */
  readonly rules: readonly string[];
  /** `null` = nobody said. */
  readonly strength: ControlStrength | null;
  readonly notes: string;
}

/** Those of the packs in their order, then those of the room by title. */
export function listControls(catalogue: readonly Control[], own: readonly RoomControl[]): readonly ListedControl[] {
  const mine = [...own].sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1));
  return [...catalogue.map(ofPack), ...mine.map(ofRoom)];
}

const ofPack = (control: Control): ListedControl => ({
  id: control.id,
  title: control.label,
  group: control.group ?? '',
  layer: control.layer ?? '',
  mechanism: control.mechanism ?? '',
  isOwn: false,
  test: control.test ?? '',
  signal: control.signal ?? '',
  requirements: control.compliance.map(({ key, id, checked }) => ({
    text: id === '' ? key : `${key}:${id}`,
    checked,
  })),
  sets: control.sets ?? [],
  rules: control.mitigates,
  strength: control.strength ?? null,
  notes: control.originNote ?? '',
});

const ofRoom = ({ requirements, ...control }: RoomControl): ListedControl => ({
  ...control,
  mechanism: '',
  isOwn: true,
  // What a team writes down is its own word.
  requirements: requirements.map((text) => ({ text, checked: true })),
  sets: [],
  rules: [],
});
