/** The list of boards opened in this browser, each with its link and a way to forget it. */
import { say } from '@strideboard/words';
import { X } from 'lucide-react';
import { go } from '../session/navigation.ts';
import { useStartWords } from './start-words.ts';
import { dateText } from '../session/in-language.ts';
import { IconButton } from '../ui/Button.tsx';
import type { RecentBoard } from './recent.ts';
import styles from './RecentBoards.module.css';

interface RecentBoardsProps {
  readonly boards: readonly RecentBoard[];
  readonly onForget: (roomId: string) => void;
}

/** The list, or a sentence that teaches what will be here. */
export function RecentBoards({ boards, onForget }: RecentBoardsProps) {
  const start = useStartWords();
  if (boards.length === 0) return <p className={styles['none']}>{start.recentNone}</p>;
  return (
    <ul className={styles['list']}>
      {boards.map((board) => {
        const title = board.title ?? start.nameDefault;
        return (
          <li key={board.roomId}>
            <a
              href={board.href}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                go(board.href);
              }}
            >
              <span className={styles['title']}>{title}</span>
              <span className={styles['meta']}>
                {board.role === null ? '' : `${start.role[board.role]} · `}
                {dateText('thisYear', board.lastOpened)}
              </span>
            </a>
            <IconButton label={say(start.forget, { title })} onClick={() => onForget(board.roomId)}>
              <X size={14} aria-hidden />
            </IconButton>
          </li>
        );
      })}
    </ul>
  );
}
