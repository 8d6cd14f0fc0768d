/** The timer everybody sees, in the time of the server; facilitators run it. It is read out when somebody asks, and once when it ends. */
import { say, workshop as words } from '@strideboard/words';
import { Bell, BellOff, Pause, Play, Square, Timer as TimerIcon } from 'lucide-react';
import type { PhaseId } from '../room/workshop/phases.ts';
import { useRole } from '../room/workshop/use-workshop.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { useLead } from './use-lead.ts';
import { clockText, MINUTE_MS } from './timer.ts';
import styles from './TimerView.module.css';
import { type TimerNow, useTimer, useTimerEnd } from './use-timer.ts';

interface TimerViewProps {
  readonly phase: PhaseId;
  /** How long a timer runs that is started now. */
  readonly minutes: number;
  readonly hears: boolean;
  readonly onSound: () => void;
}

/** The clock with its buttons; for those who do not lead nothing while no timer is set. */
export function TimerView({ phase, minutes, hears, onSound }: TimerViewProps) {
  const now = useTimer();
  const leads = useRole() === 'facilitate';
  useTimerEnd(now, words.phases[phase], hears);
  if (now === null && !leads) return null;
  return (
    <div className={styles['timer']}>
      {now === null ? null : <Clock now={now} />}
      {leads ? <TimerControls now={now} minutes={minutes} /> : null}
      {now === null ? null : (
        <IconButton label={words.timer.sound} pressed={hears} className={styles['button']} onClick={onSound}>
          {hears ? <Bell size={15} aria-hidden /> : <BellOff size={15} aria-hidden />}
        </IconButton>
      )}
    </div>
  );
}

function Clock({ now: { timer, leftMs, isPaused, isOver } }: { readonly now: TimerNow }) {
  const time = clockText(leftMs);
  const whole = say(words.timer.ofMinutes, { count: Math.round(timer.durationMs / MINUTE_MS) });
  return (
    <div
      role="timer"
      aria-label={words.timer.label}
      className={styles['clock']}
      data-state={isOver ? 'over' : isPaused ? 'paused' : 'running'}
      data-testid="workshop-timer"
      title={whole}
    >
      <b>{isOver ? say(words.timer.overBy, { time }) : time}</b>
      {isOver ? <span>{words.timer.over}</span> : isPaused ? <span>{words.timer.paused}</span> : null}
    </div>
  );
}

function TimerControls({ now, minutes }: { readonly now: TimerNow | null; readonly minutes: number }) {
  const lead = useLead();
  if (now === null) {
    return (
      <IconButton
        label={say(words.timer.startWith, { count: minutes })}
        className={styles['button']}
        onClick={() => lead.startTimer(minutes)}
      >
        <TimerIcon size={15} aria-hidden />
      </IconButton>
    );
  }
  return (
    <>
      {now.isOver ? null : now.isPaused ? (
        <IconButton label={words.timer.resume} className={styles['button']} onClick={() => lead.resumeTimer()}>
          <Play size={15} aria-hidden />
        </IconButton>
      ) : (
        <IconButton label={words.timer.pause} className={styles['button']} onClick={() => lead.pauseTimer()}>
          <Pause size={15} aria-hidden />
        </IconButton>
      )}
      <Button
        size="small"
        look="quiet"
        title={words.timer.add}
        aria-label={words.timer.add}
        className={styles['add']}
        onClick={() => lead.addMinute()}
      >
        {words.timer.addShort}
      </Button>
      <IconButton label={words.timer.stop} className={styles['button']} onClick={() => lead.stopTimer()}>
        <Square size={13} aria-hidden />
      </IconButton>
    </>
  );
}
