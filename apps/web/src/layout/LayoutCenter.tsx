/** Brings automatic layout: its actions, and while one runs, a line that says so with the way out. */
import { createEditingCommands } from '@strideboard/document';
import { layout as words, say } from '@strideboard/words';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useRoom } from '../room/use-room.ts';
import { useSceneStore } from '../room/use-scene.ts';
import { useRegisterActions } from '../session/action-registry.ts';
import { useEnvironment } from '../session/environment.ts';
import type { SessionStore } from '../session/session-store.ts';
import { useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { useReport } from '../ui/use-report.ts';
import { layoutActions } from './layout-actions.ts';
import styles from './LayoutCenter.module.css';
import { createLayoutRunner, type LayoutEvent } from './layout-runner.ts';

/** Mounted while the canvas is open. */
export function LayoutCenter() {
  const { live: room } = useRoom();
  const session = useSessionStore();
  const scenes = useSceneStore();
  const { startWorker } = useEnvironment();
  const report = useReport();
  const runner = useMemo(() => {
    const editing = createEditingCommands(room.commandsOptions);
    const tell = (event: LayoutEvent): void => tellEvent(session, event);
    return createLayoutRunner({ room, session, scenes, editing, startWorker, report, tell });
  }, [room, session, scenes, startWorker, report]);
  const actions = useMemo(() => layoutActions(room, session, runner), [room, session, runner]);
  useRegisterActions('layout', actions);
  useEffect(() => runner.cancel, [runner]);
  const count = useStore(runner.store, (run) => run.count);
  return count === 0 ? null : <LayoutStatus count={count} onCancel={runner.cancel} />;
}

/** What takes less time than this needs no word, ms. */
const PATIENCE_MS = 300;

function LayoutStatus({ count, onCancel }: { readonly count: number; readonly onCancel: () => void }) {
  const [isLong, setLong] = useState(false);
  // The engine does not say how far it is: how long it has taken is what can be told.
  const [seconds, setSeconds] = useState(0);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  });
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    const clock = setInterval(() => setSeconds((before) => before + 1), 1_000);
    const listener = (event: KeyboardEvent): void => onKey(event);
    // Before the canvas, for which Escape means something else.
    addEventListener('keydown', listener, { capture: true });
    return () => {
      clearTimeout(timer);
      clearInterval(clock);
      removeEventListener('keydown', listener, { capture: true });
    };
  }, []);
  return (
    <div className={styles['status']} role="status" data-testid="layout-status" data-long={isLong || undefined}>
      {isLong ? (
        <>
          <span className={styles['sign']} aria-hidden />
          <p>
            {say(words.running, { count })}
            {/* Seen, and not read out every second. */}
            <span aria-hidden="true" data-testid="layout-seconds">
              {seconds === 0 ? '' : ` ${say(words.elapsed, { seconds })}`}
            </span>
          </p>
          <Button size="small" aria-keyshortcuts="Escape" onClick={onCancel}>
            {words.cancel}
          </Button>
        </>
      ) : null}
    </div>
  );
}

function tellEvent(session: SessionStore, event: LayoutEvent): void {
  const now = session.getState();
  if (event.kind === 'failed' || event.kind === 'offline') now.tell({ text: words[event.kind], tone: 'problem' });
  else if (event.kind !== 'done') now.tell({ text: words[event.kind] });
  else {
    const { count, cramped } = event;
    const stayed = cramped.map(({ label }) => say(words.cramped, { name: label === '' ? words.unnamed : label }));
    now.tell({ text: [say(words.done, { count }), ...stayed].join(' ') });
  }
}
