/** Changing state, severity or reason in a cell. Where a reason is needed, its field opens with the choice and is refused empty. */
import { STATES_NEEDING_WHY, THREAT_STATES } from '@strideboard/model';
import { asksAgain, FINDING_SEVERITIES, type RegisterRow } from '@strideboard/stride';
import { type InterfaceWords, register, say } from '@strideboard/words';
import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import {
  type Decided,
  decidedOf,
  type DecisionDraft,
  decisionOf,
  isElsewhere,
  mergedOf,
  problemOf,
  touch,
} from '../detail/decision-draft.ts';
import { Meanwhile } from '../detail/Meanwhile.tsx';
import { useDecide } from '../detail/use-decide.ts';
import { useWords } from '../../session/words.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './CellEditor.module.css';
import { ChoiceList } from './ChoiceList.tsx';
import type { EditorProps } from './editor-props.ts';

const words = register.detail;

interface DecisionEditorProps extends EditorProps {
  readonly part: keyof Decided;
}

/** The list of states or severities, then the reason; for a reason alone, at once its field. */
export function DecisionEditor({ row, label, part, onClose, onLeave }: DecisionEditorProps) {
  const { common } = useWords();
  const { decide } = useDecide();
  const [draft, setDraft] = useState<DecisionDraft | null>(null);
  const [isRefused, setRefused] = useState(false);
  const now = decidedOf(row);
  const ruleSeverity = row.threat?.finding.severity ?? null;
  const shown = mergedOf(now, draft);
  const missing = draft === null ? null : problemOf(shown, ruleSeverity);
  const missingText = missing === null ? null : problemText(missing, { shown, ruleSeverity, common });
  const write = (next: DecisionDraft): boolean => {
    const decision = decisionOf(row, next);
    return decision === null || decide([decision]);
  };
  const choose = (change: Partial<Decided>): void => {
    const next = touch(null, now, change);
    if (isAsItStands(row, now, change)) onClose('stay');
    else if (wantsReason(change, mergedOf(now, next), ruleSeverity)) setDraft(next);
    else if (write(next)) onClose('stay');
  };
  useEffect(() =>
    onLeave(() => {
      if (draft === null) return null;
      if (missingText !== null) return say(register.edit.notSaved, { problem: missingText });
      write(draft);
      return null;
    }),
  );
  if (draft === null && part !== 'why')
    return part === 'state' ? (
      <ChoiceList
        label={label}
        value={row.state}
        choices={THREAT_STATES.map((value) => ({ value, label: common.states[value] }))}
        onChoose={(value) => choose({ state: THREAT_STATES.find((known) => known === value) ?? row.state })}
      />
    ) : (
      <ChoiceList
        label={label}
        value={now.severity ?? ''}
        choices={[
          {
            value: '',
            label:
              ruleSeverity === null
                ? words.severityNone
                : say(words.severityRule, { severity: common.severities[ruleSeverity] }),
          },
          ...FINDING_SEVERITIES.map((value) => ({ value, label: common.severities[value] })),
        ]}
        onChoose={(value) => choose({ severity: FINDING_SEVERITIES.find((known) => known === value) ?? null })}
      />
    );
  return (
    <ReasonForm
      heading={part === 'why' ? null : part === 'state' ? common.states[shown.state] : severityText(shown, common)}
      why={shown.why}
      problem={isRefused ? missingText : null}
      onChange={(why) => setDraft(touch(draft, now, { why }))}
      onCancel={() => onClose('stay')}
      onSave={() => {
        if (missing !== null) setRefused(true);
        else if (draft === null || write(draft)) onClose('stay');
        return missing === null;
      }}
    >
      <Meanwhile row={row} isShown={isElsewhere(now, draft)} onTake={() => onClose('stay')} />
    </ReasonForm>
  );
}

/** Choosing what stands already says nothing new, unless it was asked again or is only inherited. */
function isAsItStands(row: RegisterRow, now: Decided, change: Partial<Decided>): boolean {
  if (change.state !== undefined) return change.state === now.state && !asksAgain(row) && row.threat?.standing == null;
  return change.severity === now.severity;
}

/** Whether the field of the reason opens: one is missing, or it belongs to what was chosen. */
function wantsReason(change: Partial<Decided>, decided: Decided, rule: Decided['severity']): boolean {
  if (problemOf(decided, rule) !== null) return true;
  return change.state === undefined
    ? problemOf({ ...decided, state: 'open', why: '' }, rule) !== null
    : STATES_NEEDING_WHY.includes(change.state);
}

type Common = InterfaceWords['common'];

const severityText = ({ severity }: Decided, { severities }: Common): string =>
  severity === null ? words.severityNone : severities[severity];

function problemText(
  missing: 'why' | 'severity',
  { shown, ruleSeverity, common }: { shown: Decided; ruleSeverity: Decided['severity']; common: Common },
): string {
  if (missing === 'why') return say(words.whyMissing, { state: common.states[shown.state] });
  return say(words.whySeverity, {
    severity: common.severities[shown.severity ?? 'low'],
    rule: common.severities[ruleSeverity ?? 'low'],
  });
}

interface ReasonFormProps {
  /** What was chosen; `null` where only the reason is changed. */
  readonly heading: string | null;
  readonly why: string;
  readonly problem: string | null;
  readonly onChange: (why: string) => void;
  readonly onCancel: () => void;
  /** Whether it was taken. */
  readonly onSave: () => boolean;
  readonly children: React.ReactNode;
}

function ReasonForm({ heading, why, problem, onChange, onCancel, onSave, children }: ReasonFormProps) {
  const id = useId();
  const noteId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const save = (): void => {
    if (!onSave()) field.current?.focus();
  };
  return (
    <form
      noValidate
      className={styles['form']}
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        save();
      }}
    >
      {heading === null ? null : <p className={styles['heading']}>{heading}</p>}
      <label htmlFor={id} className={styles['label']}>
        {words.why}
      </label>
      <textarea
        ref={field}
        id={id}
        rows={3}
        maxLength={4_000}
        value={why}
        aria-invalid={problem !== null}
        aria-describedby={noteId}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          save();
        }}
      />
      <p
        id={noteId}
        className={problem === null ? styles['hint'] : styles['problem']}
        role={problem === null ? undefined : 'alert'}
      >
        {problem ?? register.edit.keys}
      </p>
      {children}
      <div className={styles['actions']}>
        <Button size="small" look="primary" type="submit">
          {register.edit.save}
        </Button>
        <Button size="small" onClick={onCancel}>
          {register.edit.cancel}
        </Button>
      </div>
    </form>
  );
}
