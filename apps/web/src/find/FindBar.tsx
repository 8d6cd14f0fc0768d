/** Find on the whole board: type, Enter and Shift+Enter step through what matches and show it, Escape goes back to where the focus was. */
import type { CanvasPoint, DiagramId, SubjectId } from '@strideboard/model';
import { reach, say } from '@strideboard/words';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { collapsedAround } from '../room/collapsed-around.ts';
import { diagramOf, listedDiagram, shownDiagram } from '../room/current-diagram.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { IconButton } from '../ui/Button.tsx';
import { diagramName } from '../ui/diagram-name.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { findEntries } from './find-index.ts';
import { excerpt, type FindMatch, findMatches, stepTo } from './find-matches.ts';
import styles from './FindBar.module.css';

const words = reach.find;
/** What is shown is at least this large. */
const READABLE_ZOOM = 0.7;

/** The bar, open while mounted, with the focus in its field. */
export function FindBar({ onClose }: { readonly onClose: () => void }) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(-1);
  const [moved, setMoved] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const statusId = useId();
  const listed = useDeferredValue(query);
  const { matches, findNow } = useMatches(listed);
  const describe = useDescription(query);
  const goTo = useGoTo();
  const restoreFocus = useFocusToRestore(input);
  const shown = matches[Math.min(at, matches.length - 1)];

  const step = (by: 1 | -1): void => {
    // Whoever types and presses Enter at once means what is typed, not what is listed yet.
    const found = listed === query ? matches : findNow(query);
    const next = stepTo(Math.min(at, found.length - 1), found.length, by);
    const match = found[next];
    if (match === undefined) return;
    setAt(next);
    setMoved(goTo(match));
  };
  const close = (): void => {
    onClose();
    restoreFocus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target === input.current) step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const count =
    query.trim() === ''
      ? ''
      : shown === undefined
        ? matches.length === 0
          ? words.none
          : say(words.count, { count: matches.length })
        : say(words.position, { at: matches.indexOf(shown) + 1, count: matches.length });
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: Escape leaves from wherever the focus is inside
    <search className={styles['bar']} aria-label={words.label} data-find="" onKeyDown={onKeyDown}>
      <div className={styles['line']}>
        <input
          ref={input}
          id="find-field"
          type="text"
          aria-label={words.field}
          aria-describedby={statusId}
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(-1);
            setMoved('');
          }}
        />
        <span className={styles['count']} aria-hidden="true">
          {count}
        </span>
        <IconButton
          label={words.previous}
          shortcut="Shift+Enter"
          disabled={matches.length === 0}
          onClick={() => step(-1)}
        >
          <ChevronUp size={16} aria-hidden />
        </IconButton>
        <IconButton label={words.next} shortcut="Enter" disabled={matches.length === 0} onClick={() => step(1)}>
          <ChevronDown size={16} aria-hidden />
        </IconButton>
        <IconButton label={words.close} shortcut="Esc" onClick={close}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      <p id={statusId} className={styles['status']} role="status">
        <span className="visually-hidden">{count}</span>
        {shown === undefined ? (
          matches.length > 0 ? (
            <span>{words.hint}</span>
          ) : null
        ) : (
          <>
            <b>{describe(shown).name}</b>
            <span>{describe(shown).what}</span>
            <span>{[describe(shown).where, moved].filter(Boolean).join(' ')}</span>
          </>
        )}
      </p>
    </search>
  );
}

