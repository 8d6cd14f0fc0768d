/** The row of people who ask to speak, in their order, and the two buttons everybody has in a workshop: hand and laser pointer. */
import { createRegisterCommands } from '@strideboard/document';
import { say, together as words } from '@strideboard/words';
import { Hand, Pointer } from 'lucide-react';
import { useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useRole } from '../room/workshop/use-workshop.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { focusNeighbour } from '../ui/focus-neighbour.ts';
import { initials } from '../ui/initials.ts';
import { timeText } from '../ui/time-text.ts';
import { useReport } from '../ui/use-report.ts';
import styles from './HandBar.module.css';
import type { RaisedHand } from './raised-hands.ts';
import { HAND_KEY } from './together-actions.ts';

/** This many are shown at first. */
const SHOWN = 5;

interface HandBarProps {
  readonly hands: readonly RaisedHand[];
  readonly onRaise: () => void;
  readonly onPoint: () => void;
}

/** The row. */
export function HandBar({ hands, onRaise, onPoint }: HandBarProps) {
  const hand = useSession((state) => state.hand);
  const laser = useSession((state) => state.laser);
  const [all, setAll] = useState(false);
  const shown = all ? hands : hands.slice(0, SHOWN);
  return (
    <section className={styles['bar']} aria-label={words.bar} data-testid="together-bar">
      <span className={styles['mine']}>
        <Button
          size="small"
          icon={<Hand size={14} aria-hidden />}
          aria-keyshortcuts={HAND_KEY.toUpperCase()}
          title={`${hand === null ? words.hands.raise : words.hands.lower} (${HAND_KEY.toUpperCase()})`}
          data-on={hand !== null || undefined}
          onClick={onRaise}
        >
          {hand === null ? words.hands.raise : words.hands.lower}
        </Button>
        <Button
          size="small"
          icon={<Pointer size={14} aria-hidden />}
          aria-keyshortcuts="L"
          aria-pressed={laser !== null}
          title={words.laser.held}
          onClick={onPoint}
        >
          {words.laser.name}
        </Button>
      </span>
      {hands.length === 0 ? null : (
        <ol className={styles['queue']} aria-label={words.hands.list}>
          {shown.map((one) => (
            <QueueItem key={one.principal} hand={one} />
          ))}
        </ol>
      )}
      {hands.length > SHOWN ? (
        <Button size="small" look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.hands.fewer : say(words.hands.more, { count: hands.length - SHOWN })}
        </Button>
      ) : null}
    </section>
  );
}

function QueueItem({ hand: { principal, name, colour, at, isMe } }: { readonly hand: RaisedHand }) {
  const room = useRoom();
  const session = useSessionStore();
  const report = useReport();
  const isFacilitator = useRole() === 'facilitate';
  const lower = async (from: Element): Promise<void> => {
    // Before the workshop is here, nobody could tell this hand from an older one.
    await room.whole;
    focusNeighbour(from);
    if (!report(createRegisterCommands(room.commandsOptions).lowerHand({ principal }))) return;
    session.getState().announce(say(words.hands.loweredNamed, { name }));
  };
  const time = timeText(at, room.now());
  return (
    <li data-card className={styles['hand']} data-testid={`hand-${principal}`}>
      <span className={styles['avatar']} style={{ background: colour }} aria-hidden="true">
        {initials(name)}
      </span>
      <span className="visually-hidden">{say(words.hands.place, { name, time })}</span>
      <span className={styles['name']} title={name} aria-hidden="true">
        <bdi>{isMe ? say(words.hands.you, { name }) : name}</bdi>
      </span>
      <span className={styles['time']} aria-hidden="true">
        {time}
      </span>
      {isFacilitator ? (
        <Button
          size="small"
          aria-label={say(words.hands.lowerNamed, { name })}
          onClick={({ currentTarget }) => void lower(currentTarget)}
        >
          {words.hands.lowerShort}
        </Button>
      ) : null}
    </li>
  );
}
