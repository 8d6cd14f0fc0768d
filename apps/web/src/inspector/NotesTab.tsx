/** Long text about one element or flow, written together. */
import { type CommandResult, openLongText } from '@strideboard/document';
import { type Element, type Flow } from '@strideboard/model';
import { say } from '@strideboard/words';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { useMayEdit, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useReport } from '../ui/use-report.ts';
import { useSelected } from '../ui/use-selected.ts';
import { carryCaret } from './carry-caret.ts';
import styles from './NotesTab.module.css';

const LIMIT = 50_000;

/** The notes of what is selected. */
export function NotesTab() {
  const { panels } = useWords();
  const { only } = useSelected();
  if (only === null) return <EmptyState title={panels.notes.emptyTitle} text={panels.notes.emptyText} />;
  return <Notes key={only.id} subject={only} />;
}

/**
 * Each keystroke is written at once, only the part that differs, so that two people can write in one text. Undo in it takes back what was
 * typed here; the browser's own would bring back a text that others have changed since.
 */
function Notes({ subject }: { readonly subject: Element | Flow }) {
  const { panels } = useWords();
  const { commandsOptions, document } = useRoom();
  const report = useReport();
  const mayEdit = useMayEdit();
  const area = useRef<HTMLTextAreaElement>(null);
  const caret = useRef({ text: subject.notes, start: 0, end: 0 });
  const hintId = useId();
  const { id, notes } = subject;

  // Before a change is shown, note where the caret stands.
  useEffect(
    () =>
      document.subscribe(() => {
        const element = area.current;
        if (element === null) return;
        caret.current = { text: element.value, start: element.selectionStart, end: element.selectionEnd };
      }),
    [document],
  );
  // A change from elsewhere makes the browser put the caret at the end: put it back between the same letters.
  useLayoutEffect(() => {
    const { text, start, end } = caret.current;
    const element = area.current;
    if (element === null || text === notes || element.ownerDocument.activeElement !== element) return;
    element.setSelectionRange(carryCaret(start, text, notes), carryCaret(end, text, notes));
  }, [notes]);

  const text = useMemo(() => openLongText(commandsOptions, id), [commandsOptions, id]);
  useEffect(() => () => text.close(), [text]);
  const done = (result: CommandResult | null): void => {
    if (result === null) return;
    report(result);
    document.flush();
  };
  const onKey = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    event.stopPropagation();
    done(key === 'y' || event.shiftKey ? text.redo() : text.undo());
  };
  return (
    <div className={styles['notes']}>
      <textarea
        ref={area}
        className={styles['area']}
        aria-label={panels.notes.label}
        aria-describedby={hintId}
        readOnly={!mayEdit}
        maxLength={LIMIT}
        placeholder={panels.notes.placeholder}
        value={notes}
        onChange={(event) => done(text.write(event.currentTarget.value))}
        onKeyDown={onKey}
        onPaste={() => text.pause()}
        onBlur={() => text.pause()}
      />
      <p id={hintId} className={styles['hint']}>
        {notes.length > LIMIT * 0.9 ? say(panels.notes.left, { count: LIMIT - notes.length }) : panels.notes.hint}
      </p>
    </div>
  );
}
