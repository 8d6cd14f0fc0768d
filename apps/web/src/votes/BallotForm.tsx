/** Opening a ballot: what is asked, how many dots, and what is on it. */
import { createRegisterCommands } from '@strideboard/document';
import type { RegisterRow } from '@strideboard/stride';
import { say, votes as words } from '@strideboard/words';
import { type ReactNode, type SubmitEvent, useId, useMemo, useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useClusters } from '../room/workshop/use-clusters.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { useReport } from '../ui/use-report.ts';
import { TargetChoice } from './TargetChoice.tsx';
import { cardTargets, threatTargets } from './vote-targets.ts';
import styles from './Votes.module.css';

interface BallotFormProps {
  readonly rows: readonly RegisterRow[];
  readonly onDone: () => void;
  /** Where there is something to go back to. */
  readonly onCancel?: () => void;
}

const SOURCES = ['threats', 'cards'] as const;
type Source = (typeof SOURCES)[number];

const QUESTION_LIMIT = 300;
const MOST_DOTS = 20;
const USUAL_DOTS = 5;
/** What a ballot begins with. */
const TOP = 10;
/** As many as the document takes. */
const TARGET_LIMIT = 200;

/** The form. */
export function BallotForm({ rows, onDone, onCancel }: BallotFormProps) {
  const { commandsOptions, document } = useRoom();
  const report = useReport();
  const clusters = useClusters();
  const candidates = useMemo(() => ({ threats: threatTargets(rows), cards: cardTargets(clusters) }), [rows, clusters]);
  const [question, setQuestion] = useState('');
  const [dots, setDots] = useState(String(USUAL_DOTS));
  const [several, setSeveral] = useState(true);
  const [source, setSource] = useState<Source>('threats');
  const [touched, setTouched] = useState<ReadonlySet<string> | null>(null);
  const [isRefused, setRefused] = useState(false);
  const headingId = useId();
  const listed = candidates[source];
  const usual = useMemo(
    () => new Set(listed.slice(0, source === 'threats' ? TOP : TARGET_LIMIT).map(({ id }) => id)),
    [listed, source],
  );
  const chosen = touched ?? usual;
  const on = listed.flatMap(({ id }) => (chosen.has(id) ? [id] : []));
  const count = Number(dots);
  const isDots = Number.isInteger(count) && count >= 1 && count <= MOST_DOTS;
  const problem =
    on.length < 2
      ? words.form.tooFew
      : on.length > TARGET_LIMIT
        ? say(words.form.tooMany, { limit: TARGET_LIMIT })
        : isDots
          ? null
          : words.form.dotsWrong;
  const open = (event: SubmitEvent): void => {
    event.preventDefault();
    setRefused(problem !== null);
    if (problem !== null) return;
    const what = question.trim() === '' ? words.form.defaultQuestion : question.trim();
    const result = createRegisterCommands(commandsOptions).setBallot({ state: 'open', dots: count, what, several, on });
    document.flush();
    if (report(result)) onDone();
  };
  return (
    <form className={styles['form']} noValidate aria-labelledby={headingId} onSubmit={open}>
      <h3 id={headingId} className={styles['question']}>
        {words.form.title}
      </h3>
      <TextField
        label={words.form.question}
        placeholder={words.form.defaultQuestion}
        maxLength={QUESTION_LIMIT}
        value={question}
        onChange={({ target }) => setQuestion(target.value)}
      />
      <div className={styles['pair']}>
        <TextField
          label={words.form.dots}
          type="number"
          min={1}
          max={MOST_DOTS}
          hint={words.form.dotsHint}
          value={dots}
          onChange={({ target }) => setDots(target.value)}
        />
        <label className={styles['check']}>
          <input type="checkbox" checked={several} onChange={({ target }) => setSeveral(target.checked)} />
          {words.form.several}
        </label>
        <Labelled label={words.form.source}>
          <Segmented
            label={words.form.source}
            value={source}
            options={SOURCES.map((value) => ({ value, label: words.form.sources[value] }))}
            onChange={(next) => {
              setSource(next);
              setTouched(null);
            }}
          />
        </Labelled>
      </div>
      <TargetChoice
        key={source}
        targets={listed}
        chosen={chosen}
        top={source === 'threats' ? TOP : null}
        empty={source === 'threats' ? words.form.emptyThreats : words.form.emptyCards}
        onChange={(next) => {
          setTouched(next);
          setRefused(false);
        }}
      />
      {isRefused && problem !== null ? (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      ) : null}
      <div className={styles['actions']}>
        <Button look="primary" type="submit">
          {say(words.form.open, { count: on.length })}
        </Button>
        {onCancel === undefined ? null : <Button onClick={onCancel}>{words.form.cancel}</Button>}
      </div>
    </form>
  );
}

/** A visible label over a group that carries its own name. */
function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles['labelled']}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}
