/** The agenda: which phases take place, in which order, for how long. The same form begins a workshop and changes one. */
import { say, workshop as words } from '@strideboard/words';
import { type SyntheticEvent, useState } from 'react';
import { type AgendaItem, DEFAULT_AGENDA } from '../room/workshop/phases.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { agendaOf, changeRow, draftOf, moveRow, repeatRow } from './agenda-draft.ts';
import { AgendaRow } from './AgendaRow.tsx';
import styles from './Dialogs.module.css';

interface AgendaDialogProps {
  readonly mode: 'start' | 'change';
  readonly agenda: readonly AgendaItem[];
  readonly onClose: () => void;
  readonly onDone: (items: readonly AgendaItem[]) => void;
}

/** The form; everything in it works with the keyboard. */
export function AgendaDialog({ mode, agenda, onClose, onDone }: AgendaDialogProps) {
  const { board } = useWords();
  const [rows, setRows] = useState(() => draftOf(agenda));
  const [moved, setMoved] = useState('');
  const read = agendaOf(rows);
  const problem = 'problem' in read ? words.agenda[read.problem] : null;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if ('items' in read) onDone(read.items);
  };
  const move = (key: number, by: -1 | 1): void => {
    const next = moveRow(rows, key, by);
    const at = next.findIndex((row) => row.key === key);
    const phase = next[at]?.phase;
    setRows(next);
    if (phase !== undefined)
      setMoved(say(words.agenda.moved, { phase: words.phases[phase], at: at + 1, total: next.length }));
  };
  return (
    <Dialog
      title={mode === 'start' ? words.agenda.startTitle : words.agenda.title}
      closeLabel={board.close}
      onClose={onClose}
    >
      <form className={styles['body']} onSubmit={submit}>
        <p>{words.agenda.intro}</p>
        <ol className={styles['rows']} aria-label={words.agenda.list}>
          {rows.map((row, at) => (
            <AgendaRow
              key={row.key}
              row={row}
              isFirst={at === 0}
              isLast={at === rows.length - 1}
              onChange={(change) => setRows(changeRow(rows, row.key, change))}
              onMove={(by) => move(row.key, by)}
              onRepeat={() => setRows(repeatRow(rows, row.key))}
            />
          ))}
        </ol>
        <div className={styles['sum']}>
          {problem === null ? (
            <p>{say(words.agenda.total, { count: minutesIn(read) })}</p>
          ) : (
            <p className={styles['problem']} role="alert">
              {problem}
            </p>
          )}
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              setRows(draftOf(DEFAULT_AGENDA));
              setMoved('');
            }}
          >
            {words.agenda.defaults}
          </Button>
        </div>
        <p role="status" className="visually-hidden">
          {moved}
        </p>
        <div className={styles['answers']}>
          <Button onClick={onClose}>{words.agenda.cancel}</Button>
          <Button look="primary" type="submit" disabled={problem !== null}>
            {mode === 'start' ? words.agenda.start : words.agenda.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const minutesIn = (read: ReturnType<typeof agendaOf>): number =>
  'items' in read ? read.items.reduce((sum, { minutes }) => sum + minutes, 0) : 0;
