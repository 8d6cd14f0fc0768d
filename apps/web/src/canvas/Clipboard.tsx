/**
 * Copy, cut, paste and duplicate on the canvas. What is copied is readable text, so it can go to another board, another browser or a text
 * editor; what was cut here and is still gone comes back as itself when pasted here. Foreign text becomes a note. Shows nothing.
 */
import {
  type Clip,
  type CommandResult,
  createEditingCommands,
  makeClip,
  readClip,
  readDeletionTuple,
  writeClip,
} from '@strideboard/document';
import { looksLikeManifests } from '@strideboard/manifests';
import { boundaryAt, type CanvasPoint, centreOf, defaultSize, type SubjectId } from '@strideboard/model';
import { reading, say } from '@strideboard/words';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { elementsShown, shownDiagram } from '../room/current-diagram.ts';
import { type Bench, useBench } from './bench.ts';
import { isForCanvas } from './clipboard-target.ts';
import { textOfHtml } from './html-text.ts';
import { duplicate, selectPasted } from './duplicate.ts';
import type { TakeEarlyPaste } from './use-early-paste.ts';
import { useEnvironment } from '../session/environment.ts';
import { persistently } from '../session/lazy-part.ts';
import { viewBox } from './view/viewport.ts';
import { useFileDrop } from '../ui/use-file-drop.ts';

const LABEL_LIMIT = 300;
const NOTES_LIMIT = 50_000;

interface ClipboardProps {
  readonly surface: HTMLElement | null;
  /** What was pasted before this was here. */
  readonly takeEarly: TakeEarlyPaste;
}

/** Listens while the canvas is open. */
export function Clipboard({ surface, takeEarly }: ClipboardProps): null {
  const bench = useBench();
  const { startWorker } = useEnvironment();
  const { commandsOptions } = bench.room;
  const commands = useMemo(() => createEditingCommands(commandsOptions), [commandsOptions]);

  const onCopy = useEffectEvent((event: ClipboardEvent, isCut: boolean) => {
    if (!isForCanvas(event.target, surface) || event.clipboardData === null) return;
    const { room, session, words } = bench;
    const ids = session.getState().selection;
    const clip = makeClip(room.document.model(), ids, room.link.roomId);
    if (clip.elements.length === 0) return;
    event.preventDefault();
    if (!isCut || !room.mayEdit()) {
      event.clipboardData.setData('text/plain', writeClip(clip));
      session.getState().tell({ text: say(words.canvas.copied, { count: clip.elements.length }) });
      return;
    }
    const result = commands.cut({ ids: ids as readonly SubjectId[] }); // a selection holds ids of elements and flows
    if (!bench.report(result) || !result.ok) return;
    room.document.flush();
    event.clipboardData.setData('text/plain', writeClip(withCut(clip, bench)));
    session.getState().select([]);
    session.getState().tell({ text: say(words.canvas.cut, { count: result.ids.length }) });
  });
  const pasteClip = (on: Bench, clip: Clip, at: CanvasPoint): CommandResult => {
    const { room, session } = on;
    const model = room.document.model();
    const { diagram } = session.getState();
    const parent = boundaryAt({ ...at, width: 0, height: 0 }, elementsShown(model, session.getState()), new Set());
    return commands.paste({
      clip,
      at,
      parent,
      board: room.link.roomId,
      diagram: shownDiagram(model.diagrams, diagram),
    });
  };
  const pasteYaml = async (text: string, at: CanvasPoint): Promise<void> => {
    const { pasteManifests } = await persistently(() => import('./paste-manifests.ts'));
    const result = await pasteManifests({ text, at, bench, startWorker });
    if (result !== null) selectPasted(bench, result);
  };
  /** Whether there was anything to paste. */
  const paste = (text: string): boolean => {
    if (text.trim() === '' || !bench.room.mayEdit()) return false;
    const at = pastePoint(bench);
    const read = readClip(text);
    if (read.kind === 'clip') {
      const isIn = selectPasted(bench, pasteClip(bench, read.clip, at));
      if (isIn && read.adjusted > 0) refuse(bench, say(reading.clip.adjusted, { count: read.adjusted }));
    } else if (read.kind === 'foreign' && looksLikeManifests(text)) void pasteYaml(text, at);
    else if (read.kind === 'foreign') selectPasted(bench, pasteNote(bench, text, at));
    else refuse(bench, reading.clip[read.kind]);
    return true;
  };
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (!isForCanvas(event.target, surface) || !bench.room.mayEdit()) return;
    const { clipboardData } = event;
    const plain = clipboardData?.getData('text/plain') ?? '';
    // Some programs give nothing but HTML.
    const hasText = paste(plain.trim() === '' ? textOfHtml(clipboardData?.getData('text/html') ?? '') : plain);
    if (hasText || clipboardData?.types.includes('Files') === true) event.preventDefault();
    if (!hasText && clipboardData?.types.includes('Files') === true) refuse(bench, reading.clip.picture);
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isDuplicate =
      (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'd';
    if (!isDuplicate || !isForCanvas(event.target, surface) || !bench.room.mayEdit()) return;
    event.preventDefault();
    const ids = bench.session.getState().selection as readonly SubjectId[]; // a selection holds ids of elements and flows
    duplicate(bench, commands, { ids, withDecisions: false });
  });

  // Left to itself, the browser would open the file in place of the board. Dialogs that take files do so themselves.
  useFileDrop(() => {
    if (bench.session.getState().dialog === null) refuse(bench, reading.noDrop);
  });

  const onHere = useEffectEvent(() => paste(takeEarly() ?? ''));

  useEffect(() => {
    onHere();
    const copy = (event: ClipboardEvent): void => onCopy(event, false);
    const cut = (event: ClipboardEvent): void => onCopy(event, true);
    const pasted = (event: ClipboardEvent): void => onPaste(event);
    const key = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('copy', copy);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', pasted);
    document.addEventListener('keydown', key);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', pasted);
      document.removeEventListener('keydown', key);
    };
  }, []);
  return null;
}

