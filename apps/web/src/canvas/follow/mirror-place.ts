/** Shows beside the drawing what the person I follow looks at there: the step of the numbers, the threat, the record. */
import type { Model } from '@strideboard/model';
import type { SharedPlace } from '../../room/shared-place.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { isTyping } from '../../ui/typing-target.ts';

/** Goes where they are; what came from them and is theirs no more is closed, what I opened myself stays. */
export function mirrorPlace(session: SessionStore, model: Pick<Model, 'records' | 'flows'>, place: SharedPlace): void {
  const { step, look } = place;
  const now = session.getState();
  if (step !== null && model.flows.some(({ id }) => id === step))
    session.setState({ walking: true, walkStep: { flow: step, mirrored: true } });
  else if (now.walkStep?.mirrored === true) now.setWalking(false);
  // Whatever opens beside it would take the keyboard away from who is writing.
  if (isTyping(document.activeElement)) return;
  if (look === null) {
    if (now.looksAt?.mirrored !== true) return;
    if (now.review === now.looksAt.place) now.showReview(null);
    session.setState({ looksAt: null });
    return;
  }
  if (look.place === 'panel') session.setState({ tab: 'threats' });
  else {
    // Who begins a new record opens a form of their own, which is nothing to be shown.
    const isOpenable = look.id !== '' && (look.place !== 'records' || model.records.some(({ id }) => id === look.id));
    now.showReview(look.place, isOpenable ? look.id : undefined);
  }
  session.setState({ looksAt: { ...look, mirrored: true } });
}
