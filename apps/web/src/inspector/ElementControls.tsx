/** Controls applied to an element; for a boundary also what enforces it, in layers that fail apart. Fetched after the form. */
import { CONTROL_STATES, type Element } from '@strideboard/model';
import { boundaryLayers, type Enforcement, listControls } from '@strideboard/stride';
import { proof, say } from '@strideboard/words';
import { useMemo } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ElementControls.module.css';

const words = proof.element;

/** Two mechanisms that fail apart are wanted of a boundary. */
const WANTED_LAYERS = 2;

/** The part of the form. */
export function ElementControls({ element }: { readonly element: Element }) {
  const { pack } = useRoom();
  const session = useSessionStore();
  const catalogue = useAnalysis((state) => state.names.catalogue);
  const own = useModel((model) => model.controls);
  const applied = useModel((model) => model.applied);
  const controls = useMemo(() => listControls(catalogue, own), [catalogue, own]);
  const titles = useMemo(() => new Map(controls.map(({ id, title }) => [id, title])), [controls]);
  const here = applied.filter((place) => place.element === element.id);
  const titleOf = (id: string): string => titles.get(id) ?? id;
  return (
    <section className={styles['part']} aria-label={words.heading}>
      {element.kind === 'boundary' ? (
        <Enforced enforcement={boundaryLayers(element, pack, { applied, controls })} titleOf={titleOf} />
      ) : null}
      <h3>{words.heading}</h3>
      {here.length === 0 ? <p className={styles['hint']}>{words.none}</p> : null}
      <ul className={styles['list']}>
        {CONTROL_STATES.flatMap((state) =>
          here
            .filter((place) => place.state === state)
            .map(({ control }) => (
              <li key={control} data-state={state}>
                <button type="button" onClick={() => session.getState().showReview('controls', control)}>
                  {titleOf(control)}
                </button>
                <span>{proof.states[state]}</span>
              </li>
            )),
        )}
      </ul>
      <Button size="small" onClick={() => session.getState().showReview('controls')}>
        {words.manage}
      </Button>
    </section>
  );
}

interface EnforcedProps {
  readonly enforcement: Enforcement;
  readonly titleOf: (control: string) => string;
}

function Enforced({ enforcement: { layers, isNamed }, titleOf }: EnforcedProps) {
  const { pack } = useRoom();
  const meaningOf = (group: string): string =>
    pack.board.independenceGroups.find(({ id }) => id === group)?.meaning ?? group;
  return (
    <div className={styles['enforced']}>
      <h3>
        {words.enforced} <span>{say(words.layers, { count: layers.length })}</span>
      </h3>
      <ul className={styles['layers']}>
        {layers.map(({ group, mechanisms }) => (
          <li key={group}>
            {say(words.together, {
              group: meaningOf(group),
              mechanisms: mechanisms
                .map(({ label, control }) =>
                  control === null ? label : say(words.byControl, { mechanism: label, control: titleOf(control) }),
                )
                .join(', '),
            })}
          </li>
        ))}
      </ul>
      {isNamed ? null : <p className={styles['hint']}>{words.unnamed}</p>}
      {layers.length < WANTED_LAYERS ? <p className={styles['hint']}>{words.few}</p> : null}
    </div>
  );
}
