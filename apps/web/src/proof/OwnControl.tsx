/** A control that was made on this board: all of it can be written here. */
import { MOST_STEPS } from '@strideboard/model';
import type { ListedControl } from '@strideboard/stride';
import { proof as words } from '@strideboard/words';
import { useMayEdit, useRoom } from '../room/use-room.ts';
import { Button } from '../ui/Button.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { ControlFacts } from './ControlFacts.tsx';
import styles from './ControlRow.module.css';
import type { ControlActions } from './use-control-actions.ts';

interface OwnControlProps {
  readonly control: ListedControl;
  readonly actions: ControlActions;
}

const LABEL = 300;
const TEXT = 4_000;

/** The form; facts alone for who may not edit. */
export function OwnControl({ control, actions }: OwnControlProps) {
  const mayEdit = useMayEdit();
  const { pack } = useRoom();
  if (!mayEdit) return <ControlFacts control={control} />;
  const { id, strength } = control;
  const edit = (fields: Parameters<ControlActions['edit']>[1]): void => actions.edit(id, fields);
  return (
    <fieldset className={styles['own']}>
      <legend className="visually-hidden">{words.own.legend}</legend>
      <DraftField
        label={words.own.title}
        value={control.title}
        maxLength={LABEL}
        commit={(title) => {
          if (title.trim() !== '') edit({ title: title.trim() });
        }}
      />
      <DraftField
        label={words.own.group}
        value={control.group}
        maxLength={LABEL}
        commit={(group) => edit({ group: group.trim() })}
      />
      <label className={styles['field']}>
        {words.own.layer}
        <select value={control.layer} onChange={({ target }) => edit({ layer: target.value })}>
          {['', ...new Set([...pack.board.layers.map((layer) => layer.id), control.layer].filter(Boolean))].map(
            (layer) => (
              <option key={layer} value={layer}>
                {layer === '' ? words.own.unstated : layer}
              </option>
            ),
          )}
        </select>
      </label>
      {(['likelihood', 'impact'] as const).map((side) => (
        <label key={side} className={styles['field']}>
          {words.own[side]}
          <select
            value={strength === null ? '' : String(strength[side])}
            onChange={({ target: { value } }) =>
              edit({
                strength: value === '' ? null : { likelihood: 0, impact: 0, ...strength, [side]: Number(value) },
              })
            }
          >
            <option value="">{words.own.unstated}</option>
            {Array.from({ length: MOST_STEPS + 1 }, (_, steps) => (
              <option key={steps} value={steps}>
                {steps}
              </option>
            ))}
          </select>
        </label>
      ))}
      <DraftField
        label={words.own.test}
        value={control.test}
        maxLength={TEXT}
        lines={2}
        commit={(test) => edit({ test: test.trim() })}
      />
      <DraftField
        label={words.own.signal}
        value={control.signal}
        maxLength={TEXT}
        lines={2}
        commit={(signal) => edit({ signal: signal.trim() })}
      />
      <DraftField
        label={words.own.requirements}
        value={control.requirements.map(({ text }) => text).join('\n')}
        maxLength={TEXT}
        lines={2}
        commit={(text) => edit({ requirements: requirementsOf(text) })}
      />
      <div className={styles['wide']}>
        <Button size="small" look="danger" onClick={() => actions.remove(id, control.title)}>
          {words.own.delete}
        </Button>
      </div>
    </fieldset>
  );
}

/** Longest requirement, characters. */
const REQUIREMENT = 200;

const requirementsOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, REQUIREMENT))
    .filter(Boolean);