/** What matches, following the board and what is known about it. */
function useMatches(query: string): {
  readonly matches: readonly FindMatch[];
  readonly findNow: (query: string) => readonly FindMatch[];
} {
  const room = useRoom();
  const all = useWords();
  const names = useSubjectNames();
  const model = useModel((current) => current);
  const threats = useAnalysis((state) => state.threats);
  const wanted = useSession((state) => state.diagram);
  const entries = useMemo(
    () => findEntries({ model, index: room.index(), pack: room.pack, words: all, names, threats }),
    [model, room, all, names, threats],
  );
  // Stepping to another diagram must not put the matches into another order.
  const [from, setFrom] = useState({ query, diagram: wanted });
  if (from.query !== query) setFrom({ query, diagram: wanted });
  const matches = useMemo(
    () => findMatches(entries, query, shownDiagram(model.diagrams, from.diagram)),
    [entries, query, model.diagrams, from],
  );
  return { matches, findNow: (typed) => findMatches(entries, typed, shownDiagram(model.diagrams, wanted)) };
}

/** What a match is called, what of it matched, and where it is when it cannot be seen at once. */
function useDescription(query: string) {
  const room = useRoom();
  const names = useSubjectNames();
  return ({ entry: { target }, field }: FindMatch) => {
    const text = excerpt(field.text, query);
    const what = say(words.what[field.what], { name: field.name ?? '', text });
    if (typeof target !== 'string') return { name: 'thread' in target ? words.gone : words.point, what, where: '' };
    const around = collapsedAround(room.index(), target);
    const where = around === null ? '' : say(words.inside, { name: names.name(around) ?? '' });
    return { name: names.name(target) ?? '', what, where };
  };
}

/** Shows a match; says so when that was on another diagram. */
function useGoTo(): (match: FindMatch) => string {
  const room = useRoom();
  const session = useSessionStore();
  return ({ entry: { target, diagram } }) => {
    const { diagrams } = room.document.model();
    const before = shownDiagram(diagrams, session.getState().diagram);
    if (typeof target === 'object' && 'thread' in target) {
      showThread(target.thread);
      return '';
    }
    if (typeof target === 'string') showSubject(target);
    else showPoint(target, diagram);
    const home = typeof target === 'string' ? diagramOf(room.index(), target) : diagram;
    const now = shownDiagram(diagrams, session.getState().diagram);
    return home === before || now === before ? '' : say(words.moved, { diagram: diagramName(diagrams, now) });
  };

  /** There is nothing to see of it on the diagram: it is read in the list, and the keyboard stays here. */
  function showThread(id: string): void {
    const before = document.activeElement;
    session.setState({ talk: { kind: 'thread', id } });
    session.getState().showReview('comments', 'all');
    requestAnimationFrame(() => requestAnimationFrame(() => before instanceof HTMLElement && before.focus()));
  }

  /** From afar nobody could read what was found. */
  function showSubject(id: SubjectId): void {
    session.getState().show([id]);
    const { viewport, canvasSize, selection } = session.getState();
    const { x, y, zoom } = viewport;
    if (zoom >= READABLE_ZOOM) return;
    const [middle, centre] = [canvasSize.width / 2, canvasSize.height / 2];
    const by = READABLE_ZOOM / zoom;
    session
      .getState()
      .setViewport({ zoom: READABLE_ZOOM, x: middle - (middle - x) * by, y: centre - (centre - y) * by });
    session.getState().show(selection);
  }

  function showPoint({ x, y }: CanvasPoint, diagram: DiagramId | null): void {
    const { diagrams } = room.document.model();
    session.getState().setDiagram(listedDiagram(diagrams, diagram));
    const { viewport, canvasSize } = session.getState();
    const { zoom } = viewport;
    session.getState().setViewport({ zoom, x: canvasSize.width / 2 - x * zoom, y: canvasSize.height / 2 - y * zoom });
  }
}

/** Takes the focus when mounted; gives the way back to where it was, or to the diagram when that is gone. */
function useFocusToRestore(input: { readonly current: HTMLInputElement | null }): () => void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (document.activeElement !== input.current) before.current = document.activeElement;
    input.current?.focus();
  }, [input]);
  return () => {
    const { current } = before;
    const isThere = current instanceof HTMLElement && current.isConnected && current !== document.body;
    (isThere ? current : document.querySelector<HTMLElement>('[data-surface]'))?.focus({ preventScroll: true });
  };
}
