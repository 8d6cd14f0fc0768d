/** Moving without dragging: into or out of a boundary, or to coordinates. */
import { absoluteBoxes, COORDINATE_LIMIT, type ElementId, topMost, unionOf } from '@strideboard/model';
import { reach, say } from '@strideboard/words';
import { type ChangeEvent, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { boundaryTitle, usableBoundaries } from '../ui/boundary-options.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { useReport } from '../ui/use-report.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { moveTo } from './move-to.ts';
import styles from './MoveTo.module.css';

const words = reach.moveTo;

/** The dialog, open while mounted, for the selected elements. */
export function MoveTo({ onClose }: { readonly onClose: () => void }) {
  const room = useRoom();
  const { pack } = room;
  const { board } = useWords();
  const session = useSessionStore();
  const names = useSubjectNames();
  const report = useReport();
  const boundaryField = useId();
  const first = useRef<HTMLSelectElement>(null);
  // The dialog has opened by now; what it is for comes before its way out.
  useEffect(() => first.current?.focus(), []);
  // As things were when it was opened; what changed meanwhile is only moved by what was written here.
  const [start] = useState(() => {
    const model = room.document.model();
    const { elements } = room.index();
    const chosen = session.getState().selection.flatMap((id) => elements.get(id as ElementId)?.id ?? []); // ids of flows are simply not found
    const ids = topMost(chosen, model.elements);
    const boxes = absoluteBoxes(model.elements);
    const around = unionOf(ids.flatMap((id) => boxes.get(id) ?? []));
    const parents = new Set(ids.map((id) => room.index().elements.get(id)?.parent ?? null));
    const [topmost] = ids;
    const diagram = topmost === undefined ? null : (elements.get(topmost)?.diagram ?? null);
    return {
      ids,
      x: String(Math.round(around?.x ?? 0)),
      y: String(Math.round(around?.y ?? 0)),
      parent: parents.size === 1 ? ([...parents][0] ?? '') : MIXED,
      boundaries: usableBoundaries(model, ids).filter((boundary) => boundary.diagram === diagram),
    };
  });
  const [x, setX] = useState(start.x);
  const [y, setY] = useState(start.y);
  const [parent, setParent] = useState<string>(start.parent);
  const isPlaced = x !== start.x || y !== start.y;
  const problems = { x: problemOf(x), y: problemOf(y) };
  const isWrong = problems.x !== undefined || problems.y !== undefined;
  const [only] = start.ids;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isWrong) return;
    const into = parent === start.parent ? undefined : parent === '' ? null : (parent as ElementId); // from the list of boundaries
    const at = isPlaced ? { x: Math.round(Number(x)), y: Math.round(Number(y)) } : null;
    onClose();
    const result = moveTo(room, { ids: start.ids, into, at });
    if (result === null || !report(result)) return;
    room.document.flush();
    session.getState().show(start.ids);
  };
  if (only === undefined) return null;
  const name = start.ids.length === 1 ? (names.name(only) ?? '') : say(words.several, { count: start.ids.length });
  return (
    <Dialog title={say(words.title, { name })} closeLabel={board.close} onClose={onClose}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <div className={styles['field']}>
          <label htmlFor={boundaryField}>{words.boundary}</label>
          <select ref={first} id={boundaryField} value={parent} onChange={(event) => setParent(event.target.value)}>
            {start.parent === MIXED ? <option value={MIXED}>…</option> : null}
            <option value="">{words.outside}</option>
            {start.boundaries.map((boundary) => (
              <option key={boundary.id} value={boundary.id}>
                {boundaryTitle(boundary, pack, names)}
              </option>
            ))}
          </select>
        </div>
        <div className={styles['place']}>
          <TextField label={words.left} {...numeric(x, setX)} {...problem(problems.x)} />
          <TextField label={words.top} {...numeric(y, setY)} {...problem(problems.y)} />
        </div>
        <p className={styles['hint']}>
          {words.unit}
          {parent === start.parent || parent === '' || isPlaced ? null : ` · ${words.hint}`}
        </p>
        <div className={styles['buttons']}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" type="submit" disabled={isWrong}>
            {words.move}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Stands for several boundaries. */
const MIXED = '…';

const numeric = (value: string, set: (text: string) => void) => ({
  value,
  inputMode: 'decimal' as const,
  maxLength: 9,
  autoComplete: 'off',
  onChange: (event: ChangeEvent<HTMLInputElement>) => set(event.target.value),
});

const problem = (text: string | undefined) => (text === undefined ? {} : { problem: text });

function problemOf(text: string): string | undefined {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return words.number;
  return Math.abs(value) > COORDINATE_LIMIT ? words.far : undefined;
}
