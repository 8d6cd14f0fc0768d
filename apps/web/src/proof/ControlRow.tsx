/** One control of the catalogue: what it is and how it stands; opened, everything about it. */
import { CONTROL_STATES, type ControlState } from '@strideboard/model';
import type { ListedControl } from '@strideboard/stride';
import { proof as words, say } from '@strideboard/words';
import { useEffect, useId, useRef } from 'react';
import { AnsweredThreats } from './AnsweredThreats.tsx';
import { AppliedPlaces } from './AppliedPlaces.tsx';
import { ControlFacts } from './ControlFacts.tsx';
import styles from './ControlRow.module.css';
import { OwnControl } from './OwnControl.tsx';
import type { ControlRequest } from './control-request.ts';
import { StateMark } from './StateMark.tsx';
import type { ControlActions } from './use-control-actions.ts';
import type { Proof } from './use-proof.ts';

interface ControlRowProps {
  readonly control: ListedControl;
  readonly proof: Proof;
  readonly actions: ControlActions;
  readonly isOpen: boolean;
  /** Set when it was asked for from elsewhere: then the keyboard begins here. */
  readonly start: ControlRequest | null;
  readonly onToggle: () => void;
}

/** The row. */
export function ControlRow({ control, proof, actions, isOpen, start, onToggle }: ControlRowProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const [titleId, bodyId] = [useId(), useId()];
  useEffect(() => {
    if (start === null) return;
    opener.current?.focus();
    opener.current?.scrollIntoView({ block: 'nearest' });
  }, [start]);
  return (
    <article className={styles['row']} data-testid={`control-${control.id}`} aria-labelledby={titleId}>
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
            <span>{control.title}</span>
          </button>
        </h3>
        <Standing control={control} proof={proof} />
      </div>
      {isOpen ? (
        <div id={bodyId} className={styles['body']}>
          {control.isOwn ? (
            <OwnControl key={control.id} control={control} actions={actions} />
          ) : (
            <ControlFacts control={control} />
          )}
          <AnsweredThreats control={control} proof={proof} actions={actions} />
          <AppliedPlaces control={control} proof={proof} actions={actions} />
        </div>
      ) : null}
    </article>
  );
}

/** Id, smallest set, states of its places, and how much is missing. */
function Standing({ control, proof }: Pick<ControlRowProps, 'control' | 'proof'>) {
  const rows = proof.rowsOf.get(control.id) ?? [];
  const missing = new Set(rows.flatMap(({ holes }) => holes)).size;
  const count = (state: ControlState): number => rows.filter(({ place }) => place?.state === state).length;
  const [set] = control.sets;
  return (
    <p className={styles['standing']}>
      {CONTROL_STATES.map((state) =>
        count(state) === 0 ? null : (
          <StateMark key={state} state={state} text={`${count(state)} ${words.states[state]}`} />
        ),
      )}
      {missing === 0 ? null : <span className={styles['missing']}>{say(words.view.missing, { count: missing })}</span>}
      {set === undefined ? null : <span>{words.sets[set]}</span>}
      <span className={styles['id']}>{control.isOwn ? words.view.own : control.id}</span>
    </p>
  );
}
