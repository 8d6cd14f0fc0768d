/** Which controls of the catalogue are shown. */
import { CONTROL_STATES, type ControlState } from '@strideboard/model';
import type { ControlSet } from '@strideboard/packs';
import type { ListedControl, ProofRow } from '@strideboard/stride';
import { foldText } from '../ui/fold-text.ts';

/** What can be asked for besides words and a set. */
export const CONTROL_SHOWS = ['all', 'used', ...CONTROL_STATES, 'holes', 'selected', 'own'] as const;
/** One of {@link CONTROL_SHOWS}. */
type ControlShow = (typeof CONTROL_SHOWS)[number];

/** The filters as set. */
export interface ControlFilter {
  readonly text: string;
  readonly set: ControlSet | null;
  readonly show: ControlShow;
}

interface Known {
  readonly rowsOf: ReadonlyMap<string, readonly ProofRow[]>;
  /** Ids of selected elements. */
  readonly selected: readonly string[];
}

/** Controls that pass all filters, in their order; every word of the text must be found. */
export function filterControls(
  controls: readonly ListedControl[],
  { text, set, show }: ControlFilter,
  { rowsOf, selected }: Known,
): readonly ListedControl[] {
  const wanted = foldText(text).split(' ').filter(Boolean);
  const passes = (control: ListedControl): boolean => {
    const rows = rowsOf.get(control.id) ?? [];
    const isIn = (state: ControlState): boolean => rows.some(({ place }) => place?.state === state);
    switch (show) {
      case 'all':
        return true;
      case 'used':
        return rows.length > 0;
      case 'holes':
        return rows.some(({ holes }) => holes.length > 0);
      case 'selected':
        return rows.some(({ place }) => place !== null && selected.includes(place.element));
      case 'own':
        return control.isOwn;
      default:
        return isIn(show);
    }
  };
  return controls.filter((control) => {
    if (set !== null && !control.sets.includes(set)) return false;
    const { id, title, group, test, signal, requirements } = control;
    const hay = foldText([id, title, group, test, signal, ...requirements.map((one) => one.text)].join(' '));
    return wanted.every((word) => hay.includes(word)) && passes(control);
  });
}