/** The clip with the deletion that took it away, so that pasting it here brings the same things back. */
function withCut(clip: Clip, { room }: Bench): Clip {
  const [first] = clip.elements;
  return { ...clip, cut: first === undefined ? null : readDeletionTuple(room.document, first.id) };
}

/** Where the pointer is, or the middle of the view. */
function pastePoint({ room, session }: Bench): CanvasPoint {
  const { cursor } = room.presence.own();
  const { viewport, canvasSize } = session.getState();
  const view = viewBox(viewport, canvasSize);
  if (Array.isArray(cursor)) {
    const [x, y]: readonly unknown[] = cursor;
    const isSeen =
      typeof x === 'number' &&
      typeof y === 'number' &&
      x >= view.x &&
      y >= view.y &&
      x <= view.x + view.width &&
      y <= view.y + view.height;
    if (isSeen) return { x, y };
  }
  return centreOf(view);
}

/** Foreign text as a note: as much as a name can hold is shown, the rest is in its notes. */
function pasteNote({ room, session }: Bench, text: string, at: CanvasPoint): CommandResult {
  const { width, height } = defaultSize('note');
  const whole = text.slice(0, NOTES_LIMIT);
  const label = whole.slice(0, LABEL_LIMIT).replace(/[\uD800-\uDBFF]$/u, '');
  const created = room.commands.create({
    kind: 'note',
    type: '',
    at: { parent: null, x: Math.round(at.x - width / 2), y: Math.round(at.y - height / 2) },
    label,
    diagram: shownDiagram(room.document.model().diagrams, session.getState().diagram),
  });
  room.document.flush();
  const [id] = created.ok ? created.ids : [];
  if (id !== undefined && whole.length > label.length) room.commands.notes({ id: id as SubjectId, text: whole }); // the id that creation gave
  if (created.ok && text.length > whole.length) refuse({ session }, say(reading.clip.cut, { limit: NOTES_LIMIT }));
  return created;
}

const refuse = ({ session }: Pick<Bench, 'session'>, text: string): void =>
  session.getState().tell({ text, tone: 'problem' });
