/** What a first visit says: a few short hints in the corner above the miniature, once, out of the way of whatever is being done. */
import { actions as actionWords, occasional, say } from '@strideboard/words';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { useMayEdit } from '../../room/use-room.ts';
import { type Action, useRegisterActions } from '../../session/action-registry.ts';
import { useEnvironment } from '../../session/environment.ts';
import { isAppleSystem, keysText } from '../../session/shortcut.ts';
import { useSessionStore } from '../../session/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Hints.module.css';
import { useIsHintWelcome } from './use-is-hint-welcome.ts';

const { hints: words } = occasional;

/** Shows the hints to those who may draw and have not seen them; offers them again as a command. */
export function Hints() {
  const { memory } = useEnvironment();
  const mayEdit = useMayEdit();
  const [step, setStep] = useState(() => (memory.preferences().hintsSeen ? null : 0));
  const isWelcome = useIsHintWelcome();
  const actions = useMemo(
    (): readonly Action[] => [{ id: 'hints', group: 'board', label: actionWords.board.hints, run: () => setStep(0) }],
    [],
  );
  useRegisterActions('hints', actions);
  if (step === null || !mayEdit) return null;
  const goOn = (): void => setStep(step + 1 < words.steps.length ? step + 1 : null);
  return isWelcome ? <Hint step={step} onNext={goOn} onSkip={() => setStep(null)} /> : null;
}

interface HintProps {
  /** Which of the hints, from 0. */
  readonly step: number;
  readonly onNext: () => void;
  readonly onSkip: () => void;
}

function Hint({ step, onNext, onSkip }: HintProps) {
  const { memory } = useEnvironment();
  const session = useSessionStore();
  const of = words.steps.length;
  const isLast = step + 1 === of;
  const { title = '', text: pattern = '' } = words.steps[step] ?? {};
  const text = say(pattern, { commands: isAppleSystem() ? '⌘K' : keysText('Ctrl+K') });
  const place = say(words.title, { at: step + 1, of });
  // Once is enough, however often the page is reloaded.
  useEffect(() => memory.setPreferences({ hintsSeen: true }), [memory]);
  useEffect(
    () => session.getState().announce(say(words.said, { at: step + 1, of, title, text })),
    [session, step, of, title, text],
  );
  const leave = (act: () => void): void => {
    act();
    document.querySelector<HTMLElement>('[data-surface]')?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leave(onSkip);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: Escape on any of its buttons ends the hints
    <section className={styles['hint']} aria-label={place} data-testid="hint" onKeyDown={onKeyDown}>
      <h2>{title}</h2>
      <p>{text}</p>
      <footer>
        <span className={styles['place']} aria-hidden="true">
          {step + 1} / {of}
        </span>
        {isLast ? null : (
          <Button size="small" look="quiet" onClick={() => leave(onSkip)}>
            {words.skip}
          </Button>
        )}
        <Button size="small" onClick={() => (isLast ? leave(onNext) : onNext())}>
          {isLast ? words.done : words.next}
        </Button>
      </footer>
    </section>
  );
}
