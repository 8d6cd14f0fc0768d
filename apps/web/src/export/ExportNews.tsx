/** What people who do not see the dialog hear: what was saved or stopped, and every few seconds how far an archive is. */
import { outputs, say } from '@strideboard/words';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../session/words.ts';
import type { ArchiveStep, Exporting } from './use-export.ts';

const PAUSE_MS = 4_000;

/** A polite region; politeness is also not to speak of every step. */
export function ExportNews({ states, step }: Pick<Exporting, 'states' | 'step'>) {
  const { panels } = useWords();
  const spoken = useSpoken(step);
  const news = Object.values(states).map((state) => {
    if (state.kind === 'made') return say(panels.export.made, { file: state.file });
    return state.kind === 'stopped' ? outputs.dialog.stopped : '';
  });
  const progress =
    spoken === null
      ? ''
      : say(outputs.dialog.spokenStep, {
          name: outputs.formats[spoken.id].name,
          at: spoken.at + 1,
          total: spoken.total,
        });
  return (
    <p role="status" className="visually-hidden">
      {[progress, ...news].filter((text) => text !== '').join(' ')}
    </p>
  );
}

/** The step of a moment ago, renewed at a pace that can be listened to; `null` when none is being made. */
function useSpoken(step: ArchiveStep | null): ArchiveStep | null {
  const latest = useRef(step);
  const [spoken, setSpoken] = useState<ArchiveStep | null>(null);
  const isRunning = step !== null;
  useEffect(() => {
    latest.current = step;
  }, [step]);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setSpoken(latest.current), PAUSE_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  return isRunning ? spoken : null;
}
