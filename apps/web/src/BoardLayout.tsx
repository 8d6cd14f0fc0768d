/** The board's screen: bar, tabs, palette, canvas, details, messages and dialogs. The only place where features meet. */
import { Canvas } from './canvas/Canvas.tsx';
import styles from './BoardLayout.module.css';
import { ExportDialog } from './export/ExportDialog.tsx';
import { Banners } from './frame/Banners.tsx';
import { NameDialog } from './frame/NameDialog.tsx';
import { TabRow } from './frame/TabRow.tsx';
import { TopBar } from './frame/TopBar.tsx';
import { useHistoryKeys } from './frame/use-history-keys.ts';
import { useWarnOnLeave } from './frame/use-warn-on-leave.ts';
import { DetailsPanel } from './inspector/DetailsPanel.tsx';
import { ElementTab } from './inspector/ElementTab.tsx';
import { NotesTab } from './inspector/NotesTab.tsx';
import { Palette } from './palette/Palette.tsx';
import { useSession, useSessionStore } from './session/use-session.ts';
import { useWords } from './session/words.ts';
import { ShareDialog } from './share/ShareDialog.tsx';
import { QuestionsTab } from './threats/QuestionsTab.tsx';
import { ThreatsTab } from './threats/ThreatsTab.tsx';
import { Messages } from './ui/Messages.tsx';

/** Lays the board out; below 900 px the details become a sheet over the canvas. */
export function BoardLayout() {
  const { board } = useWords();
  const leftOpen = useSession((state) => state.leftOpen);
  const rightOpen = useSession((state) => state.rightOpen);
  const dialog = useSession((state) => state.dialog);
  const session = useSessionStore();
  const closeDialog = (): void => session.getState().openDialog(null);
  useHistoryKeys();
  useWarnOnLeave();
  return (
    <div className={styles['board']} data-left={leftOpen} data-right={rightOpen}>
      <a
        className={styles['skip']}
        href="#details"
        onClick={(event) => {
          event.preventDefault();
          session.getState().showTab('threats');
          document.getElementById('details')?.focus();
        }}
      >
        {board.skipToThreats}
      </a>
      <TopBar />
      <TabRow />
      <Banners />
      <nav className={styles['left']} aria-label={board.regions.palette} hidden={!leftOpen}>
        <Palette />
      </nav>
      <main className={styles['canvas']} aria-label={board.regions.canvas}>
        <Canvas />
      </main>
      <aside
        id="details"
        tabIndex={-1}
        className={styles['right']}
        aria-label={board.regions.panel}
        hidden={!rightOpen}
      >
        <DetailsPanel
          tabs={{ element: <ElementTab />, threats: <ThreatsTab />, questions: <QuestionsTab />, notes: <NotesTab /> }}
        />
      </aside>
      <Messages />
      {dialog === 'share' ? <ShareDialog onClose={closeDialog} /> : null}
      {dialog === 'export' ? <ExportDialog onClose={closeDialog} /> : null}
      {dialog === 'name' ? <NameDialog onClose={closeDialog} /> : null}
    </div>
  );
}
