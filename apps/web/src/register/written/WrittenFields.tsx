/** What people wrote of a threat, to be changed in place: every part is shared and written by itself. */
import { type ManualThreat, SENTENCE_PARTS } from '@strideboard/model';
import { register } from '@strideboard/words';
import { useState } from 'react';
import { useMayEdit } from '../../room/use-room.ts';
import { useSessionStore } from '../../session/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { DraftField } from '../../ui/DraftField.tsx';
import { LongTextArea } from '../../ui/LongTextArea.tsx';
import { SubjectLink } from '../../ui/SubjectLink.tsx';
import { useSelected } from '../../ui/use-selected.ts';
import type { RegisterRow } from '@strideboard/stride';
import panel from '../detail/ThreatDetail.module.css';
import { LetterField } from './LetterField.tsx';
import { PART_LIMIT, TITLE_LIMIT, Told } from './NewThreat.tsx';
import { useWritten } from './use-written.ts';
import styles from './Written.module.css';

const words = register.written;

interface WrittenFieldsProps {
  readonly row: RegisterRow;
  readonly manual: ManualThreat;
  /** Called once it is deleted. */
  readonly onDeleted: () => void;
}

/** The fields. */
export function WrittenFields({ row, manual, onDeleted }: WrittenFieldsProps) {
  const mayEdit = useMayEdit();
  const { edit } = useWritten();
  const { id, title, sentence = {}, letters } = manual;
  return (
    <section className={panel['part']} aria-label={words.edit}>
      <h4>{words.edit}</h4>
      <DraftField
        label={words.name}
        value={title}
        maxLength={TITLE_LIMIT}
        disabled={!mayEdit}
        check={(text) => (text.trim() === '' ? words.nameMissing : null)}
        commit={(text) => edit({ id, title: text.trim() })}
      />
      <fieldset className={styles['sentence']}>
        <legend>{words.sentence}</legend>
        {SENTENCE_PARTS.map((part) => (
          <DraftField
            key={part}
            label={words.parts[part]}
            placeholder={words.partHints[part]}
            value={sentence[part] ?? ''}
            maxLength={PART_LIMIT}
            disabled={!mayEdit}
            commit={(text) => edit({ id, sentence: { [part]: text.trim() } })}
          />
        ))}
        <Told sentence={sentence} />
      </fieldset>
      <LetterField letters={letters} disabled={!mayEdit} onChange={(next) => edit({ id, letters: next })} />
      <About row={row} manual={manual} />
      <div className={panel['field']}>
        <span className={styles['label']}>{words.description}</span>
        <LongTextArea key={id} id={id} label={words.description} placeholder="" text={manual.description} />
      </div>
      {mayEdit ? <Delete id={id} onDeleted={onDeleted} /> : null}
    </section>
  );
}

function About({ row, manual }: Pick<WrittenFieldsProps, 'row' | 'manual'>) {
  const mayEdit = useMayEdit();
  const { edit } = useWritten();
  const { subjects } = useSelected();
  const { id } = manual;
  const isOther = subjects.length > 0 && subjects.join() !== row.subjects.join();
  return (
    <div className={panel['field']}>
      <span className={styles['label']}>{words.on}</span>
      <span className={panel['about']}>
        {row.subjects.length === 0
          ? words.onNone
          : row.subjects.map((subject) => <SubjectLink key={subject} id={subject} />)}
      </span>
      {mayEdit ? (
        <span className={panel['actions']}>
          {isOther ? (
            <Button size="small" onClick={() => edit({ id, on: subjects })}>
              {words.onSelected}
            </Button>
          ) : null}
          {row.subjects.length === 0 ? null : (
            <Button size="small" look="quiet" onClick={() => edit({ id, on: [] })}>
              {words.onWhole}
            </Button>
          )}
        </span>
      ) : null}
    </div>
  );
}

function Delete({ id, onDeleted }: { readonly id: string; readonly onDeleted: () => void }) {
  const { remove } = useWritten();
  const session = useSessionStore();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <div>
        <Button size="small" look="danger" onClick={() => setAsking(true)}>
          {words.delete}
        </Button>
      </div>
    );
  return (
    <Confirm
      ask={words.deleteAsk}
      yes={words.deleteYes}
      no={words.deleteNo}
      onNo={() => setAsking(false)}
      onYes={() => {
        if (!remove(id)) return;
        session.getState().tell({ text: words.deleted });
        onDeleted();
      }}
    />
  );
}
