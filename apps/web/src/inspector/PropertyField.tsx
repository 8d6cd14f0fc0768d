/** One property with the control that fits its type. Every change is one command; "unknown" takes the value away. */
import type { Element, Flow, PropertyValue } from '@strideboard/model';
import type { PropertyDefinition } from '@strideboard/packs';
import { say } from '@strideboard/words';
import { useId } from 'react';
import { useMayEdit, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { DraftField } from '../ui/DraftField.tsx';
import { isList, sameValue, valueText } from '../ui/property-text.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { MY_ANSWER } from '../ui/my-answer.ts';
import { useReport } from '../ui/use-report.ts';
import { EvidenceLine } from './EvidenceLine.tsx';
import styles from './PropertyField.module.css';
import { TokenInput } from '../ui/TokenInput.tsx';

interface PropertyFieldProps {
  readonly definition: PropertyDefinition;
  readonly subjects: readonly (Element | Flow)[];
}

/** Label, question, control and who said so. */
export function PropertyField({ definition, subjects }: PropertyFieldProps) {
  const { panels } = useWords();
  const { commands, pack } = useRoom();
  const report = useReport();
  const mayEdit = useMayEdit();
  const noteId = useId();
  const { name, label, question } = definition;
  const stored = subjects.map((subject) => subject.properties[name] ?? null);
  const [first = null] = stored;
  const mixed = stored.some((value) => !sameValue(value, first));
  const value = mixed ? null : first;
  const only = subjects.length === 1 ? subjects[0] : undefined;
  const ofKind = only === undefined || 'source' in only ? undefined : pack.typeProperties(only.type)[name];
  const evidence = only?.evidence[name];
  const write = (next: PropertyValue | null): void => {
    if (mixed || !sameValue(next, value))
      report(commands.setProperty({ ids: subjects.map(({ id }) => id), name, value: next, evidence: MY_ANSWER }));
  };
  const notes = [
    question,
    mixed ? panels.properties.mixed : undefined,
    value === null && ofKind !== undefined && only !== undefined && !('source' in only)
      ? say(panels.properties.ofKind, {
          kind: pack.typeLabel(only.type) ?? only.type,
          value: valueText(ofKind, definition, panels),
        })
      : undefined,
    value === null && definition.derived === true ? panels.properties.derived : undefined,
  ].filter((note) => note !== undefined && note !== label);
  const inline = definition.type === 'boolean';
  return (
    <div className={styles['field']} data-inline={inline} data-testid={`property-${name}`}>
      <div className={styles['text']}>
        <span className={styles['label']} title={definition.source}>
          {label}
        </span>
        {notes.length === 0 ? null : (
          <span id={noteId} className={styles['note']}>
            {notes.join(' ')}
          </span>
        )}
      </div>
      <Control {...{ definition, value, mixed, noteId, write }} disabled={!mayEdit} />
      {evidence === undefined || value === null ? null : <EvidenceLine evidence={evidence} />}
    </div>
  );
}

interface ControlProps {
  readonly definition: PropertyDefinition;
  readonly value: PropertyValue | null;
  /** The subjects differ. */
  readonly mixed: boolean;
  readonly noteId: string;
  readonly disabled: boolean;
  readonly write: (value: PropertyValue | null) => void;
}

function Control({ definition, value, mixed, noteId, disabled, write }: ControlProps) {
  const { panels } = useWords();
  const { label, type } = definition;
  if (type === 'boolean') {
    const shown = value === true ? 'yes' : value === false ? 'no' : mixed ? null : 'unknown';
    return (
      <Segmented
        label={label}
        describedBy={noteId}
        value={shown}
        disabled={disabled}
        options={[
          { value: 'yes', label: panels.values.yes },
          { value: 'no', label: panels.values.no },
          { value: 'unknown', label: panels.values.unknown, faint: true },
        ]}
        onChange={(next) => write(next === 'unknown' ? null : next === 'yes')}
      />
    );
  }
  if (type === 'list') {
    const items = value === null ? null : isList(value) ? value : [value];
    return <TokenInput {...{ definition, noteId, disabled }} value={items} onChange={write} />;
  }
  if (type === 'enum') {
    const current = value === null ? '' : String(value);
    const known = (definition.values ?? []).filter((option) => option.id !== 'unknown');
    return (
      <select
        className={styles['select']}
        aria-label={label}
        aria-describedby={noteId}
        value={mixed ? 'mixed' : current}
        disabled={disabled}
        onChange={(event) => write(event.target.value === '' ? null : event.target.value)}
      >
        {mixed ? (
          <option value="mixed" disabled>
            {panels.properties.mixed}
          </option>
        ) : null}
        <option value="">{panels.values.unknown}</option>
        {known.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
        {mixed || current === '' || known.some((option) => option.id === current) ? null : (
          <option value={current}>{current}</option>
        )}
      </select>
    );
  }
  const text = value === null ? '' : isList(value) ? value.join(', ') : String(value);
  return (
    <DraftField
      label={label}
      hideLabel
      value={text}
      maxLength={type === 'number' ? 20 : 4_000}
      disabled={disabled}
      placeholder={mixed ? panels.properties.mixed : panels.values.unknown}
      {...(type === 'number' ? { inputMode: 'decimal' as const } : {})}
      check={(draft) =>
        type === 'number' && draft.trim() !== '' && !Number.isFinite(Number(draft)) ? panels.place.number : null
      }
      commit={(draft) => {
        const written = draft.trim();
        write(written === '' ? null : type === 'number' ? Number(written) : written);
      }}
    />
  );
}
