/** From a step to the threats that light it: their elements on the diagram, the list of threats beside it. */
import { isOpenThreat, type Threat } from '@strideboard/stride';
import type { SessionStore } from '../session/session-store.ts';

/** Whether the review lies over the diagram instead of below it. */
export const isNarrow = (): boolean => matchMedia('(max-width: 900px)').matches;

/** Selects what the open ones are about and opens the list; where the review hides the diagram, it makes room. */
export function showThreats(session: SessionStore, threats: readonly Threat[]): void {
  const now = session.getState();
  const subjects = new Set(threats.filter(isOpenThreat).flatMap(({ finding }) => finding.subjects));
  now.show([...subjects]);
  now.showTab('threats');
  if (isNarrow()) now.showReview(null);
}
