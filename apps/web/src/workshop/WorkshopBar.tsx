/** The bar of a running workshop: where it is, what is expected of me, where to do that, the timer; for facilitators how to go on. */
import { workshop as words } from '@strideboard/words';
import { useLayoutEffect, useRef } from 'react';
import { useRole } from '../room/workshop/use-workshop.ts';
import { useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { doorsOf, openDoor } from './doors.ts';
import { expectedText } from './expected-text.ts';
import { LeadControls, type LeadControlsProps } from './LeadControls.tsx';
import { minutesFor } from './minutes-for.ts';
import { PhaseList } from './PhaseList.tsx';
import { TimerView } from './TimerView.tsx';
import styles from './WorkshopBar.module.css';

interface WorkshopBarProps extends LeadControlsProps {
  readonly hears: boolean;
  readonly onSound: () => void;
}

/** The bar. */
export function WorkshopBar(props: WorkshopBarProps) {
  const { standing, goTo, hears, onSound } = props;
  const session = useSessionStore();
  const role = useRole();
  const leads = role === 'facilitate';
  const phase = standing.items[standing.at]?.phase ?? 'prepare';
  const bar = useRef<HTMLElement>(null);
  useRoomBelow(bar);
  return (
    <section ref={bar} className={styles['bar']} aria-label={words.label} data-testid="workshop-bar">
      <div className={styles['line']}>
        <PhaseList standing={standing} onGo={leads ? goTo : null} />
        <span className={styles['gap']} />
        <div className={styles['clock']}>
          <TimerView phase={phase} minutes={minutesFor(standing)} hears={hears} onSound={onSound} />
        </div>
        {leads ? <LeadControls {...props} /> : null}
      </div>
      <div className={styles['line']}>
        <p className={styles['expected']} data-testid="workshop-expected">
          {expectedText(phase, role)}
        </p>
        <div className={styles['doors']}>
          {doorsOf(phase, role).map((door, at) => (
            <Button
              key={door}
              size="small"
              className={at === 0 ? styles['first'] : undefined}
              onClick={() => openDoor(session, door)}
            >
              {words.doors[door]}
            </Button>
          ))}
        </div>
      </div>
    </section>
  );
}

/** Tells what covers the board how far down the bar reaches, px: on a narrow screen the review begins below it. */
function useRoomBelow(bar: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const { style } = document.documentElement;
    const tell = (): void =>
      style.setProperty('--dock-top', `${String(Math.round(element.getBoundingClientRect().bottom))}px`);
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    // A line that comes above moves the bar and takes its room from the canvas.
    const canvas = document.querySelector('main');
    if (canvas !== null) observer.observe(canvas);
    tell();
    return () => {
      observer.disconnect();
      style.removeProperty('--dock-top');
    };
  }, [bar]);
}
