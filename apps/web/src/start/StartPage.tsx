/** The first page: make a board (empty, from a template, from a file) or go on with a recent one. */
import { reading, say } from '@strideboard/words';
import { useEffect, useState } from 'react';
import { useEnvironment } from '../session/environment.ts';
import { useLanguage } from '../session/language.ts';
import { forgetBoard } from '../session/forget-board.ts';
import { useWords } from '../session/words.ts';
import { useStartWords } from './start-words.ts';
import { TextField } from '../ui/Field.tsx';
import { ThemeButton } from '../ui/ThemeButton.tsx';
import { FileOpener } from './FileOpener.tsx';
import { Mark } from './Mark.tsx';
import { RecentBoards } from './RecentBoards.tsx';
import { createRecentList } from './recent.ts';
import styles from './StartPage.module.css';
import { TemplateGallery } from './TemplateGallery.tsx';
import { useCreateBoard } from './use-create-board.ts';

/** The start page. */
export function StartPage() {
  const start = useStartWords();
  const { common } = useWords();
  const { memory } = useEnvironment();
  const language = useLanguage();
  const [name, setName] = useState('');
  const [recent, setRecent] = useState(() => createRecentList(memory));
  const { create, creating, problem } = useCreateBoard();
  useEffect(() => {
    document.title = start.pageTitle;
  }, [start, language]);
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <span className={styles['brand']}>
          <Mark size={24} />
          {common.product}
        </span>
        <ThemeButton />
      </header>
      <main className={styles['main']}>
        <div className={styles['intro']}>
          <h1>{start.headline}</h1>
          <p>{start.lead}</p>
        </div>
        <section className={styles['new']} aria-labelledby="new-board">
          <h2 id="new-board">{start.newBoard}</h2>
          <div className={styles['name']}>
            <TextField
              label={start.nameLabel}
              placeholder={start.namePlaceholder}
              value={name}
              maxLength={300}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          </div>
          <FileOpener
            disabled={creating}
            onOpen={({ title: own, model, changes, template }) => {
              const notice = changes.length === 0 ? null : say(reading.changedOnBoard, { count: changes.length });
              const title = name.trim() || model.meta.title || own || start.nameDefault;
              void create(() => Promise.resolve(model), title, { notice, pack: template });
            }}
          />
          <TemplateGallery
            disabled={creating}
            onChoose={(load, fallbackTitle) => void create(load, name.trim() || fallbackTitle)}
          />
          <p className={styles['status']} role="status">
            {creating ? start.creating : ''}
          </p>
          {problem === null ? null : (
            <p className={styles['problem']} role="alert">
              {problem}
            </p>
          )}
        </section>
        <section className={styles['recent']} aria-labelledby="recent-boards">
          <h2 id="recent-boards">{start.recent}</h2>
          <RecentBoards
            boards={recent}
            onForget={(roomId) => {
              forgetBoard(memory, roomId);
              setRecent(createRecentList(memory));
            }}
          />
        </section>
      </main>
    </div>
  );
}
