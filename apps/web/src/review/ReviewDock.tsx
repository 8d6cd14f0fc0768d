/** The review below the diagram: four questions at its side, what stands behind the chosen one beside them. Does not block the board. */
import { review as words } from '@strideboard/words';
import { Maximize2, Minimize2, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isNarrow } from '../session/is-narrow.ts';
import type { ReviewPlace } from '../session/session-store.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { IconButton } from '../ui/Button.tsx';
import { REVIEW, TOGETHER } from './places.ts';
import styles from './ReviewDock.module.css';

interface ReviewDockProps {
  readonly place: ReviewPlace;
  /** The view of the place. */
  readonly children: ReactNode;
}

const GROUPS = [...REVIEW, { question: 'together' as const, places: TOGETHER }];

/** The dock; Esc closes it where nothing inside takes the key first. */
export function ReviewDock({ place, children }: ReviewDockProps) {
  const session = useSessionStore();
  const [isWhole, setWhole] = useState(false);
  const opened = useRef(session.getState().shown);
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  // Where the view has begun somewhere already, the keyboard stays there; also where the place was opened by the person I follow.
  useEffect(() => {
    if (session.getState().looksAt?.mirrored === true) return;
    if (body.current?.contains(document.activeElement) !== true) heading.current?.focus();
  }, [place, session]);
  // What is to be seen on the canvas is not to be covered.
  const shown = useSession((state) => state.shown);
  const [seen, setSeen] = useState(shown);
  if (shown !== seen) {
    setSeen(shown);
    setWhole(false);
  }
  useEffect(() => {
    if (shown !== opened.current && isNarrow()) session.getState().showReview(null);
  }, [shown, session]);
  // Where the places stand in one line that is longer than the screen, the one I am at is in sight.
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [place]);
  const close = (): void => {
    session.getState().showReview(null);
    document.getElementById('details')?.focus();
  };
  return (
    <section
      className={styles['dock']}
      data-whole={isWhole}
      aria-label={words.label}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
      }}
    >
      <nav ref={nav} className={styles['nav']} aria-label={words.nav}>
        {GROUPS.map(({ question, places }) => (
          <div key={question} className={styles['question']}>
            <p id={`review-${question}`}>{words.questions[question]}</p>
            <ul aria-labelledby={`review-${question}`}>
              {places.map((name) => (
                <li key={name}>
                  <button
                    type="button"
                    aria-current={name === place ? 'page' : undefined}
                    onClick={() => session.getState().showReview(name)}
                  >
                    {words.places[name]}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className={styles['place']}>
        <header className={styles['head']}>
          <h2 ref={heading} tabIndex={-1}>
            {words.places[place]}
          </h2>
          <IconButton
            className={styles['larger']}
            label={isWhole ? words.smaller : words.larger}
            onClick={() => setWhole(!isWhole)}
          >
            {isWhole ? <Minimize2 size={16} aria-hidden /> : <Maximize2 size={16} aria-hidden />}
          </IconButton>
          <IconButton label={words.close} onClick={close}>
            <X size={16} aria-hidden />
          </IconButton>
        </header>
        <div ref={body} className={styles['body']}>
          {children}
        </div>
      </div>
    </section>
  );
}
