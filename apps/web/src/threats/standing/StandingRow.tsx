/** One standing decision: what it decides, where and why, what it does now, and what can be done with it. */
import type { SubjectId } from '@strideboard/model';
import type { StandingUse, Threat } from '@strideboard/stride';
import { say, standing as words } from '@strideboard/words';
import { useId, useState } from 'react';
import { useAnalysis } from '../../analysis/use-analysis.ts';
import { useRoom } from '../../room/use-room.ts';
import { useWords } from '../../session/words.ts';
import { Button } from '../../ui/Button.tsx';
import { useSubjectNames } from '../../ui/use-subject-names.ts';
import { EndForm } from './EndForm.tsx';
import { dateText, dayText } from '../../session/in-language.ts';
import { scopeText } from './scope-text.ts';
import styles from './StandingDialog.module.css';

interface StandingRowProps {
  readonly use: StandingUse;
  /** Whether the keyboard begins here. */
  readonly isStart: boolean;
  /** `null` for who may only look. */
  readonly onEdit: (() => void) | null;
  /** Ends it with a reason; gives why that was refused, `null` when it was done. */
  readonly onEnd: (why: string) => string | null;
  /** Shows what a threat is about, on the canvas. */
  readonly onReveal: (subjects: readonly SubjectId[]) => void;
}

/** The row. */
export function StandingRow({ use, isStart, onEdit, onEnd, onReveal }: StandingRowProps) {
  const { common } = useWords();
  const names = useSubjectNames();
  const { document } = useRoom();
  const { rules } = useAnalysis((state) => state.names);
  const titleId = useId();
  const [ending, setEnding] = useState(false);
  const { decision, phase, threats } = use;
  const { rule, created, ended } = decision;
  const who = (by: string): string => document.people().get(by)?.name ?? words.someone;
  const facts = [
    decision.owner === '' ? '' : say(words.owner, { owner: decision.owner }),
    phase === 'expired'
      ? ''
      : decision.until === ''
        ? words.noEnd
        : say(words.until, { date: dayText(decision.until) }),
    created === null ? '' : say(words.made, { who: who(created.by), date: dateText('day', created.at) }),
  ].filter(Boolean);
  return (
    <article
      className={styles['row']}
      data-phase={phase}
      data-testid={`standing-${decision.id}`}
      aria-labelledby={titleId}
      tabIndex={-1}
      data-start={isStart || undefined}
    >
      <div className={styles['meta']}>
        <span className={styles['state']} data-phase={phase}>
          {common.states[decision.state]}
        </span>
        <span className={styles['aside']}>{rule}</span>
      </div>
      <h3 id={titleId} className={styles['name']}>
        {rules[rule] ?? words.noRule}
      </h3>
      <p className={styles['scope']}>{scopeText(decision.scope, names)}</p>
      <blockquote className={styles['why']}>{decision.why}</blockquote>
      {phase === 'expired' ? (
        <p className={styles['over']}>{say(words.expired, { date: dayText(decision.until) })}</p>
      ) : null}
      {ended === null ? null : (
        <p className={styles['over']}>
          {say(words.ended, { who: who(ended.by), date: dateText('day', ended.at), why: ended.why })}
        </p>
      )}
      <p className={styles['facts']}>{facts.join(' · ')}</p>
      {phase === 'holds' ? <Inheriting ids={threats} onReveal={onReveal} /> : null}
      {onEdit === null || ended !== null ? null : (
        <div className={styles['actions']}>
          <Button size="small" aria-label={say(words.editNamed, { rule })} onClick={onEdit}>
            {words.edit}
          </Button>
          <Button
            size="small"
            aria-label={say(words.endNamed, { rule })}
            aria-expanded={ending}
            onClick={() => setEnding(!ending)}
          >
            {words.end}
          </Button>
        </div>
      )}
      {ending && ended === null ? (
        <EndForm count={threats.length} onEnd={onEnd} onCancel={() => setEnding(false)} />
      ) : null}
    </article>
  );
}

interface InheritingProps {
  readonly ids: StandingUse['threats'];
  readonly onReveal: (subjects: readonly SubjectId[]) => void;
}

/** At most this many are named at once. */
const NAMED = 50;

function Inheriting({ ids, onReveal }: InheritingProps) {
  const { panels } = useWords();
  const names = useSubjectNames();
  const known = useAnalysis((state) => state.threatById);
  const [open, setOpen] = useState(false);
  const listId = useId();
  if (ids.length === 0) return <p className={styles['count']}>{words.inheritNone}</p>;
  const threats = ids
    .slice(0, NAMED)
    .map((id) => known.get(id))
    .filter((threat): threat is Threat => threat !== undefined);
  return (
    <div>
      <button
        type="button"
        className={styles['count']}
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        onClick={() => setOpen(!open)}
      >
        {say(words.inherit, { count: ids.length })}
      </button>
      {open ? (
        <ul id={listId} className={styles['inheriting']}>
          {threats.map(({ finding }) => (
            <li key={finding.id}>
              {finding.subjects.length === 0 ? (
                panels.threats.model
              ) : (
                <button type="button" onClick={() => onReveal(finding.subjects)}>
                  {finding.subjects.map((id) => names.name(id)).join(', ')}
                </button>
              )}
            </li>
          ))}
          {ids.length > NAMED ? <li>{say(words.moreThreats, { count: ids.length - NAMED })}</li> : null}
        </ul>
      ) : null}
    </div>
  );
}
