/** What can be done with all selected threats at once. */
import { THREAT_STATES, type ThreatId } from '@strideboard/model';
import type { RegisterRow } from '@strideboard/stride';
import { register, say, standing } from '@strideboard/words';
import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { useStandingStart } from '../session/standing-start.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import styles from './BulkBar.module.css';
import { type BulkDraft, bulkDecisions, bulkProblem, NO_CHANGE } from './bulk-draft.ts';
import { confirmAgain, confirmGrades } from './detail/decision-draft.ts';
import { useDecide } from './detail/use-decide.ts';
import { PARTIES } from './views/view-settings.ts';

const words = register.bulk;

interface BulkBarProps {
  /** At least one. */
  readonly rows: readonly RegisterRow[];
  /** How many of them are not shown now. */
  readonly hidden: number;
  /** Clears the selection; the keyboard goes on in the table. */
  readonly onClear: () => void;
}

/** The bar; the form opens in it. */
export function BulkBar({ rows, hidden, onClear }: BulkBarProps) {
  const { decide } = useDecide();
  const session = useSessionStore();
  const [isDeciding, setDeciding] = useState(false);
  const grades = confirmGrades(rows);
  const again = confirmAgain(rows);
  const startStanding = useStandingStart();
  const ofOneRule = threatOfOneRule(rows);
  const done = (count: number): void => session.getState().tell({ text: say(words.done, { count }) });
  return (
    <section className={styles['bar']} aria-label={words.label}>
      <div className={styles['line']}>
        <p role="status">
          <strong>{say(words.selected, { count: rows.length })}</strong>
          {hidden === 0 ? null : <span className={styles['hint']}> · {say(words.hidden, { count: hidden })}</span>}
        </p>
        <Button
          size="small"
          look={isDeciding ? 'plain' : 'primary'}
          aria-expanded={isDeciding}
          onClick={() => setDeciding(!isDeciding)}
        >
          {words.decide}
        </Button>
        {ofOneRule === null ? null : (
          <Button size="small" aria-haspopup="dialog" onClick={() => startStanding(ofOneRule)}>
            {standing.decideLike}
          </Button>
        )}
        {grades.length === 0 ? null : (
          <Button size="small" onClick={() => (decide(grades) ? done(grades.length) : undefined)}>
            {say(words.confirm, { count: grades.length })}
          </Button>
        )}
        {again.length === 0 ? null : (
          <Button size="small" onClick={() => (decide(again) ? done(again.length) : undefined)}>
            {say(words.again, { count: again.length })}
          </Button>
        )}
        <Button size="small" look="quiet" onClick={onClear}>
          {words.clear}
        </Button>
      </div>
      {isDeciding ? (
        <BulkForm
          rows={rows}
          onClose={() => setDeciding(false)}
          onDone={() => {
            done(rows.length);
            onClear();
          }}
        />
      ) : null}
    </section>
  );
}

/** The threat to make a standing decision from; `null` where the selected ones are not all of one rule. */
function threatOfOneRule(rows: readonly RegisterRow[]): ThreatId | null {
  const [first] = rows;
  const rule = first?.threat?.finding.rule;
  return rule !== undefined && rows.every(({ threat }) => threat?.finding.rule === rule) ? (first?.id ?? null) : null;
}

interface BulkFormProps {
  readonly rows: readonly RegisterRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function BulkForm({ rows, onClose, onDone }: BulkFormProps) {
  const { common } = useWords();
  const { decide } = useDecide();
  const [draft, setDraft] = useState(NO_CHANGE);
  const [tried, setTried] = useState(false);
  const ids = { state: useId(), why: useId(), party: useId(), note: useId() };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  const found = bulkProblem(draft);
  const problem = tried ? found : null;
  const change = (part: Partial<BulkDraft>): void => setDraft({ ...draft, ...part });
  const save = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (found !== null) {
      setTried(true);
      form.current?.querySelector<HTMLElement>(found === 'why' ? 'textarea' : 'select')?.focus();
      return;
    }
    if (decide(bulkDecisions(rows, draft))) onDone();
  };
  const text = (field: 'owner' | 'ticket' | 'treatment' | 'future' | 'tags', maxLength: number) => (
    <TextField
      label={register.detail[field]}
      maxLength={maxLength}
      value={draft[field]}
      onChange={({ target }) => change({ [field]: target.value })}
    />
  );
  const note =
    problem === 'nothing'
      ? words.nothing
      : problem === 'why' && draft.state !== ''
        ? say(register.detail.whyMissing, { state: common.states[draft.state] })
        : null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: Escape closes the form, wherever the focus is in it
    <form
      ref={form}
      noValidate
      className={styles['form']}
      aria-label={say(words.title, { count: rows.length })}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={styles['fields']}>
        <div className={styles['field']}>
          <label htmlFor={ids.state}>{register.detail.state}</label>
          <select
            id={ids.state}
            value={draft.state}
            onChange={({ target }) => change({ state: THREAT_STATES.find((state) => state === target.value) ?? '' })}
          >
            <option value="">{words.leave}</option>
            {THREAT_STATES.map((state) => (
              <option key={state} value={state}>
                {common.states[state]}
              </option>
            ))}
          </select>
        </div>
        <div className={styles['field']} data-wide>
          <label htmlFor={ids.why}>{register.detail.why}</label>
          <textarea
            id={ids.why}
            rows={1}
            maxLength={4_000}
            aria-invalid={problem === 'why'}
            aria-describedby={ids.note}
            value={draft.why}
            onChange={({ target }) => change({ why: target.value })}
          />
        </div>
        <div className={styles['field']}>
          <label htmlFor={ids.party}>{register.detail.party}</label>
          <select id={ids.party} value={draft.party} onChange={({ target }) => change({ party: target.value })}>
            <option value="">{words.leave}</option>
            {PARTIES.filter((party) => party !== 'none').map((party) => (
              <option key={party} value={party}>
                {register.parties[party]}
              </option>
            ))}
          </select>
        </div>
        {text('owner', 200)}
        <TextField
          label={register.detail.due}
          type="date"
          max="9999-12-31"
          value={draft.due}
          onChange={({ target }) => change({ due: target.value })}
        />
        {text('ticket', 200)}
        {text('treatment', 4_000)}
        {text('future', 4_000)}
        {text('tags', 2_000)}
      </div>
      <p
        id={ids.note}
        className={note === null ? styles['hint'] : styles['problem']}
        role={note === null ? undefined : 'alert'}
      >
        {note ?? words.leaveHint}
      </p>
      <div className={styles['line']}>
        <Button size="small" look="primary" type="submit">
          {say(words.save, { count: rows.length })}
        </Button>
        <Button size="small" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
