/** Odd things that merging left behind, and what no rule could use, in words, behind a count. */
import type { ElementId, FlowId, ModelIssue } from '@strideboard/model';
import type { ModelProblem } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useOccasionalWords } from '../session/occasional-words.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './IssuesButton.module.css';

const SHOWN = 200;

interface IssuesButtonProps {
  readonly issues: readonly ModelIssue[];
  readonly unjudged: readonly ModelProblem[];
}

/** The count and, when asked, the list. */
export function IssuesButton({ issues, unjudged }: IssuesButtonProps) {
  const { board, common } = useWords();
  const { issues: issueWords } = useOccasionalWords();
  const [open, setOpen] = useState(false);
  const room = useRoom();
  const nameOf = (id: string): string => {
    const { elements, flows } = room.index();
    const found = elements.get(id as ElementId) ?? flows.get(id as FlowId); // an issue names either by its id
    return found?.label || common.unnamed;
  };
  return (
    <>
      <Button size="small" look="quiet" onClick={() => setOpen(true)}>
        {say(issueWords.button, { count: issues.length + unjudged.length })}
      </Button>
      {open ? (
        <Dialog title={issueWords.title} closeLabel={board.close} onClose={() => setOpen(false)}>
          {issues.length === 0 ? null : <p>{issueWords.intro}</p>}
          <ul className={styles['list']}>
            {issues.slice(0, SHOWN).map((issue) => (
              <li key={`${issue.code} ${issue.ids.join(' ')}`}>
                {say(issueWords.codes[issue.code], { label: issue.ids.map(nameOf).join(', ') })}
              </li>
            ))}
          </ul>
          {unjudged.length === 0 ? null : <p>{issueWords.unjudged}</p>}
          <ul className={styles['list']}>
            {unjudged.slice(0, SHOWN).map(({ code, subject, property, found }) => (
              <li key={`${code} ${subject ?? ''} ${property ?? ''}`}>
                {say(issueWords.problems[code], {
                  where: subject === null ? issueWords.wholeModel : nameOf(subject),
                  property: property ?? '',
                  found,
                })}
              </li>
            ))}
          </ul>
          {unjudged.length > SHOWN ? <p>{say(issueWords.more, { count: unjudged.length - SHOWN })}</p> : null}
        </Dialog>
      ) : null}
    </>
  );
}
