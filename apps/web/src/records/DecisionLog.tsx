/** The log of decisions: of the team, on threats, and standing ones, in order, narrowed by kind, person and words. */
import type { TeamRecord } from '@strideboard/model';
import { records as words, say } from '@strideboard/words';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { useModel, useRoom } from '../room/use-room.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { compareNames } from '../session/in-language.ts';
import styles from './DecisionLog.module.css';
import { type DecisionFilter, filterDecisions, listDecisions, type LoggedDecision } from './list-decisions.ts';
import { LoggedRow, useLoggedText } from './LoggedRow.tsx';

/** How many are shown at first, and how many more at a time. */
const SHOWN = 60;

const KINDS = ['all', 'record', 'threat', 'standing'] as const;

/** The log; `row` makes the row of a decision of the team, which can be changed. */
export function DecisionLog({ row }: { readonly row: (record: TeamRecord) => ReactNode }) {
  const { records, decisionLog, standing } = useModel((model) => model);
  const all = useMemo(() => listDecisions({ records, decisionLog, standing }), [records, decisionLog, standing]);
  const textOf = useLoggedText();
  const [filter, setFilter] = useState<DecisionFilter>({ kind: 'all', by: '', text: '', newestFirst: true });
  const [limit, setLimit] = useState(SHOWN);
  const found = filterDecisions(all, filter, (entry) => hayOf(entry, textOf(entry)));
  if (all.length === 0) return <p className={styles['none']}>{words.empty.decision}</p>;
  return (
    <>
      <Filters filter={filter} all={all} onChange={setFilter} />
      <p className={styles['count']} role="status">
        {found.length === 0 ? words.log.nothing : say(words.log.shown, { count: found.length })}
      </p>
      {found
        .slice(0, limit)
        .map((entry) => (entry.kind === 'record' ? row(entry.record) : <LoggedRow key={entry.id} entry={entry} />))}
      {found.length > limit ? (
        <Button onClick={() => setLimit(limit + SHOWN)}>{say(words.log.more, { count: found.length - limit })}</Button>
      ) : null}
    </>
  );
}

const hayOf = (entry: LoggedDecision, text: string): string =>
  entry.kind === 'record' ? `${text} ${entry.record.title} ${entry.record.text} ${entry.record.owner}` : text;

interface FiltersProps {
  readonly filter: DecisionFilter;
  readonly all: readonly LoggedDecision[];
  readonly onChange: (filter: DecisionFilter) => void;
}

function Filters({ filter, all, onChange }: FiltersProps) {
  const { document } = useRoom();
  const people = [...new Set(all.map(({ by }) => by))]
    .filter(Boolean)
    .map((by) => ({ value: by, label: document.people().get(by)?.name ?? words.someone }))
    .sort((a, b) => compareNames(a.label, b.label));
  return (
    <search className={styles['filters']}>
      <TextField
        label={words.log.text}
        type="search"
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <Choice
        label={words.log.kind}
        value={filter.kind}
        options={KINDS.map((value) => ({ value, label: value === 'all' ? words.log.all : words.log.kinds[value] }))}
        onChange={(value) => onChange({ ...filter, kind: KINDS.find((known) => known === value) ?? 'all' })}
      />
      <Choice
        label={words.log.who}
        value={filter.by}
        options={[{ value: '', label: words.log.everybody }, ...people]}
        onChange={(by) => onChange({ ...filter, by })}
      />
      <Choice
        label={words.log.order}
        value={filter.newestFirst ? 'newest' : 'oldest'}
        options={[
          { value: 'newest', label: words.log.newest },
          { value: 'oldest', label: words.log.oldest },
        ]}
        onChange={(value) => onChange({ ...filter, newestFirst: value === 'newest' })}
      />
    </search>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className={styles['choice']}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
