/** Where a control is applied, how far, and where the proof is; more places by what is selected or by searching. */
import type { ApplyArguments } from '@strideboard/document';
import { type AppliedControl, CONTROL_STATES } from '@strideboard/model';
import type { ListedControl } from '@strideboard/stride';
import { proof as words, say } from '@strideboard/words';
import { MapPin, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useMayEdit } from '../room/use-room.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { SearchDialog } from '../ui/SearchDialog.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import { useSelected } from '../ui/use-selected.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import styles from './ControlRow.module.css';
import type { ControlActions } from './use-control-actions.ts';
import type { Proof } from './use-proof.ts';

interface AppliedPlacesProps {
  readonly control: ListedControl;
  readonly proof: Proof;
  readonly actions: ControlActions;
}

/** The places and the two ways to add one. */
export function AppliedPlaces({ control, proof, actions }: AppliedPlacesProps) {
  const mayEdit = useMayEdit();
  const names = useSubjectNames();
  const { elements } = useSelected();
  const [isChoosing, setChoosing] = useState(false);
  const { id, title } = control;
  const places = proof.model.applied.filter((place) => place.control === id);
  const isFree = (element: string): boolean => !places.some((place) => place.element === element);
  const meant = [...new Set(elements.map((one) => (one.kind === 'ref' ? (one.of ?? one.id) : one.id)))];
  const fresh = meant.filter((element) => isFree(element) && elements.some(({ kind }) => kind !== 'note'));
  const [first] = fresh;
  const apply = (ids: readonly string[]): void =>
    actions.apply(ids.map((element): ApplyArguments => ({ control: id, element, state: 'planned' })));
  const drawn = proof.model.elements.filter(
    ({ kind, id: element }) => kind !== 'ref' && kind !== 'note' && isFree(element),
  );
  const optionsOf = (isBoundary: boolean) =>
    drawn
      .filter(({ kind }) => (kind === 'boundary') === isBoundary)
      .map(({ id: element }) => ({ id: element as string, label: names.name(element) ?? element }));
  return (
    <section className={styles['part']} aria-label={words.applied.heading}>
      <h4>{words.applied.heading}</h4>
      {places.length === 0 ? <p className={styles['hint']}>{words.applied.none}</p> : null}
      <ul className={styles['places']}>
        {places.map((place) => (
          <PlaceRow key={place.element} place={place} actions={actions} mayEdit={mayEdit} />
        ))}
      </ul>
      {mayEdit ? (
        <div className={styles['adders']}>
          {first === undefined ? null : (
            <Button size="small" onClick={() => apply(fresh)}>
              {fresh.length === 1
                ? say(words.applied.toSelected, { name: names.name(first) ?? '' })
                : say(words.applied.toSelectedMany, { count: fresh.length })}
            </Button>
          )}
          <Button
            size="small"
            icon={<MapPin size={13} aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => setChoosing(true)}
          >
            {words.applied.choose}
          </Button>
        </div>
      ) : null}
      {isChoosing ? (
        <SearchDialog
          title={say(words.applied.title, { title })}
          label={words.applied.search}
          groups={[
            { label: words.applied.boundaries, options: optionsOf(true) },
            { label: words.applied.elements, options: optionsOf(false) },
          ]}
          emptyText={words.applied.empty}
          moreText={(count) => say(words.applied.more, { count })}
          onChoose={({ id: element }) => apply([element])}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </section>
  );
}

interface PlaceRowProps {
  readonly place: AppliedControl;
  readonly actions: ControlActions;
  readonly mayEdit: boolean;
}

const TEXT = 4_000;

function PlaceRow({ place, actions, mayEdit }: PlaceRowProps) {
  const names = useSubjectNames();
  const nameId = useId();
  const element = place.element as Parameters<typeof names.name>[0]; // applied controls name elements
  const name = names.name(element) ?? place.element;
  const change = (fields: Partial<ApplyArguments>): void =>
    actions.apply([{ control: place.control, element: place.element, ...fields }]);
  return (
    <li className={styles['placed']} aria-labelledby={nameId}>
      <div className={styles['where']}>
        <span id={nameId}>
          <SubjectLink id={element} />
        </span>
        <Segmented
          label={say(words.applied.state, { name })}
          value={place.state}
          options={CONTROL_STATES.map((value) => ({ value, label: words.states[value] }))}
          disabled={!mayEdit}
          onChange={(state) => change({ state })}
        />
        {mayEdit ? (
          <IconButton label={say(words.applied.remove, { name })} onClick={() => change({ on: false })}>
            <X size={14} aria-hidden />
          </IconButton>
        ) : null}
      </div>
      <fieldset className={styles['texts']}>
        <legend className="visually-hidden">{say(words.applied.edit, { name })}</legend>
        {(['owner', 'evidence', 'ticket'] as const).map((field) => (
          <DraftField
            key={field}
            label={words.applied[field]}
            value={place[field]}
            maxLength={TEXT}
            disabled={!mayEdit}
            commit={(text) => change({ [field]: text.trim() })}
          />
        ))}
      </fieldset>
    </li>
  );
}
