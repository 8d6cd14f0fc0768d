/** The top bar: where I am, whether my work is stored, who is here, taking it along and letting others in. */
import { lazyPart } from '../session/lazy-part.ts';
import { say } from '@strideboard/words';
import { PanelLeft, PanelRight, Redo2, Undo2 } from 'lucide-react';
import { Suspense } from 'react';
import { go } from '../session/navigation.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Mark } from '../start/Mark.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { ThemeButton } from '../ui/ThemeButton.tsx';
import { BoardTitle } from './BoardTitle.tsx';
import { SaveState } from './SaveState.tsx';
import styles from './TopBar.module.css';
import { useHistoryActions } from './use-history-actions.ts';

// Who may change the board follows with the first exchange.
const LockSign = lazyPart(async () => (await import('./LockSign.tsx')).LockSign);
// The others come with the first exchange, after the board.
const People = lazyPart(async () => (await import('./People.tsx')).People);

/** The bar. */
export function TopBar() {
  const { board, start } = useWords();
  const session = useSessionStore();
  const leftOpen = useSession((state) => state.leftOpen);
  const rightOpen = useSession((state) => state.rightOpen);
  const history = useHistoryActions();
  return (
    <header className={styles['bar']}>
      <a
        className={styles['home']}
        href="/"
        aria-label={start.home}
        title={start.home}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          go('/');
        }}
      >
        <Mark />
      </a>
      <BoardTitle />
      <SaveState />
      <Suspense>
        <LockSign />
      </Suspense>
      <span className={styles['gap']} />
      <IconButton
        className={styles['history']}
        label={history.undoName === null ? board.undo : say(board.undoWith, { name: history.undoName })}
        shortcut="Ctrl+Z"
        disabled={history.undoName === null}
        onClick={history.undo}
      >
        <Undo2 size={16} aria-hidden />
      </IconButton>
      <IconButton
        className={styles['history']}
        label={history.redoName === null ? board.redo : say(board.redoWith, { name: history.redoName })}
        shortcut="Ctrl+Shift+Z"
        disabled={history.redoName === null}
        onClick={history.redo}
      >
        <Redo2 size={16} aria-hidden />
      </IconButton>
      <span className={styles['rule']} />
      <IconButton
        label={leftOpen ? board.closeLeft : board.openLeft}
        aria-expanded={leftOpen}
        onClick={() => session.getState().setPanel('left', !leftOpen)}
      >
        <PanelLeft size={16} aria-hidden />
      </IconButton>
      <IconButton
        className={styles['details']}
        label={rightOpen ? board.closeRight : board.openRight}
        aria-expanded={rightOpen}
        onClick={() => session.getState().setPanel('right', !rightOpen)}
      >
        <PanelRight size={16} aria-hidden />
      </IconButton>
      <ThemeButton className={styles['theme']} />
      <Suspense>
        <People />
      </Suspense>
      <Button onClick={() => session.getState().openDialog('export')}>{board.export}</Button>
      <Button look="primary" onClick={() => session.getState().openDialog('share')}>
        {board.share}
      </Button>
    </header>
  );
}
