/** Where what is selected is drawn: its original, further diagrams that show it, the diagram that details it; and how to change that. */
import { type Diagram, diagramId, type Element, type ElementId } from '@strideboard/model';
import { diagrams as words, say } from '@strideboard/words';
import { CornerLeftUp, MoveRight, Plus, Workflow } from 'lucide-react';
import { useState } from 'react';
import { meantBy } from '../room/current-diagram.ts';
import { showDrawing } from '../room/goto-diagram.ts';
import { useMayEdit, useModel, useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { SearchList } from '../ui/SearchList.tsx';
import { useSelected } from '../ui/use-selected.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import styles from './ElementDiagrams.module.css';
import { useElementActions } from './use-element-actions.ts';
import { useTabs } from './use-tabs.ts';

/** The part of the details about diagrams; nothing while no element is selected. */
export function ElementDiagrams() {
  const { elements } = useSelected();
  return elements.length === 0 ? null : <Section key={elements.map(({ id }) => id).join(' ')} elements={elements} />;
}

function Section({ elements }: { readonly elements: readonly Element[] }) {
  const mayEdit = useMayEdit();
  const room = useRoom();
  const session = useSessionStore();
  const { tabs, current } = useTabs();
  const actions = useElementActions();
  const [choosing, setChoosing] = useState<'show' | 'move' | null>(null);
  const [first] = elements;
  const only = elements.length === 1 ? first : undefined;
  const detail = useDetail(only);
  const places = usePlaces(only);
  const names = useSubjectNames();
  if (!mayEdit && detail === null && places.length < 2) return null;

  const options = tabs
    .filter(({ place }) => (choosing === 'show' ? !places.some((at) => at.place === place) : place !== current.place))
    .map(({ id, name }) => ({ id: id ?? '', label: name }));
  const choose = (id: string): void => {
    setChoosing(null);
    const target = id === NEW ? actions.addDiagram() : diagramId(id);
    if (target === null) return;
    if (choosing === 'move') actions.moveTo(elements, target);
    else if (only !== undefined) actions.showOn(meantBy(room.index(), only.id), target);
  };
  const canBeShown = only !== undefined && only.kind !== 'note';
  const original = only?.kind === 'ref' ? only.of : null;
  return (
    <section className={styles['section']} aria-label={words.section.label}>
      <h3 className={styles['label']}>{words.section.label}</h3>
      {original === null ? null : (
        <>
          <p className={styles['text']}>
            {say(words.section.reference, {
              name: names.name(original) ?? '',
              diagram: places.find(({ id }) => id === original)?.name ?? '',
            })}
          </p>
          <div>
            <Button
              size="small"
              icon={<CornerLeftUp size={14} aria-hidden />}
              onClick={() => showDrawing(room, session, original)}
            >
              {words.section.original}
            </Button>
          </div>
        </>
      )}
      {places.length < 2 ? null : (
        <div className={styles['also']}>
          <span>{words.section.also}</span>
          <ul>
            {places
              .filter(({ id }) => id !== only?.id && id !== original)
              .map(({ id, name }) => (
                <li key={id}>
                  <button type="button" onClick={() => showDrawing(room, session, id)}>
                    {name}
                  </button>
                </li>
              ))}
          </ul>
        </div>
      )}
      <div className={styles['actions']}>
        {detail === null ? null : (
          <Button
            size="small"
            icon={<Workflow size={14} aria-hidden />}
            aria-keyshortcuts="Control+Enter"
            onClick={() => session.getState().setDiagram(detail.id)}
          >
            {say(words.section.openDetail, { title: tabs.find(({ id }) => id === detail.id)?.name ?? '' })}
          </Button>
        )}
        {mayEdit && canBeShown && detail === null ? (
          <Button
            size="small"
            icon={<Workflow size={14} aria-hidden />}
            onClick={() => actions.detail(meantBy(room.index(), only.id))}
          >
            {words.section.detail}
          </Button>
        ) : null}
        {mayEdit && canBeShown ? (
          <Button
            size="small"
            icon={<Plus size={14} aria-hidden />}
            aria-expanded={choosing === 'show'}
            onClick={() => setChoosing(choosing === 'show' ? null : 'show')}
          >
            {words.section.show}
          </Button>
        ) : null}
        {mayEdit ? (
          <Button
            size="small"
            icon={<MoveRight size={14} aria-hidden />}
            aria-expanded={choosing === 'move'}
            onClick={() => setChoosing(choosing === 'move' ? null : 'move')}
          >
            {words.section.move}
          </Button>
        ) : null}
      </div>
      {choosing === null ? null : (
        <SearchList
          key={choosing}
          label={words.section.search}
          emptyText={words.section.none}
          groups={[
            {
              label: choosing === 'show' ? words.section.showHeading : words.section.moveHeading,
              options: [...options, { id: NEW, label: words.add }],
            },
          ]}
          onChoose={({ id }) => choose(id)}
          onClose={() => setChoosing(null)}
        />
      )}
    </section>
  );
}

/** Stands for a diagram that is yet to be added; no id looks like it. */
const NEW = '+';

function useDetail(element: Element | undefined): Diagram | null {
  const room = useRoom();
  return useModel((model) => {
    const meant = element === undefined ? null : meantBy(room.index(), element.id);
    return model.diagrams.find(({ details }) => details !== null && details === meant) ?? null;
  });
}

interface Drawing {
  readonly id: ElementId;
  /** As elements name the diagram. */
  readonly place: Element['diagram'];
  readonly name: string;
}

/** Every drawing of what an element stands for: the original first, then references in the order of diagrams. */
function usePlaces(element: Element | undefined): readonly Drawing[] {
  const room = useRoom();
  const elements = useModel((model) => model.elements);
  const { tabs } = useTabs();
  if (element === undefined) return [];
  const meant = meantBy(room.index(), element.id);
  const drawings = elements.filter(({ id, of }) => id === meant || of === meant);
  const at = (place: Element['diagram']): number => tabs.findIndex((tab) => tab.place === place);
  return drawings
    .map(({ id, diagram }) => ({ id, place: diagram, name: tabs[at(diagram)]?.name ?? '' }))
    .sort((a, b) => Number(b.id === meant) - Number(a.id === meant) || at(a.place) - at(b.place));
}
