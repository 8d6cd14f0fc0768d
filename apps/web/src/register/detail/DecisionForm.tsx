/** What the team does about a threat, how severe it is here, and the one reason for both. */
import { THREAT_STATES } from '@strideboard/model';
import { asksAgain, FINDING_SEVERITIES, type RegisterRow } from '@strideboard/stride';
import { register, say, standing } from '@strideboard/words';
import { type SubmitEvent, useId, useRef, useState } from 'react';
import { useMayEdit, useModel, useRoom } from '../../room/use-room.ts';
import { useStandingStart } from '../../session/standing-start.ts';
import { useSessionStore } from '../../session/use-session.ts';
import { useWords } from '../../session/words.ts';
import { Button } from '../../ui/Button.tsx';
import { timeText } from '../../ui/time-text.ts';
import {
  confirmAgain,
  type Decided,
  decidedOf,
  type DecisionDraft,
  decisionOf,
  isElsewhere,
  mergedOf,
  problemOf,
  touch,
} from './decision-draft.ts';
import { Meanwhile } from './Meanwhile.tsx';
import styles from './ThreatDetail.module.css';
import { useDecide } from './use-decide.ts';
import { useNameOf } from './use-name-of.ts';

const words = register.detail;

/** The form: what is not touched follows the document, what is refused is said in a sentence beside it. */
export function DecisionForm({ row }: { readonly row: RegisterRow }) {
  const { common } = useWords();
  const mayEdit = useMayEdit();
  const { decide } = useDecide();
  const startStanding = useStandingStart();
  const [draft, setDraft] = useState<DecisionDraft | null>(null);
  const [isRefused, setRefused] = useState(false);
  const [said, setSaid] = useState('');
  const why = useRef<HTMLTextAreaElement>(null);
  const ids = { state: useId(), severity: useId(), why: useId(), note: useId() };
  const now = decidedOf(row);
  const shown = mergedOf(now, draft);
  const ruleSeverity = row.threat?.finding.severity ?? null;
  const missing = problemOf(shown, ruleSeverity);
  const problem = isRefused ? missing : null;
  const change = (part: Partial<Decided>): void => {
    setDraft(touch(draft, now, part));
    setSaid('');
  };
  const done = (text: string): void => {
    setDraft(null);
    setRefused(false);
    setSaid(text);
  };
  const save = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (missing !== null) {
      setRefused(true);
      why.current?.focus();
      return;
    }
    const decision = draft === null ? null : decisionOf(row, draft);
    if (decision !== null && decide([decision])) done(words.saved);
  };
  const problemText = {
    why: say(words.whyMissing, { state: common.states[shown.state] }),
    severity: say(words.whySeverity, {
      severity: common.severities[shown.severity ?? 'low'],
      rule: common.severities[ruleSeverity ?? 'low'],
    }),
  };
  return (
    <form noValidate className={styles['part']} aria-label={words.decision} onSubmit={save}>
      {asksAgain(row) ? (
        <div className={styles['again']}>
          {row.confirmAgain ? <p>{words.againText}</p> : null}
          <Broken ids={row.broken} />
          {mayEdit ? (
            <Button size="small" onClick={() => (decide(confirmAgain([row])) ? done(words.againDone) : undefined)}>
              {words.againConfirm}
            </Button>
          ) : null}
        </div>
      ) : null}
      <div className={styles['pair']}>
        <div className={styles['field']}>
          <label htmlFor={ids.state}>{words.state}</label>
          <select
            id={ids.state}
            data-start
            disabled={!mayEdit}
            value={shown.state}
            onChange={({ target }) => {
              const state = THREAT_STATES.find((known) => known === target.value);
              if (state !== undefined) change({ state });
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
          <label htmlFor={ids.severity}>{words.severity}</label>
          <select
            id={ids.severity}
            disabled={!mayEdit}
            value={shown.severity ?? ''}
            onChange={({ target }) =>
              change({ severity: FINDING_SEVERITIES.find((known) => known === target.value) ?? null })
            }
          >
            <option value="">
              {ruleSeverity === null
                ? words.severityNone
                : say(words.severityRule, { severity: common.severities[ruleSeverity] })}
            </option>
            {FINDING_SEVERITIES.map((severity) => (
              <option key={severity} value={severity}>
                {common.severities[severity]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div className={styles['field']}>
        <label htmlFor={ids.why}>{words.why}</label>
        <textarea
          ref={why}
          id={ids.why}
          rows={2}
          maxLength={4_000}
          disabled={!mayEdit}
          aria-invalid={problem !== null}
          aria-describedby={ids.note}
          value={shown.why}
          onChange={({ target }) => change({ why: target.value })}
        />
        <p
          id={ids.note}
          className={problem === null ? styles['hint'] : styles['problem']}
          role={problem === null ? undefined : 'alert'}
        >
          {problem === null ? words.whyHint : problemText[problem]}
        </p>
      </div>
      <Meanwhile
        row={row}
        isShown={isElsewhere(now, draft)}
        onTake={() => {
          setDraft(null);
          setRefused(false);
        }}
      />
      <div className={styles['actions']}>
        {mayEdit ? (
          <Button size="small" look={draft === null ? 'plain' : 'primary'} type="submit">
            {words.save}
          </Button>
        ) : null}
        {mayEdit && row.threat !== null && row.threat.standing === null ? (
          <Button size="small" look="quiet" aria-haspopup="dialog" onClick={() => startStanding(row.id)}>
            {standing.decideLike}
          </Button>
        ) : null}
        <DecidedBy row={row} />
        <p role="status" className={styles['hint']}>
          {said}
        </p>
      </div>
    </form>
  );
}

/** Broken assumptions, and the way to them. */
function Broken({ ids }: { readonly ids: readonly string[] }) {
  const records = useModel((model) => model.records);
  const session = useSessionStore();
  return ids.map((id) => (
    <p key={id}>
      {say(words.brokenText, { title: records.find((record) => record.id === id)?.title ?? id })}{' '}
      <button type="button" className={styles['quiet']} onClick={() => session.getState().showReview('records', id)}>
        {words.brokenShow}
      </button>
    </p>
  ));
}

function DecidedBy({ row }: { readonly row: RegisterRow }) {
  const nameOf = useNameOf();
  const room = useRoom();
  if (row.threat?.standing != null) return <p className={styles['hint']}>{words.inherited}</p>;
  const { decision } = row;
  if (decision === null || decision.at === 0 || row.state === 'open') return null;
  return (
    <p className={styles['hint']}>
      {say(words.decidedBy, { who: nameOf(decision.by), when: timeText(decision.at, room.now()) })}
    </p>
  );
}
