/** Who has locked what is selected, why, and who can change it. */
import type { FacilitatorLock } from '@strideboard/model';
import { say, together } from '@strideboard/words';
import { ShieldCheck } from 'lucide-react';
import { useMemo } from 'react';
import { usePeople } from '../room/people.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { useRole, useWorkshop } from '../room/workshop/use-workshop.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { useReport } from '../ui/use-report.ts';
import { lockFor } from './lock-actions.ts';
import styles from './LockCard.module.css';

/** A longer reason is none a card has room for. */
const REASON_LIMIT = 500;

/** Nothing while nothing selected is locked. */
export function LockCard() {
  const words = together.locks;
  const room = useRoom();
  const session = useSessionStore();
  const report = useReport();
  const selection = useSession((state) => state.selection);
  const locks = useWorkshop((workshop) => workshop.locks);
  const isFacilitator = useRole() === 'facilitate';
  const chosen = useMemo(() => locks.filter(({ id }) => selection.includes(id)), [locks, selection]);
  const text = useText(chosen, isFacilitator);
  if (text === null) return null;
  return (
    <section className={styles['card']} aria-label={words.label} data-testid="lock-card">
      <ShieldCheck size={16} aria-hidden />
      <p role="status">{text}</p>
      {isFacilitator ? (
        <Button
          size="small"
          onClick={() => void lockFor({ room, session, report }, { ids: chosen.map(({ id }) => id), on: false })}
        >
          {words.unlock}
        </Button>
      ) : null}
    </section>
  );
}

function useText(chosen: readonly FacilitatorLock[], isFacilitator: boolean): string | null {
  const words = together.locks;
  const people = useModel((model) => model.people);
  const here = usePeople();
  const [first] = chosen;
  if (first === undefined) return null;
  const { by } = first;
  const reason = first.reason.slice(0, REASON_LIMIT);
  const name = (Object.hasOwn(people, by) ? people[by]?.name : '') || words.somebody;
  const isOne = chosen.every((lock) => lock.by === by && lock.reason === first.reason);
  const what = isOne
    ? say(reason === '' ? words.card : words.cardReason, { name, reason })
    : say(words.cardMore, { count: chosen.length });
  const names = [...new Set(here.filter(({ role }) => role === 'facilitate').map((person) => person.name))];
  const who = isFacilitator
    ? words.whoMe
    : names.length === 0
      ? words.whoNobody
      : say(words.who, { names: names.slice(0, 3).join(', ') });
  return `${/[.!?…]$/u.test(what) ? what : `${what}.`} ${who}`;
}
