/** Taking the board along: everything at once, or one file, each with what it is for and what it leaves out. */
import { THEMES, type ThemeName } from '@strideboard/render';
import { LANGUAGES, occasional, outputs, packs, say, type SpokenLanguage } from '@strideboard/words';
import { useState } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useWaitingText } from '../analysis/use-veil.ts';
import { shownDiagram } from '../room/current-diagram.ts';
import { useModel, usePacks } from '../room/use-room.ts';
import { pageLanguage } from '../session/language.ts';
import { useSession } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { ExportAll } from './ExportAll.tsx';
import styles from './ExportDialog.module.css';
import { ExportRow } from './ExportRow.tsx';
import { EXPORT_SECTIONS, type ExportState } from './exporter.ts';
import { ExportNews } from './ExportNews.tsx';
import { EXPORTERS } from './exporters.ts';
import { useExport } from './use-export.ts';

const IDLE: ExportState = { kind: 'idle' };

/** The dialog; mounted while it is open. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { board, panels } = useWords();
  const waiting = useAnalysis(({ analysis }) => analysis === null);
  const why = useWaitingText(panels.export.waiting);
  const empty = useModel((model) => model.elements.length === 0);
  const absent = usePacks((state) => state.absent);
  const wanted = useSession((state) => state.diagram);
  const diagram = useModel((model) => shownDiagram(model.diagrams, wanted));
  const [badges, setBadges] = useState(true);
  const [language, setLanguage] = useState<SpokenLanguage>(pageLanguage);
  const [theme, setTheme] = useState<ThemeName>('light');
  const { states, step, start, stop } = useExport({ theme, badges, diagram }, language);
  return (
    <Dialog title={panels.export.title} closeLabel={board.close} onClose={onClose} width="wide">
      <p className={styles['intro']}>{empty ? panels.export.empty : panels.export.intro}</p>
      {absent.length === 0 ? null : (
        <p className={styles['intro']} role="note">
          {say(packs.board.notExported, { count: absent.length, packs: absent.join(', ') })}
        </p>
      )}
      <div className={styles['language']}>
        <span aria-hidden="true">{outputs.dialog.language}</span>
        <Segmented
          label={outputs.dialog.language}
          value={language}
          options={LANGUAGES.map((one) => ({ value: one, label: occasional.languages[one] }))}
          onChange={setLanguage}
        />
      </div>
      <ExportAll
        state={states.all ?? IDLE}
        step={step}
        waiting={waiting ? why : null}
        onMake={() => start('all')}
        onStop={() => stop('all')}
      />
      {EXPORT_SECTIONS.map((section) => (
        <section key={section} className={styles['section']} aria-label={outputs.dialog.sections[section]}>
          <h3>{outputs.dialog.sections[section]}</h3>
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
                state={states[exporter.id] ?? IDLE}
                waiting={exporter.judged && waiting ? why : null}
                onMake={() => start(exporter.id)}
                onStop={() => stop(exporter.id)}
              />
            ))}
          </ul>
        </section>
      ))}
      <ExportNews states={states} step={step} />
    </Dialog>
  );
}
