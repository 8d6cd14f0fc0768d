/** Exporting the board as it is now: its input, the file it becomes, and how it went. */
import type { ExportId, ExportInput, PictureOptions } from '@strideboard/formats';
import { useRef, useState } from 'react';
import { holdTrees, loadBuiltInTrees } from '../analysis/held-trees.ts';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { usePacks, useRoom } from '../room/use-room.ts';
import { fileWords } from '../session/file-words.ts';
import { saveFile } from '../session/save-file.ts';
import { useWords } from '../session/words.ts';
import { exportFileName } from './export-file-name.ts';
import type { ExportState } from './exporter.ts';
import { type Exported, makeArchive, makeFile } from './exporters.ts';

/** Which format of the archive is being made. */
export interface ArchiveStep {
  readonly id: ExportId;
  readonly at: number;
  readonly total: number;
}

/** What the dialog can do. */
export interface Exporting {
  /** Of each format, and of everything at once. */
  readonly states: Readonly<Partial<Record<ExportId | 'all', ExportState>>>;
  /** `null` while no archive is being made. */
  readonly step: ArchiveStep | null;
  readonly exportOne: (id: ExportId) => void;
  readonly exportAll: () => void;
  readonly cancel: () => void;
}

/** Files whose name says what they are without a word more. */
const PLAIN: readonly string[] = ['diagram', 'model', 'export'];

/** Exports with these choices for pictures. */
export function useExport(picture: PictureOptions): Exporting {
  const words = useWords();
  const { pack, document, live, whole } = useRoom();
  const analysis = useAnalysis((state) => state);
  const additions = usePacks((packs) => packs.additions);
  const [states, setStates] = useState<Exporting['states']>({});
  const [step, setStep] = useState<ArchiveStep | null>(null);
  const stopped = useRef(false);

  const run = async (id: ExportId | 'all', make: (input: ExportInput) => Promise<Exported | null>): Promise<void> => {
    const show = (state: ExportState): void => setStates((before) => ({ ...before, [id]: state }));
    show({ kind: 'making' });
    try {
      await whole;
      document.flush();
      const model = document.model();
      const { threats, vanished, causes, standing, names } = analysis;
      const made = await make({
        ...{ model, pack, threats, vanished, causes, standing, picture },
        today: new Date(live.now()).toISOString().slice(0, 10),
        questions: analysis.analysis?.questions ?? [],
        prompts: analysis.analysis?.prompts ?? [],
        elsewhere: analysis.analysis?.elsewhere ?? [],
        trees: holdTrees(await loadBuiltInTrees(), { ...analysis, model, additions, ruleNames: names.rules }),
        exclusions: names.exclusions,
        controls: names.controls,
        catalogue: names.catalogue,
        words: fileWords(words),
      });
      if (made === null) {
        show({ kind: 'idle' });
        return;
      }
      const [stem = '', ...endings] = made.fileName.split('.');
      const file = exportFileName({
        title: model.meta.title,
        ending: endings.join('.'),
        fallback: words.panels.export.untitled,
        ...(PLAIN.includes(stem) ? {} : { suffix: stem }),
      });
      saveFile(made.blob, file);
      show({ kind: 'made', file, losses: made.losses });
    } catch (error) {
      show({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
  };
  return {
    states,
    step,
    exportOne: (id) => void run(id, (input) => makeFile(id, input)),
    exportAll: () => {
      stopped.current = false;
      const waiting = {
        onFormat: (id: ExportId, at: number, total: number) => setStep({ id, at, total }),
        isStopped: () => stopped.current,
      };
      void run('all', (input) => makeArchive(input, waiting)).finally(() => setStep(null));
    },
    cancel: () => {
      stopped.current = true;
    },
  };
}
