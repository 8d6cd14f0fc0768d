/** Everything of a record that can be changed beside its state. */
import type { TeamRecord } from '@strideboard/model';
import { records as words, say } from '@strideboard/words';
import { useId } from 'react';
import { useMayEdit } from '../room/use-room.ts';
import { Button } from '../ui/Button.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { LongTextArea } from '../ui/LongTextArea.tsx';
import { AboutField } from './AboutField.tsx';
import styles from './RecordRow.module.css';
import type { RecordActions } from './use-record-actions.ts';

interface RecordBodyProps {
  readonly record: TeamRecord;
  readonly actions: RecordActions;
  readonly onReplace: () => void;
}

const TITLE_LIMIT = 300;
const OWNER_LIMIT = 4_000;

/** The form; each field is written when it is left, so that two people can work on one record. */
export function RecordBody({ record, actions, onReplace }: RecordBodyProps) {
  const mayEdit = useMayEdit();
  const dueId = useId();
  const { id, kind, title, state, text, owner, due, about } = record;
  const edit = (change: Parameters<RecordActions['edit']>[1]): void => void actions.edit(id, change);
  return (
    <div className={styles['body']}>
      <div className={styles['main']}>
        <DraftField
          key={id}
          label={words.fields.title}
          value={title}
          maxLength={TITLE_LIMIT}
          lines={2}
          disabled={!mayEdit}
          commit={(next) => {
            if (next.trim() !== '') edit({ title: next.trim() });
          }}
        />
        <LongTextArea
          key={id}
          id={id}
          label={say(words.fields.text, { title })}
          placeholder={words.fields.textPlaceholder}
          text={text}
        />
      </div>
      <div className={styles['side']}>
        <AboutField about={about} self={id} onChange={(next) => edit({ about: next })} />
        <DraftField
          label={words.fields.owner}
          value={owner}
          maxLength={OWNER_LIMIT}
          disabled={!mayEdit}
          commit={(next) => edit({ owner: next.trim() })}
        />
        <div className={styles['date']}>
          <label htmlFor={dueId}>{words.fields.due}</label>
          <input
            id={dueId}
            type="date"
            value={due.slice(0, 10)}
            disabled={!mayEdit}
            onChange={(event) => {
              if (!event.target.validity.badInput) edit({ due: event.target.value });
            }}
          />
        </div>
        {mayEdit ? (
          <div className={styles['actions']}>
            {kind === 'decision' && state !== 'superseded' ? (
              <Button size="small" onClick={onReplace}>
                {words.supersede}
              </Button>
            ) : null}
            <Button
              size="small"
              look="danger"
              aria-label={say(words.deleteNamed, { title })}
              onClick={() => void actions.remove(record)}
            >
              {words.delete}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}
