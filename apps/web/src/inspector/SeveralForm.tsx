/** What several selected things have in common, and what can be done with all of them. */
import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useMayEdit, useModel, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { Glyph } from '../ui/Glyph.tsx';
import { SearchList } from '../ui/SearchList.tsx';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import { useReport } from '../ui/use-report.ts';
import type { Selected } from '../ui/use-selected.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { boundaryTitle, usableBoundaries } from '../ui/boundary-options.ts';
import { DeleteButton } from './DeleteButton.tsx';
import styles from './ElementTab.module.css';
import { PropertyList } from './PropertyList.tsx';
import { ScopeField } from './ScopeField.tsx';

const LISTED = 12;

interface SeveralFormProps {
  readonly selected: Selected;
  /** Where they are drawn. */
  readonly diagrams: ReactNode;
}

/** The form. Give it a key per selection. */
export function SeveralForm({ selected: { elements, flows }, diagrams }: SeveralFormProps) {
  const { panels } = useWords();
  const { commands, pack } = useRoom();
  const report = useReport();
  const names = useSubjectNames();
  const mayEdit = useMayEdit();
  const model = useModel((current) => current);
  const [adding, setAdding] = useState(false);
  const all = [...elements, ...flows];
  const ids = elements.map((element) => element.id);
  const options = usableBoundaries(model, ids).map((boundary) => ({
    id: boundary.id,
    boundary,
    label: boundaryTitle(boundary, pack, names),
    icon: pack.boundaryKind(boundary.type)?.icon ?? '',
  }));
  return (
    <div className={styles['form']}>
      <ul className={styles['several']}>
        {all.slice(0, LISTED).map((subject) => (
          <li key={subject.id}>
            <SubjectLink id={subject.id} />
          </li>
        ))}
        {all.length > LISTED ? <li aria-hidden="true">…</li> : null}
      </ul>
      {mayEdit && elements.length > 0 ? (
        <div>
          <Button
            size="small"
            icon={<Plus size={14} aria-hidden />}
            aria-expanded={adding}
            onClick={() => setAdding(!adding)}
          >
            {panels.boundaries.add}
          </Button>
        </div>
      ) : null}
      {adding ? (
        <SearchList
          label={panels.boundaries.search}
          emptyText={panels.boundaries.empty}
          groups={[{ label: panels.boundaries.addHeading, options }]}
          icon={(option) => <Glyph name={option.icon} kind="boundary" />}
          onChoose={(option) => {
            report(commands.join({ ids, boundary: option.boundary.id }));
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
      <ScopeField subjects={all} />
      <hr className={styles['rule']} />
      <PropertyList subjects={all} />
      {diagrams}
      <DeleteButton ids={all.map((subject) => subject.id)} />
    </div>
  );
}
