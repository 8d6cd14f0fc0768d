/** Everything about one element or boundary. */
import type { Element } from '@strideboard/model';
import { useWords } from '../session/words.ts';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import { BoundaryChips } from './BoundaryChips.tsx';
import { DeleteButton } from './DeleteButton.tsx';
import styles from './ElementTab.module.css';
import { KindField } from './KindField.tsx';
import { LabelField } from './LabelField.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { PropertyList } from './PropertyList.tsx';
import { ScopeField } from './ScopeField.tsx';

/** The form. Give it a key per element. */
export function ElementForm({ element }: { readonly element: Element }) {
  const { panels } = useWords();
  const isReference = element.kind === 'ref';
  return (
    <div className={styles['form']}>
      {isReference && element.of !== null ? (
        <p>
          {panels.reference} <SubjectLink id={element.of} />
        </p>
      ) : null}
      <LabelField subject={element} />
      {isReference ? null : <KindField element={element} />}
      <BoundaryChips element={element} />
      {element.kind === 'note' || isReference ? null : <ScopeField subjects={[element]} />}
      {isReference ? null : (
        <>
          <hr className={styles['rule']} />
          <PropertyList subjects={[element]} />
        </>
      )}
      <hr className={styles['rule']} />
      <PlaceFields element={element} />
      <DeleteButton ids={[element.id]} />
    </div>
  );
}
