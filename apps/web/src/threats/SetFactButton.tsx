/** Turns a yes-or-no fact around with one click. */
import { say } from '@strideboard/words';
import { useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { MY_ANSWER } from '../ui/my-answer.ts';
import { useReport } from '../ui/use-report.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { focusNeighbour } from '../ui/focus-neighbour.ts';
import styles from './SetFactButton.module.css';
import type { SettableFact } from './settable-facts.ts';
import { useSentences } from '../ui/use-sentences.ts';

interface SetFactButtonProps {
  readonly settable: SettableFact;
  /** In running text, next to its fact. */
  readonly inline?: boolean;
}

/** The button. The keyboard goes on at the next card, since this one usually vanishes. */
export function SetFactButton({ settable: { subject, property, to }, inline = false }: SetFactButtonProps) {
  const { panels } = useWords();
  const { commands } = useRoom();
  const report = useReport();
  const names = useSubjectNames();
  const context = useSentences(null);
  const value = (to ? panels.values.yes : panels.values.no).toLowerCase();
  const shared = {
    'aria-label': say(panels.threats.setToFull, {
      property: context.definition(subject, property)?.label ?? property,
      name: names.name(subject) ?? '',
      value,
    }),
    onClick: (event: { readonly currentTarget: Element }) => {
      focusNeighbour(event.currentTarget);
      report(commands.setProperty({ ids: [subject], name: property, value: to, evidence: MY_ANSWER }));
    },
  };
  const text = say(panels.threats.setTo, { value });
  if (inline)
    return (
      <button type="button" className={styles['inline']} {...shared}>
        {text}
      </button>
    );
  return (
    <Button size="small" {...shared}>
      {text}
    </Button>
  );
}
