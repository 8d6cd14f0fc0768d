/** The bar at the foot of a phone's screen: what is done there most is one tap away. Wider screens do not show it. */
import { reach, review, workshop } from '@strideboard/words';
import { ClipboardList, MessageSquare, TriangleAlert, Waypoints } from 'lucide-react';
import type { ReactNode } from 'react';
import { openBallot, silentRound } from '../room/workshop/phases.ts';
import { useWorkshop } from '../room/workshop/use-workshop.ts';
import type { ReviewPlace } from '../session/session-store.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import styles from './PhoneBar.module.css';

type Part = 'diagram' | 'threats' | 'comments' | 'workshop';

const TOGETHER: ReadonlySet<ReviewPlace> = new Set(['cards', 'gap', 'vote', 'parking']);

/** Four ways: the diagram with nothing over it, its threats, its comments, and what the group does now. */
export function PhoneBar() {
  const { board, panels } = useWords();
  const session = useSessionStore();
  const place = useSession((state) => state.review);
  const isSheetOpen = useSession((state) => state.rightOpen);
  const isLeftOpen = useSession((state) => state.leftOpen);
  const isVoting = useWorkshop((state) => openBallot(state) !== null && silentRound(state) === null);
  const now = partOf(place, isSheetOpen, isLeftOpen);
  const bare = (): void => {
    session.setState({ talk: null });
    session.getState().showReview(null);
    session.getState().setPanel('left', false);
    session.getState().setPanel('right', false);
  };
  const button = (part: Part, label: string, icon: ReactNode, open: () => void): ReactNode => (
    <button
      type="button"
      aria-current={now === part ? 'true' : undefined}
      onClick={() => {
        bare();
        open();
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') bare();
      }}
    >
      {icon}
      <span>{label}</span>
    </button>
  );
  return (
    <nav className={styles['bar']} aria-label={reach.phone}>
      {button('diagram', board.regions.canvas, <Waypoints size={18} aria-hidden />, () => undefined)}
      {button('threats', panels.tabs.threats, <TriangleAlert size={18} aria-hidden />, () =>
        session.getState().showTab('threats'),
      )}
      {button('comments', review.places.comments, <MessageSquare size={18} aria-hidden />, () =>
        session.getState().showReview('comments'),
      )}
      {button('workshop', workshop.label, <ClipboardList size={18} aria-hidden />, () =>
        session.getState().showReview(isVoting ? 'vote' : 'cards'),
      )}
    </nav>
  );
}

/** Which of the four is in front; `null` for a place that none of them leads to. */
function partOf(place: ReviewPlace | null, isSheetOpen: boolean, isLeftOpen: boolean): Part | null {
  if (place === 'comments') return 'comments';
  if (place !== null) return TOGETHER.has(place) ? 'workshop' : null;
  if (isSheetOpen) return 'threats';
  return isLeftOpen ? null : 'diagram';
}
