/** Going from the check to where something is: on the canvas, in the panel beside it, or in another place of the review. */
import type { SubjectId } from '@strideboard/model';
import { useMemo } from 'react';
import type { PanelTab } from '../session/session-store.ts';
import { useSessionStore } from '../session/use-session.ts';

/** The ways. */
export interface GoTo {
  readonly subjects: (ids: readonly SubjectId[], tab: PanelTab) => void;
  /** The threats of a rule stand in the panel, written ones in the register. */
  readonly threats: (ids: readonly string[], subjects: readonly SubjectId[]) => void;
}

/** The ways for the open board. */
export function useGoTo(): GoTo {
  const session = useSessionStore();
  return useMemo(() => {
    const subjects: GoTo['subjects'] = (ids, tab) => {
      session.getState().show(ids);
      session.getState().showTab(tab);
    };
    return {
      subjects,
      threats: (ids, at) => {
        const [first = ''] = ids;
        if (first.startsWith('manual~')) session.getState().showReview('register', first);
        else subjects(at, 'threats');
      },
    };
  }, [session]);
}
