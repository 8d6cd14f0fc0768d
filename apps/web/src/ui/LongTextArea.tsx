/** Long text about one thing of the board, written together. */
import { type CommandResult, openLongText } from '@strideboard/document';
import type { SubjectId } from '@strideboard/model';
import { say } from '@strideboard/words';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { useMayEdit, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { carryCaret } from './carry-caret.ts';
import styles from './LongTextArea.module.css';
import { useReport } from './use-report.ts';

const LIMIT = 50_000;

interface LongTextAreaProps {
  /** Of an element, flow, record or hand-written threat. Give the component this key. */
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  /** The text as the document has it. */
  readonly text: string;
}

/**
 * Each keystroke is written at once, only the part that differs, so that two people can write in one text. Undo in it takes back what was
 * typed here; the browser's own would bring back a text that others have changed since.
 */
export function LongTextArea({ id, label, placeholder, text: notes }: LongTextAreaProps) {
  const { panels } = useWords();
  const { commandsOptions, document } = useRoom();
  const report = useReport();
  const mayEdit = useMayEdit();
  const area = useRef<HTMLTextAreaElement>(null);
  const caret = useRef({ text: notes, start: 0, end: 0 });
  const hintId = useId();

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

  const text = useMemo(() => openLongText(commandsOptions, id as SubjectId), [commandsOptions, id]); // records have such a text too
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
        aria-label={label}
        aria-describedby={hintId}
        readOnly={!mayEdit}
        maxLength={LIMIT}
        placeholder={placeholder}
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
