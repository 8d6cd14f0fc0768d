/** Everything about one element or boundary. */
import type { Element } from '@strideboard/model';
import { type ReactNode, Suspense } from 'react';
import { meantBy } from '../room/current-diagram.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { lazyPart } from '../session/lazy-part.ts';
import { BoundaryChips } from './BoundaryChips.tsx';
import { DeleteButton } from './DeleteButton.tsx';
import styles from './ElementTab.module.css';
import { KindField } from './KindField.tsx';
import { LabelField } from './LabelField.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { PropertyList } from './PropertyList.tsx';
import { ScopeField } from './ScopeField.tsx';
import { WhoChanged } from './WhoChanged.tsx';

const ElementControls = lazyPart(async () => (await import('./ElementControls.tsx')).ElementControls);

interface ElementFormProps {
  readonly element: Element;
  /** Where it is drawn. */
  readonly diagrams: ReactNode;
}

/** The form; facts of a reference are those of its original. Give it a key per element. */
export function ElementForm({ element, diagrams }: ElementFormProps) {
  const room = useRoom();
  const { elements } = useModel(() => room.index());
  const original = elements.get(meantBy(room.index(), element.id)) ?? element;
  return (
    <div className={styles['form']}>
      <LabelField subject={element.label === '' ? original : element} />
      {element.kind === 'ref' ? null : <KindField element={element} />}
      <BoundaryChips element={element} />
      {original.kind === 'note' ? null : <ScopeField subjects={[original]} />}
      <hr className={styles['rule']} />
      <PropertyList subjects={[original]} />
      <hr className={styles['rule']} />
      {original.kind === 'note' ? null : (
        <Suspense>
          <ElementControls element={original} />
        </Suspense>
      )}
      {diagrams}
      <hr className={styles['rule']} />
      <PlaceFields element={element} />
      <WhoChanged id={element.id} />
      <DeleteButton ids={[element.id]} />
    </div>
  );
}
