/** One record: what it says, its state as buttons, what it is about; opened, all of it can be changed. */
import { RECORD_STATES, type RecordState, type TeamRecord } from '@strideboard/model';
import { records as words, say } from '@strideboard/words';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useMayEdit, useModel, useRoom } from '../room/use-room.ts';
import { CardSources } from '../ui/CardSources.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { timeText } from '../ui/time-text.ts';
import { Chips } from './AboutField.tsx';
import { dayText } from '../session/in-language.ts';
import { RecordBody } from './RecordBody.tsx';
import styles from './RecordRow.module.css';
import { Resting } from './Resting.tsx';
import type { RecordActions } from './use-record-actions.ts';
import { useTargets } from './use-targets.ts';

interface RecordRowProps {
  readonly record: TeamRecord;
  readonly isOpen: boolean;
  /** Set when it was asked for from elsewhere, a new object each time: then the keyboard begins here. */
  readonly start: object | null;
  readonly actions: RecordActions;
  readonly onToggle: () => void;
  /** Begins a decision that takes its place. */
  readonly onReplace: () => void;
}

/** The row. */
export function RecordRow({ record, isOpen, start, actions, onToggle, onReplace }: RecordRowProps) {
  const find = useTargets();
  const mayEdit = useMayEdit();
  const opener = useRef<HTMLButtonElement>(null);
  const [titleId, bodyId] = [useId(), useId()];
  const { id, kind, title, state, about } = record;
  useEffect(() => {
    if (start === null) return;
    opener.current?.focus();
    opener.current?.scrollIntoView({ block: 'nearest' });
  }, [start]);
  const states: readonly RecordState[] = RECORD_STATES[kind];
  return (
    <article className={styles['row']} data-testid={`record-${id}`} data-state={state} aria-labelledby={titleId}>
      <div className={styles['head']}>
        <h3 id={titleId} className={styles['title']}>
          <button
            ref={opener}
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? bodyId : undefined}
            onClick={onToggle}
          >
            <span className={styles['mark']} aria-hidden="true" />
            <span>{title}</span>
          </button>
        </h3>
        <Segmented
          label={say(words.state, { title })}
          value={state}
          options={states.map((value) => ({ value, label: words.states[value] }))}
          disabled={!mayEdit}
          onChange={(next) => void actions.setState(record, next)}
        />
      </div>
      <Facts record={record}>{isOpen ? null : <Chips about={about} find={find} />}</Facts>
      {kind === 'assumption' ? <Resting record={record} isOpen={isOpen} /> : null}
      <Succession record={record} />
      {isOpen ? (
        <div id={bodyId}>
          <RecordBody record={record} actions={actions} onReplace={onReplace} />
          <CardSources id={id} />
        </div>
      ) : null}
    </article>
  );
}

/** Who, when, by when; and what stands beside it. */
function Facts({ record, children }: { readonly record: TeamRecord; readonly children: ReactNode }) {
  const room = useRoom();
  const { state, owner, due, created, agreed } = record;
  const who = (by: string): string => room.document.people().get(by)?.name ?? words.someone;
  const stamp = agreed ?? created;
  const facts = [
    stamp === null
      ? ''
      : say(agreed === null ? words.written : words.settled, {
          state: words.states[state],
          who: who(stamp.by),
          when: timeText(stamp.at, room.now()),
        }),
    owner === '' ? '' : say(words.ownedBy, { owner }),
    due === '' ? '' : say(words.due, { date: dayText(due) }),
  ].filter(Boolean);
  return (
    <div className={styles['facts']}>
      {children}
      {facts.length === 0 ? null : <p>{facts.join(' · ')}</p>}
    </div>
  );
}

/** The decision it takes the place of, and the one that takes its own. */
function Succession({ record: { id, replaces, kind } }: { readonly record: TeamRecord }) {
  const find = useTargets();
  const records = useModel((model) => model.records);
  const successors = records.filter((other) => other.replaces === id);
  if (kind !== 'decision' || (replaces === null && successors.length === 0)) return null;
  const isThere = replaces !== null && records.some((other) => other.id === replaces);
  return (
    <div className={styles['succession']}>
      {replaces === null ? null : isThere ? (
        <>
          <span>{words.replaces}</span>
          <Chips about={[replaces]} find={find} />
        </>
      ) : (
        <span>{words.replacesGone}</span>
      )}
      {successors.length === 0 ? null : (
        <>
          <span>{words.supersededBy}</span>
          <Chips about={successors.map((one) => one.id)} find={find} />
        </>
      )}
    </div>
  );
}
