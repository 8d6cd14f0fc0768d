/** Taking the board along: pictures, data and lists, each with what it is for and what it leaves out. */
import { THEMES, type ThemeName } from '@strideboard/render';
import { occasional, packs, say } from '@strideboard/words';
import { useEffect, useState } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { shownDiagram } from '../room/current-diagram.ts';
import { useModel, usePacks, useRoom } from '../room/use-room.ts';
import { useSession } from '../session/use-session.ts';
import { fileWords } from '../session/file-words.ts';
import { useWords } from '../session/words.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import styles from './ExportDialog.module.css';
import { ExportRow, type ExportState } from './ExportRow.tsx';
import { exportFileName } from './export-file-name.ts';
import type { Exporter } from './exporter.ts';
import { EXPORTERS, preloadExporters } from './exporters.ts';
import { saveFile } from '../session/save-file.ts';

/** The dialog; mounted while it is open. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { board, panels } = words;
  const { pack, document, whole } = useRoom();
  const analysis = useAnalysis((state) => state);
  const empty = useModel((model) => model.elements.length === 0);
  const absent = usePacks((state) => state.absent);
  const wanted = useSession((state) => state.diagram);
  const diagram = useModel((model) => shownDiagram(model.diagrams, wanted));
  const [badges, setBadges] = useState(true);
  const [theme, setTheme] = useState<ThemeName>('light');
  const [states, setStates] = useState<Readonly<Partial<Record<Exporter['id'], ExportState>>>>({});
  // What the formats need is fetched now, so that a connection lost later does not matter.
  useEffect(preloadExporters, []);

  const run = async (exporter: Exporter): Promise<void> => {
    const show = (state: ExportState): void => setStates((before) => ({ ...before, [exporter.id]: state }));
    show({ kind: 'making' });
    try {
      await whole;
      document.flush();
      const model = document.model();
      const { blob, losses } = await exporter.make({
        model,
        pack,
        threats: analysis.threats,
        vanished: analysis.vanished,
        causes: analysis.causes,
        standing: analysis.standing,
        questions: analysis.analysis?.questions ?? [],
        prompts: analysis.analysis?.prompts ?? [],
        elsewhere: analysis.analysis?.elsewhere ?? [],
        exclusions: analysis.names.exclusions,
        controls: analysis.names.controls,
        catalogue: analysis.names.catalogue,
        picture: { theme, badges, diagram },
        words: fileWords(words),
      });
      const { ending, suffix } = exporter;
      const file = exportFileName({
        title: model.meta.title,
        ending,
        fallback: panels.export.untitled,
        ...(suffix === undefined ? {} : { suffix }),
      });
      saveFile(blob, file);
      show({ kind: 'made', file, losses });
    } catch (error) {
      show({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
  };
  const waiting = analysis.analysis === null;
  return (
    <Dialog title={panels.export.title} closeLabel={board.close} onClose={onClose} width="wide">
      <p className={styles['intro']}>{empty ? panels.export.empty : panels.export.intro}</p>
      {absent.length === 0 ? null : (
        <p className={styles['intro']} role="note">
          {say(packs.board.notExported, { count: absent.length, packs: absent.join(', ') })}
        </p>
      )}
      {(['pictures', 'data', 'lists'] as const).map((section) => (
        <section key={section} className={styles['section']} aria-label={panels.export[section]}>
          <h3>{panels.export[section]}</h3>
          {section === 'pictures' ? (
            <div className={styles['choices']}>
              <Segmented
                label={panels.export.colours}
                value={theme}
                options={THEMES.map((name) => ({ value: name, label: occasional.themes[name] }))}
                onChange={setTheme}
              />
              <label className={styles['check']}>
                <input type="checkbox" checked={badges} onChange={(event) => setBadges(event.target.checked)} />
                {panels.export.badges}
              </label>
            </div>
          ) : null}
          <ul className={styles['rows']}>
            {EXPORTERS.filter((exporter) => exporter.section === section).map((exporter) => (
              <ExportRow
                key={exporter.id}
                exporter={exporter}
                state={states[exporter.id] ?? { kind: 'idle' }}
                waiting={exporter.judged && waiting}
                onMake={() => void run(exporter)}
              />
            ))}
          </ul>
        </section>
      ))}
      <p role="status" className="visually-hidden">
        {Object.values(states)
          .map((state) => (state.kind === 'made' ? say(panels.export.made, { file: state.file }) : ''))
          .join(' ')}
      </p>
    </Dialog>
  );
}
