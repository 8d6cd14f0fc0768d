/** Questions that people answered differently: who said what, until one answer is agreed. */
import type { ElementId, FlowId, SubjectId } from '@strideboard/model';
import { type Disagreement, findDisagreements } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { useMayEdit, useModel, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { focusNeighbour } from '../ui/focus-neighbour.ts';
import { MY_ANSWER } from '../ui/my-answer.ts';
import { definitionOf, valueText } from '../ui/property-text.ts';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import { useReport } from '../ui/use-report.ts';
import styles from './Disagreements.module.css';

/** The list; nothing where people agree. `subjects` narrows it, none = the whole board. */
export function Disagreements({ subjects }: { readonly subjects: readonly SubjectId[] }) {
  const { panels } = useWords();
  const room = useRoom();
  const log = useModel((model) => model.decisionLog);
  const index = useModel(() => room.index());
  const chosen = new Set<string>(subjects);
  const found = findDisagreements(
    log,
    (id) =>
      (chosen.size === 0 || chosen.has(id)) && (index.elements.has(id as ElementId) || index.flows.has(id as FlowId)), // only looked up
  );
  if (found.length === 0) return null;
  const words = panels.questions.disagreements;
  return (
    <section className={styles['section']} aria-label={say(words.title, { count: found.length })}>
      <h3 className={styles['title']}>
        <span aria-hidden="true">≠ </span>
        {say(words.title, { count: found.length })}
      </h3>
      <p className={styles['hint']}>{words.hint}</p>
      <ul className={styles['list']}>
        {found.map((one) => (
          <li key={one.id} data-card data-testid={`disagreement-${one.id}`}>
            <Card disagreement={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Card({ disagreement: { subject, property, answers } }: { readonly disagreement: Disagreement }) {
  const { panels } = useWords();
  const room = useRoom();
  const report = useReport();
  const mayEdit = useMayEdit();
  const index = useModel(() => room.index());
  const known = index.elements.get(subject as ElementId) ?? index.flows.get(subject as FlowId); // only looked up
  const definition = known === undefined ? null : definitionOf(room.pack, known, property);
  const words = panels.questions.disagreements;
  const values = new Map(answers.map(({ value }) => [JSON.stringify(value), value]));
  return (
    <article className={styles['card']}>
      <p className={styles['question']}>{definition?.question ?? definition?.label ?? property}</p>
      <p className={styles['hint']}>
        <SubjectLink id={subject as SubjectId} />
      </p>
      <ul className={styles['answers']}>
        {answers.map(({ by, value }) => (
          <li key={by}>
            {say(words.said, {
              who: room.document.people().get(by)?.name ?? panels.evidence.someone,
              value: valueText(value, definition, panels),
            })}
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <div className={styles['actions']}>
          {[...values].map(([key, value]) => (
            <Button
              key={key}
              size="small"
              onClick={(event) => {
                focusNeighbour(event.currentTarget);
                const ids = [subject as SubjectId]; // an id of the board, as looked up above
                report(room.commands.setProperty({ ids, name: property, value, evidence: MY_ANSWER, agreed: true }));
              }}
            >
              {say(words.agree, { value: valueText(value, definition, panels) })}
            </Button>
          ))}
        </div>
      ) : null}
    </article>
  );
}
