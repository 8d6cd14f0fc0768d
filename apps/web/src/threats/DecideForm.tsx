/** Where the team says what it does about a threat, or about several of one rule at once. */
import { STATES_NEEDING_WHY, THREAT_STATES } from '@strideboard/model';
import type { Threat } from '@strideboard/stride';
import { say, standing } from '@strideboard/words';
import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { useReport } from '../ui/use-report.ts';
import styles from './DecideForm.module.css';
import { decisionFrom, draftFor, lacksWhy, sharedTags } from './decision-draft.ts';
import { focusNeighbour } from '../ui/focus-neighbour.ts';

interface DecideFormProps {
  readonly threats: readonly Threat[];
  readonly onClose: () => void;
}

/** The form; a state that needs a justification is refused without one. */
export function DecideForm({ threats, onClose }: DecideFormProps) {
  const { panels, common } = useWords();
  const { commands } = useRoom();
  const report = useReport();
  const [draft, setDraft] = useState(() => draftFor(threats));
  const [refused, setRefused] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  const why = useRef<HTMLTextAreaElement>(null);
  const ids = { state: useId(), why: useId(), note: useId() };
  useEffect(() => {
    select.current?.focus({ preventScroll: true });
    select.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);
  const missing = refused && lacksWhy(draft);
  const isNeeded = STATES_NEEDING_WHY.includes(draft.state);
  const save = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (lacksWhy(draft)) {
      setRefused(true);
      why.current?.focus();
      return;
    }
    focusNeighbour(event.currentTarget);
    if (report(commands.decide(decisionFrom(threats, draft)))) onClose();
  };
  return (
    <form
      noValidate
      className={styles['form']}
      aria-label={panels.decision.title}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={styles['field']}>
        <label htmlFor={ids.state}>{panels.decision.state}</label>
        <select
          ref={select}
          id={ids.state}
          value={draft.state}
          onChange={(event) => {
            const state = THREAT_STATES.find((known) => known === event.target.value);
            if (state !== undefined) setDraft({ ...draft, state });
          }}
        >
          {THREAT_STATES.map((state) => (
            <option key={state} value={state}>
              {common.states[state]}
            </option>
          ))}
        </select>
      </div>
      <div className={styles['field']}>
        <label htmlFor={ids.why}>{panels.decision.why}</label>
        <textarea
          ref={why}
          id={ids.why}
          rows={2}
          maxLength={4_000}
          required={isNeeded}
          aria-invalid={missing}
          aria-describedby={ids.note}
          value={draft.why}
          onChange={(event) => setDraft({ ...draft, why: event.target.value })}
        />
        <p id={ids.note} className={missing ? styles['problem'] : styles['hint']} role={missing ? 'alert' : undefined}>
          {missing ? say(panels.decision.whyMissing, { state: common.states[draft.state] }) : panels.decision.whyHint}
        </p>
      </div>
      <TextField
        label={panels.decision.owner}
        placeholder={panels.decision.ownerHint}
        maxLength={64}
        value={draft.owner}
        onChange={(event) => setDraft({ ...draft, owner: event.target.value })}
      />
      <TextField
        label={standing.tags}
        hint={standing.tagsHint}
        maxLength={2_000}
        value={draft.tags ?? sharedTags(threats)}
        onChange={(event) => setDraft({ ...draft, tags: event.target.value })}
      />
      <div className={styles['actions']}>
        <Button size="small" look="primary" type="submit">
          {threats.length === 1 ? panels.decision.save : say(panels.decision.saveAll, { count: threats.length })}
        </Button>
        <Button size="small" onClick={onClose}>
          {panels.decision.cancel}
        </Button>
      </div>
    </form>
  );
}
