/**
 * Editing a name in place. The field keeps its own text: whatever others do elsewhere never takes the focus or moves the caret. Enter and
 * leaving commit, Shift+Enter breaks the line, Escape gives up.
 */
import type { ElementId, FlowId, ModelIndex, SubjectId } from '@strideboard/model';
import type { Scene } from '@strideboard/render';
import { say } from '@strideboard/words';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { meantBy } from '../../room/current-diagram.ts';
import { useModel } from '../../room/use-room.ts';
import { useSession } from '../../session/use-session.ts';
import { useBench } from '../bench.ts';
import { editorPlace, type EditorPlace } from './editor-place.ts';
import styles from './LabelEditor.module.css';
import { nameOf } from './use-description.ts';
import { useSceneSlice } from '../../room/use-scene.ts';

/** The field for what is being edited; nothing while nothing is. */
export function LabelEditor() {
  const editing = useSession((state) => state.editing);
  return editing === null || editing.field !== 'label' ? null : <Field key={editing.id} id={editing.id as SubjectId} />; // ids in the session are of elements or flows
}

function Field({ id }: { readonly id: SubjectId }) {
  const { room, session, scenes, words, report } = useBench();
  const [named] = useState(() => namedBy(room.index(), id));
  const [stored] = useState(() => labelOf(room.index(), named));
  const [text, setText] = useState(stored ?? '');
  const isGone = useModel(() => labelOf(room.index(), id) === null);
  const place = usePlace(id, text);
  const zoom = useSession(({ viewport }) => viewport.zoom);
  const field = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
    room.presence.set({ typing: id });
    return () => room.presence.set({ typing: null });
  }, [room, id]);
  useEffect(() => {
    if (!matchMedia('(pointer: coarse)').matches) return undefined;
    let isOver = false;
    let stop = (): void => undefined;
    void import('./above-keyboard.ts').then(({ keepAboveKeyboard }) => {
      if (!isOver && field.current !== null) stop = keepAboveKeyboard(field.current, session);
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [session]);
  useEffect(() => {
    if (!isGone || isDone.current) return;
    isDone.current = true;
    session.getState().edit(null);
    session.getState().tell({ text: words.canvas.editGone });
  }, [isGone, session, words]);

  const finish = (commit: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    const name = text.trim();
    if (commit && stored !== null && name !== stored) {
      report(room.commands.label({ id: named, text: name }));
      room.document.flush();
    }
    if (session.getState().editing?.id === id) session.getState().edit(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation();
    const isCommit = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;
    if (!isCommit && event.key !== 'Escape') return;
    event.preventDefault();
    finish(isCommit);
    // Back to the diagram, so that the keyboard goes on working there.
    event.currentTarget.closest<HTMLElement>('[data-surface]')?.focus({ preventScroll: true });
  };
  if (place === null) return null;
  const isFlow = scenes.scene().flowById.has(id as FlowId); // only looked up
  return (
    <textarea
      ref={field}
      className={styles['field']}
      data-testid="label-editor"
      data-look={place.look}
      aria-label={say(words.canvas.edit.label, { name: nameOf(room, id, words) })}
      placeholder={isFlow ? words.canvas.edit.flowPlaceholder : words.canvas.edit.placeholder}
      value={text}
      rows={1}
      maxLength={300}
      spellCheck={false}
      style={boxStyle(place, zoom)}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
    />
  );
}

/** The field stays readable when the diagram is far away: it grows around its middle. */
function boxStyle({ box }: EditorPlace, zoom: number) {
  const grow = Math.max(1, 0.85 / zoom);
  return {
    left: box.x,
    top: box.y,
    width: box.width,
    height: box.height,
    transform: grow === 1 ? undefined : `scale(${grow})`,
  };
}

function usePlace(id: SubjectId, text: string): EditorPlace | null {
  const item = useSceneSlice((scene: Scene) => itemOf(scene, id));
  return item === null ? null : editorPlace(item, text);
}

const itemOf = ({ elementById, flowById }: Scene, id: SubjectId) =>
  elementById.get(id as ElementId) ?? flowById.get(id as FlowId) ?? null; // the id is one of the two

/** A reference without a name of its own is called as its original is: naming it names that. */
function namedBy(index: ModelIndex, id: SubjectId): SubjectId {
  return index.elements.get(id as ElementId)?.label === '' ? meantBy(index, id) : id; // the id is one of the two
}

function labelOf(index: ModelIndex, id: SubjectId): string | null {
  return (index.elements.get(id as ElementId) ?? index.flows.get(id as FlowId))?.label ?? null; // the id is one of the two
}
