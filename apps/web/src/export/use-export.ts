/** Exporting the board as it is now: its input, the file it becomes, and how it went. */
import type { ExportId, PictureOptions } from '@strideboard/formats';
import type { SpokenLanguage } from '@strideboard/words';
import { useEffect, useRef, useState } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { usePacks, useRoom } from '../room/use-room.ts';
import { useEnvironment } from '../session/environment.ts';
import { saveFile } from '../session/save-file.ts';
import { useWords } from '../session/words.ts';
import { createExportCrew, type ExportCrew } from './export-crew.ts';
import { exportFileName } from './export-file-name.ts';
import exportWorkerUrl from './export-worker.ts?worker&url';
import type { ExportState } from './exporter.ts';
import type { PlainInput, Wanted } from './protocol.ts';

/** Which format of the archive is being made. */
export interface ArchiveStep {
  readonly id: ExportId;
  readonly at: number;
  readonly total: number;
}

/** What the dialog can do. */
export interface Exporting {
  /** Of each format, and of everything at once. */
  readonly states: Readonly<Partial<Record<Wanted, ExportState>>>;
  /** `null` while no archive is being made. */
  readonly step: ArchiveStep | null;
  readonly start: (wanted: Wanted) => void;
  /** Ends it in the middle of what it does; nothing is saved. */
  readonly stop: (wanted: Wanted) => void;
}

/** Files whose name says what they are without a word more. */
const PLAIN: readonly string[] = ['diagram', 'model', 'export'];

/** Exports in this language, with these choices for pictures. What was not made when the dialog closes is not made any more. */
export function useExport(picture: PictureOptions, language: SpokenLanguage): Exporting {
  const words = useWords();
  const inputOf = usePlainInput(picture, language);
  const crew = useCrew();
  const [states, setStates] = useState<Exporting['states']>({});
  const [step, setStep] = useState<ArchiveStep | null>(null);
  const running = useRef(new Map<Wanted, AbortController>());
  useEffect(() => {
    const all = running.current;
    return () => {
      for (const control of all.values()) control.abort();
    };
  }, []);

  const run = async (wanted: Wanted): Promise<void> => {
    const show = (state: ExportState): void => setStates((before) => ({ ...before, [wanted]: state }));
    const control = new AbortController();
    running.current.set(wanted, control);
    show({ kind: 'making' });
    try {
      const input = await inputOf();
      const onStep = (id: ExportId, at: number, total: number): void => setStep({ id, at, total });
      const made = await crew().write({ wanted, input, onStep, signal: control.signal });
      const [stem = '', ...endings] = made.fileName.split('.');
      const file = exportFileName({
        title: input.model.meta.title,
        ending: endings.join('.'),
        fallback: words.panels.export.untitled,
        ...(PLAIN.includes(stem) ? {} : { suffix: stem }),
      });
      saveFile(made.blob, file);
      show({ kind: 'made', file, losses: made.losses });
    } catch (error) {
      if (control.signal.aborted) show({ kind: 'stopped' });
      else show({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    } finally {
      running.current.delete(wanted);
      if (wanted === 'all') setStep(null);
    }
  };
  return {
    states,
    step,
    start: (wanted) => {
      if (!running.current.has(wanted)) void run(wanted);
    },
    stop: (wanted) => running.current.get(wanted)?.abort(),
  };
}

/** The workers, started with the dialog so that exporting needs no network later. */
function useCrew(): () => ExportCrew {
  const { startWorker } = useEnvironment();
  const crew = useRef<ExportCrew | null>(null);
  useEffect(() => {
    const made = createExportCrew(() => startWorker(exportWorkerUrl));
    crew.current = made;
    made.warm();
    return made.dispose;
  }, [startWorker]);
  return () => {
    if (crew.current === null) throw new Error('useExport: the dialog is not open');
    return crew.current;
  };
}

/** The board as plain data, at the moment it is asked for. */
function usePlainInput(picture: PictureOptions, language: SpokenLanguage): () => Promise<PlainInput> {
  const { pack, document, live, whole } = useRoom();
  const known = useAnalysis((state) => state);
  const additions = usePacks((packs) => packs.additions);
  const written = usePacks((packs) => packs.written);
  const saidIn = usePacks((packs) => packs.spoken?.language ?? 'en');
  return async () => {
    await whole;
    document.flush();
    const { analysis, threats, vanished, causes, standing, names } = known;
    return {
      ...{
        model: document.model(),
        board: pack.board,
        additions,
        analysis,
        threats,
        vanished,
        causes,
        standing,
        picture,
      },
      today: new Date(live.now()).toISOString().slice(0, 10),
      exclusions: names.exclusions,
      controls: names.controls,
      catalogue: names.catalogue,
      ruleNames: names.rules,
      language,
      saidIn,
      written,
    };
  };
}
