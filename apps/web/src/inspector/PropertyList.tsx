/** What is known about the selection and what is not: questions of the rules first, then answers, the rest on request. */
import type { Element, Flow } from '@strideboard/model';
import { say } from '@strideboard/words';
import { type ReactNode, useId, useState } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { strayDefinitions } from '../ui/property-text.ts';
import { PropertyField } from './PropertyField.tsx';
import styles from './PropertyList.module.css';
import { orderProperties, sharedDefinitions } from './property-order.ts';

/** The properties that all subjects have. Give it a key per selection: what was asked stays in its place while it is being answered. */
export function PropertyList({ subjects }: { readonly subjects: readonly (Element | Flow)[] }) {
  const { panels } = useWords();
  const { pack } = useRoom();
  const questions = useAnalysis((state) => state.questionsBySubject);
  const [everAsked, setEverAsked] = useState<readonly string[]>([]);
  const [all, setAll] = useState(false);
  const open = subjects.flatMap((subject) => questions.get(subject.id) ?? []);
  const fresh = [...new Set(open.map((question) => question.property))].filter((name) => !everAsked.includes(name));
  if (fresh.length > 0) setEverAsked([...everAsked, ...fresh]);

  const definitions = sharedDefinitions(
    subjects.map((subject) => {
      const known = pack.propertiesFor(subject);
      return [...known, ...strayDefinitions(subject.properties, known)];
    }),
  );
  const sections = orderProperties({
    definitions,
    values: subjects.map((subject) => subject.properties),
    asked: everAsked,
  });
  const fields = (part: readonly (typeof definitions)[number][]): ReactNode =>
    part.map((definition) => (
      <li key={definition.name}>
        <PropertyField definition={definition} subjects={subjects} />
      </li>
    ));
  if (definitions.length === 0) return null;
  return (
    <section className={styles['section']} aria-label={panels.properties.label}>
      {sections.asked.length === 0 ? null : (
        <Part title={panels.properties.asked} note={panels.properties.askedHint}>
          {fields(sections.asked)}
        </Part>
      )}
      {sections.answered.length === 0 ? null : (
        <Part title={panels.properties.answered}>{fields(sections.answered)}</Part>
      )}
      {sections.rest.length === 0 ? null : (
        <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? panels.properties.less : say(panels.properties.more, { count: sections.rest.length })}
        </Button>
      )}
      {all && sections.rest.length > 0 ? <Part title={panels.properties.rest}>{fields(sections.rest)}</Part> : null}
    </section>
  );
}

interface PartProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}

function Part({ title, note, children }: PartProps) {
  const id = useId();
  return (
    <div className={styles['part']}>
      <h3 id={id} className={styles['title']}>
        {title}
      </h3>
      {note === undefined ? null : <p className={styles['note']}>{note}</p>}
      <ul aria-labelledby={id} className={styles['list']}>
        {children}
      </ul>
    </div>
  );
}
