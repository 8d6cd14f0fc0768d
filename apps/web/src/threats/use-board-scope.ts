/**
 * Whether a list is about what is selected or about the whole board. It follows the selection; a list about the whole board stays so when a
 * selection is made from within it, until something else is selected.
 */
import type { SubjectId } from '@strideboard/model';
import { useState } from 'react';
import { useSessionStore } from '../session/use-session.ts';
import { useSelected } from '../ui/use-selected.ts';

/** The scope of a list. */
export interface BoardScope {
  /** Whom the list is about; empty = the whole board. */
  readonly subjects: readonly SubjectId[];
  /** Whether there is a choice to make. */
  readonly hasSelection: boolean;
  /** Shows the whole board although something is selected, or goes back. */
  setWhole(whole: boolean): void;
  /** Selects on the canvas without narrowing a list about the whole board. */
  reveal(ids: readonly SubjectId[]): void;
}

/** The scope, following the selection. */
export function useBoardScope(): BoardScope {
  const { subjects } = useSelected();
  const session = useSessionStore();
  const [pinned, setPinned] = useState<string | null>(null);
  const key = subjects.join(' ');
  const whole = subjects.length === 0 || pinned === key;
  return {
    subjects: whole ? [] : subjects,
    hasSelection: subjects.length > 0,
    setWhole: (next) => setPinned(next ? key : null),
    reveal: (ids) => {
      if (whole) setPinned(ids.join(' '));
      session.getState().show(ids);
    },
  };
}
