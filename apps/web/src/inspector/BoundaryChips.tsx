/** The boundaries an element lives in: the one it moves with first, then further memberships; added and removed here. */
import { absoluteBoxes, type Element, type ElementId } from '@strideboard/model';
import { say } from '@strideboard/words';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useMayEdit, useModel, useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Glyph } from '../ui/Glyph.tsx';
import { SearchList } from '../ui/SearchList.tsx';
import { useReport } from '../ui/use-report.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import styles from './BoundaryChips.module.css';
import { boundaryTitle, usableBoundaries } from '../ui/boundary-options.ts';
import { placeInside } from '../room/place-inside.ts';

interface Chip {
  readonly boundary: Element;
  readonly spatial: boolean;
}

/** Chips and the button that adds one. */
export function BoundaryChips({ element }: { readonly element: Element }) {
  const { panels } = useWords();
  const room = useRoom();
  const { commands, pack } = room;
  const session = useSessionStore();
  const names = useSubjectNames();
  const report = useReport();
  const mayEdit = useMayEdit();
  const model = useModel((current) => current);
  const [adding, setAdding] = useState<'move' | 'join' | null>(null);
  const { elements } = room.index();
  const parent = element.parent === null ? undefined : elements.get(element.parent);
  const further = element.memberOf.map((id) => elements.get(id)).filter((found) => found !== undefined);
  const chips: readonly Chip[] = [
    ...(parent === undefined ? [] : [{ boundary: parent, spatial: true }]),
    ...further.map((boundary) => ({ boundary, spatial: false })),
  ];

  const moveInto = (target: ElementId | null): void => {
    const boxes = absoluteBoxes(model.elements);
    const box = boxes.get(element.id);
    if (box === undefined) return;
    const into = target === null ? undefined : boxes.get(target);
    const at = into === undefined ? { x: box.x, y: box.y } : placeInside(box, into);
    report(commands.drop({ ids: [element.id], parent: target, positions: new Map([[element.id, at]]) }));
  };
  const remove = ({ boundary, spatial }: Chip): void => {
    session.getState().point(null);
    if (spatial) moveInto(boundary.parent);
    else report(commands.leave({ ids: [element.id], boundary: boundary.id }));
  };
  const taken = new Set(adding === 'move' ? [element.parent] : chips.map((chip) => chip.boundary.id));
  const options = usableBoundaries(model, [element.id])
    .filter(({ id, diagram }) => !taken.has(id) && (adding !== 'move' || diagram === element.diagram))
    .map((boundary) => ({
      id: boundary.id,
      boundary,
      label: boundaryTitle(boundary, pack, names),
      icon: pack.boundaryKind(boundary.type)?.icon ?? '',
    }));
  return (
    <div className={styles['field']}>
      <h3 className={styles['label']}>{panels.boundaries.label}</h3>
      {chips.length === 0 ? <p className={styles['none']}>{panels.boundaries.none}</p> : null}
      {chips.length === 0 ? null : (
        <ul className={styles['chips']}>
          {chips.map((chip) => {
            const name = boundaryTitle(chip.boundary, pack, names);
            return (
              <li
                key={chip.boundary.id}
                className={styles['chip']}
                data-colour={pack.boundaryKind(chip.boundary.type)?.colour ?? 'neutral'}
              >
                <button
                  type="button"
                  className={styles['name']}
                  onPointerEnter={() => session.getState().point(chip.boundary.id)}
                  onPointerLeave={() => session.getState().point(null)}
                  onFocus={() => session.getState().point(chip.boundary.id)}
                  onBlur={() => session.getState().point(null)}
                  title={chip.spatial ? panels.boundaries.spatialHint : panels.boundaries.furtherHint}
                  onClick={() => session.getState().show([chip.boundary.id])}
                >
                  {name}
                </button>
                {mayEdit ? (
                  <button
                    type="button"
                    className={styles['remove']}
                    aria-label={say(panels.boundaries.remove, { name })}
                    title={say(panels.boundaries.remove, { name })}
                    onClick={() => remove(chip)}
                  >
                    <X size={12} aria-hidden />
                  </button>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
      {mayEdit ? (
        <div className={styles['adders']}>
          <button
            type="button"
            className={styles['add']}
            aria-expanded={adding === 'move'}
            onClick={() => setAdding(adding === 'move' ? null : 'move')}
          >
            {panels.boundaries.move}
          </button>
          <button
            type="button"
            className={styles['add']}
            aria-expanded={adding === 'join'}
            onClick={() => setAdding(adding === 'join' ? null : 'join')}
          >
            <Plus size={12} aria-hidden />
            {panels.boundaries.add}
          </button>
        </div>
      ) : null}
      {adding === null ? null : (
        <SearchList
          key={adding}
          label={panels.boundaries.search}
          emptyText={panels.boundaries.empty}
          groups={[
            { label: adding === 'move' ? panels.boundaries.moveHeading : panels.boundaries.addHeading, options },
          ]}
          icon={(option) => <Glyph name={option.icon} kind="boundary" />}
          onChoose={(option) => {
            if (adding === 'move') moveInto(option.boundary.id);
            else report(commands.join({ ids: [element.id], boundary: option.boundary.id }));
            setAdding(null);
          }}
          onClose={() => setAdding(null)}
        />
      )}
    </div>
  );
}
