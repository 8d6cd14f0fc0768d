/** What the facilitator does with rounds of silent writing: begin one, show its cards, or end it without showing any. */
import { createRegisterCommands } from '@strideboard/document';
import type { WorkshopRound } from '@strideboard/model';
import { cards as words } from '@strideboard/words';
import { useMemo, useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { useReport } from '../ui/use-report.ts';
import styles from './LeadBar.module.css';

/** The bar; `round` is the one that runs, `null` for none. */
export function LeadBar({ round }: { readonly round: WorkshopRound | null }) {
  const { commandsOptions, document } = useRoom();
  const session = useSessionStore();
  const report = useReport();
  const commands = useMemo(() => createRegisterCommands(commandsOptions), [commandsOptions]);
  const [isAsking, setAsking] = useState(false);
  const [prompt, setPrompt] = useState('');
  const set = (next: Parameters<typeof commands.setRound>[0]): boolean => {
    const isDone = report(commands.setRound(next));
    document.flush();
    return isDone;
  };
  if (round === null)
    return (
      <form
        className={styles['bar']}
        aria-label={words.lead.label}
        onSubmit={(event) => {
          event.preventDefault();
          if (!set({ state: 'silent', prompt: prompt.trim() })) return;
          setPrompt('');
          session.getState().announce(words.lead.started);
        }}
      >
        <input
          className={styles['prompt']}
          aria-label={words.lead.prompt}
          placeholder={words.lead.prompt}
          maxLength={300}
          value={prompt}
          onChange={(event) => setPrompt(event.target.value)}
        />
        <Button type="submit">{words.lead.start}</Button>
      </form>
    );
  if (isAsking)
    return (
      <Confirm
        ask={words.lead.discardAsk}
        yes={words.lead.discardYes}
        no={words.lead.discardNo}
        onYes={() => {
          setAsking(false);
          set({ round: round.id, state: 'discarded' });
        }}
        onNo={() => setAsking(false)}
      />
    );
  return (
    <fieldset aria-label={words.lead.label} className={styles['bar']}>
      <Button onClick={() => set({ round: round.id, state: 'revealed' })}>{words.lead.reveal}</Button>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {words.lead.discard}
      </Button>
    </fieldset>
  );
}
