/** From a step to the threats that light it: their elements on the diagram, the list of threats beside it. */
import { isOpenThreat, type Threat } from '@strideboard/stride';
import { isNarrow } from '../session/is-narrow.ts';
import type { SessionStore } from '../session/session-store.ts';

/** Selects what the open ones are about and opens the list; where the review hides the diagram, it makes room. */
export function showThreats(session: SessionStore, threats: readonly Threat[]): void {
  const now = session.getState();
  const subjects = new Set(threats.filter(isOpenThreat).flatMap(({ finding }) => finding.subjects));
  now.show([...subjects]);
  now.showTab('threats');
  if (isNarrow()) now.showReview(null);
}
