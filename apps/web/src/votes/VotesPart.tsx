/** What goes on with dots whatever is in view: they are published when their ballot closes, and an open one is told. */
import type { WorkshopBallot } from '@strideboard/model';
import { say, votes as words } from '@strideboard/words';
import { useEffect, useRef } from 'react';
import { useRoom } from '../room/use-room.ts';
import { openBallot, silentRound } from '../room/workshop/phases.ts';
import { useRole, useWorkshop } from '../room/workshop/use-workshop.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { dotsLeft } from './give-dot.ts';
import { publishDots } from './publish-dots.ts';
import { DotBoxContext, useDotBox, useDots } from './use-dots.ts';
import styles from './Votes.module.css';

/** A line while a vote is open and not in view. */
export function VotesPart() {
  const { live: room } = useRoom();
  const session = useSessionStore();
  const box = useDotBox();
  const ballot = useWorkshop(openBallot);
  const isSilent = useWorkshop((workshop) => silentRound(workshop) !== null);
  const isInView = useSession((state) => state.review === 'vote');
  useTellChanges();
  useEffect(() => {
    return publishDots(room, box, () => session.getState().tell({ text: words.lateTold, tone: 'problem' }));
  }, [room, box, session]);
  if (ballot === null || isSilent || isInView) return null;
  return (
    <DotBoxContext value={box}>
      <OpenLine ballot={ballot} />
    </DotBoxContext>
  );
}

function OpenLine({ ballot }: { readonly ballot: WorkshopBallot }) {
  const session = useSessionStore();
  const isViewer = useRole() === 'view';
  const { mine } = useDots(ballot.id);
  const left = dotsLeft(ballot, mine);
  const question = ballot.what;
  return (
    <div className={styles['line']} role="status">
      <p>
        {isViewer
          ? say(words.banner.view, { question })
          : left === 0
            ? say(words.banner.done, { question })
            : say(words.banner.open, { question, count: left })}
      </p>
      <Button size="small" onClick={() => session.getState().showReview('vote')}>
        {isViewer ? words.banner.look : words.banner.show}
      </Button>
    </div>
  );
}

/** Says that a vote was opened or closed while this page was open. */
function useTellChanges(): void {
  const session = useSessionStore();
  const last = useWorkshop((workshop) => workshop.ballots.at(-1) ?? null);
  const seen = useRef<WorkshopBallot | null>(null);
  useEffect(() => {
    const before = seen.current;
    seen.current = last;
    if (last === null || before === null || before.id !== last.id || before.state === last.state) {
      if (last?.state === 'open' && before !== null && before.id !== last.id)
        session.getState().announce(say(words.openedTold, { question: last.what }));
      return;
    }
    const mine = session.getState();
    if (last.state === 'open') mine.announce(say(words.openedTold, { question: last.what }));
    else if (mine.review === 'vote') mine.announce(say(words.closedTold, { question: last.what }));
    else
      mine.tell({
        text: say(words.closedTold, { question: last.what }),
        action: { label: words.showResult, run: () => mine.showReview('vote') },
      });
  }, [last, session]);
}
