/** Where a standing decision is written: on which rule, where, what is decided and why, by whom, until when. */
import { THREAT_STATES, type StandingDecision } from '@strideboard/model';
import type { Threat } from '@strideboard/stride';
import { say, standing } from '@strideboard/words';
import { type SubmitEvent, useId, useMemo, useRef, useState } from 'react';
import { useAnalysis } from '../../analysis/use-analysis.ts';
import { useModel, useRoom } from '../../room/use-room.ts';
import { useWords } from '../../session/words.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { RuleField } from './RuleField.tsx';
import { createReach } from './scope-options.ts';
import { ScopeField } from './ScopeField.tsx';
import styles from './StandingForm.module.css';
import {
  draftOf,
  fieldsOf,
  isOver,
  newDraft,
  OWNER_LIMIT,
  problemsOf,
  type StandingDraft,
  WHY_LIMIT,
} from './standing-draft.ts';
import type { StandingActions } from './use-standing-actions.ts';

interface StandingFormProps {
  /** The one to change; `null` makes a new one. */
  readonly decision: StandingDecision | null;
  /** The threat a new one is made from. */
  readonly from: Threat | null;
  readonly today: string;
  readonly actions: StandingActions;
  /** Called with the id of what was saved, and what it applies to now. */
  readonly onSaved: (id: string, effect: string) => void;
  readonly onCancel: () => void;
}

/** States that a standing decision can have: it decides something. */
const STATES = THREAT_STATES.filter((state) => state !== 'open');

/** The form. Nothing is cut: what is too long is refused with a sentence. */
export function StandingForm({ decision, from, today, actions, onSaved, onCancel }: StandingFormProps) {
  const { common } = useWords();
  const { document } = useRoom();
  const words = standing.form;
  const threats = useAnalysis((state) => state.threats);
  const { elements, flows } = useModel((model) => model);
  const others = useModel((model) => model.standing);
  const [draft, setDraft] = useState<StandingDraft>(() =>
    decision === null ? newDraft(from?.finding.rule ?? '') : draftOf(decision),
  );
  const [tried, setTried] = useState(false);
  const [isHalfDate, setHalfDate] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const ids = { state: useId(), why: useId(), note: useId() };
  const problems = tried ? problemsOf(draft) : {};
  const reach = useMemo(
    () => createReach({ elements, flows }, threats, draft.rule),
    [elements, flows, threats, draft.rule],
  );
  const { inherits, own } = reach(draft.scope);
  const isTwice = others.some(
    (one) =>
      one.id !== decision?.id && one.ended === null && one.rule === draft.rule && one.scope === fieldsOf(draft).scope,
  );
  const effect = inherits === 0 ? words.effectNone : say(words.effect, { count: inherits });
  const save = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    const [wrong] = Object.keys(problemsOf(draft));
    if (wrong !== undefined || isHalfDate) {
      form.current?.querySelector<HTMLElement>(`[data-field="${wrong ?? 'until'}"]`)?.focus();
      return;
    }
    const saved = decision === null ? actions.add(fieldsOf(draft)) : actions.edit(decision.id, fieldsOf(draft));
    document.flush();
    if (saved.ok) onSaved(saved.id, isOver(draft, today) ? words.untilPast : effect);
    else setRefused(saved.reason);
  };
  const tooLong = (text: string, limit: number): string => say(words.tooLong, { limit, count: text.trim().length });
  const whyProblem =
    problems.why === undefined
      ? undefined
      : problems.why === 'missing'
        ? words.whyMissing
        : tooLong(draft.why, WHY_LIMIT);
  return (
    <form ref={form} noValidate className={styles['form']} onSubmit={save}>
      <RuleField
        value={draft.rule}
        isFixed={decision !== null || from !== null}
        problem={problems.rule === undefined ? null : words.ruleMissing}
        onChange={(rule) => setDraft({ ...draft, rule })}
      />
      <ScopeField
        value={draft.scope}
        from={from}
        reach={reach}
        isStart={decision !== null || from !== null}
        problem={problems.tag === undefined ? null : words.tagMissing}
        onChange={(scope) => setDraft({ ...draft, scope })}
      />
      <div className={styles['effect']} role="status">
        {draft.rule === '' ? null : (
          <p>
            {effect}
            {own === 0 ? null : ` ${say(words.effectOwn, { count: own })}`}
          </p>
        )}
        {isTwice ? <p className={styles['warning']}>{words.same}</p> : null}
      </div>
      <div className={styles['field']}>
        <label htmlFor={ids.state}>{words.state}</label>
        <select
          id={ids.state}
          value={draft.state}
          onChange={(event) => {
            const state = STATES.find((known) => known === event.target.value);
            if (state !== undefined) setDraft({ ...draft, state });
          }}
        >
          {STATES.map((state) => (
            <option key={state} value={state}>
              {common.states[state]}
            </option>
          ))}
        </select>
      </div>
      <div className={styles['field']}>
        <label htmlFor={ids.why}>{words.why}</label>
        <textarea
          id={ids.why}
          data-field="why"
          rows={3}
          required
          aria-invalid={whyProblem !== undefined}
          aria-describedby={ids.note}
          value={draft.why}
          onChange={(event) => setDraft({ ...draft, why: event.target.value })}
        />
        <p id={ids.note} className={whyProblem === undefined ? styles['hint'] : styles['problem']}>
          {whyProblem ?? words.whyHint}
        </p>
      </div>
      <div className={styles['pair']}>
        <TextField
          label={words.owner}
          hint={words.ownerHint}
          {...(problems.owner === undefined ? {} : { problem: tooLong(draft.owner, OWNER_LIMIT) })}
          data-field="owner"
          value={draft.owner}
          onChange={(event) => setDraft({ ...draft, owner: event.target.value })}
        />
        <TextField
          type="date"
          label={words.until}
          hint={isOver(draft, today) ? words.untilPast : words.untilHint}
          {...(tried && isHalfDate ? { problem: words.untilWrong } : {})}
          data-field="until"
          data-warns={isOver(draft, today)}
          value={draft.until}
          onChange={(event) => {
            setHalfDate(event.target.validity.badInput);
            setDraft({ ...draft, until: event.target.value });
          }}
        />
      </div>
      <div role="alert">{refused === null ? null : <p className={styles['problem']}>{refused}</p>}</div>
      <div className={styles['actions']}>
        <Button look="primary" type="submit">
          {words.save}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
}
