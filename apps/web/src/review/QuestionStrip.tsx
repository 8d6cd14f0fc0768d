/** The four questions as the frame of the right panel: how far each is, and the way to what stands behind it. */
import { check as words, review, say } from '@strideboard/words';
import { useId, useState } from 'react';
import type { ReviewPlace } from '../session/session-store.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { Menu, type MenuPlace } from '../ui/Menu.tsx';
import { progressOf, type QuestionProgress } from './question-progress.ts';
import { REVIEW, type ReviewQuestion } from './places.ts';
import styles from './QuestionStrip.module.css';
import { useCheck } from './use-check.ts';

/** The strip; a question with several places opens a menu of them. */
export function QuestionStrip() {
  const session = useSessionStore();
  const place = useSession((state) => state.review);
  const check = useCheck();
  const [menu, setMenu] = useState<{ readonly question: ReviewQuestion; readonly at: MenuPlace } | null>(null);
  const labelId = useId();
  const go = (to: ReviewPlace): void => session.getState().showReview(to);
  const places = REVIEW.find(({ question }) => question === menu?.question)?.places ?? [];
  return (
    <nav className={styles['strip']} aria-labelledby={labelId}>
      <h2 id={labelId} className="visually-hidden">
        {words.frame.label}
      </h2>
      <ol className={styles['questions']}>
        {REVIEW.map(({ question, places: all }) => {
          const progress = check === null ? null : progressOf(question, check);
          const [first] = all;
          return (
            <li key={question}>
              <button
                type="button"
                className={styles['question']}
                title={nameOf(question, progress)}
                aria-label={nameOf(question, progress)}
                aria-current={place !== null && all.includes(place) ? 'true' : undefined}
                {...(all.length > 1
                  ? { 'aria-haspopup': 'menu' as const, 'aria-expanded': menu?.question === question }
                  : {})}
                onClick={(event) => {
                  const { left, bottom } = event.currentTarget.getBoundingClientRect();
                  if (all.length > 1) setMenu({ question, at: { x: left, y: bottom + MENU_GAP_PX } });
                  else if (first !== undefined) go(first);
                }}
              >
                <span className={styles['short']}>{words.frame.short[question]}</span>
                <span className={styles['value']}>{progress?.text ?? words.frame.waiting}</span>
                <span className={styles['bar']} aria-hidden="true">
                  <span
                    style={{ width: `${String(Math.round(100 * (progress === null ? 0 : shareOf(progress))))}%` }}
                  />
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      {menu === null ? null : (
        <Menu
          label={`${words.frame.choose}: ${review.questions[menu.question]}`}
          place={menu.at}
          items={places.map((name) => ({ id: name, label: review.places[name], run: () => go(name) }))}
          onClose={() => setMenu(null)}
        />
      )}
    </nav>
  );
}

const MENU_GAP_PX = 4;

const shareOf = ({ done, total }: QuestionProgress): number => (total === 0 ? 0 : done / total);

function nameOf(question: ReviewQuestion, progress: QuestionProgress | null): string {
  const full = review.questions[question];
  return progress === null
    ? full
    : say(words.frame.full[question], { question: full, ...progress.values, ...progress });
}
