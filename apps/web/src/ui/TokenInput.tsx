/** A list as removable chips with an input that adds. An empty list is an answer ("none"); no list is unknown. */
import type { Scalar } from '@strideboard/model';
import type { PropertyDefinition } from '@strideboard/packs';
import { say } from '@strideboard/words';
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import styles from './TokenInput.module.css';
import { parseTokens } from './tokens.ts';

interface TokenInputProps {
  readonly definition: PropertyDefinition;
  readonly value: readonly Scalar[] | null;
  readonly noteId: string;
  readonly disabled: boolean;
  /** Whether "none" and "unknown" can be chosen here; where there are buttons for them anyway they cannot. */
  readonly hasChoices?: boolean;
  readonly onChange: (value: readonly Scalar[] | null) => void;
}

/** The chips and the input. Enter and comma add, Backspace in the empty input takes the last one away. */
export function TokenInput({ definition, value, noteId, disabled, hasChoices = true, onChange }: TokenInputProps) {
  const { panels } = useWords();
  const listId = useId();
  const [text, setText] = useState('');
  const list = value ?? [];
  const proposals = useProposals(definition).filter(({ id }) => !list.includes(id));
  const labelOf = (item: Scalar): string =>
    definition.values?.find((known) => known.id === String(item))?.label ?? String(item);
  const parsed = parseTokens(text, definition.items, list);
  const add = (): void => {
    if (parsed === null) return;
    if (parsed.length > 0) onChange([...list, ...parsed]);
    setText('');
  };
  return (
    <div className={styles['field']}>
      {list.length === 0 ? null : (
        <ul className={styles['chips']} aria-label={definition.label}>
          {list.map((item) => (
            <li key={String(item)} className={styles['chip']}>
              <span>{labelOf(item)}</span>
              {disabled ? null : (
                <button
                  type="button"
                  aria-label={say(panels.list.remove, { name: labelOf(item) })}
                  onClick={() => onChange(list.filter((other) => other !== item))}
                >
                  <X size={12} aria-hidden />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {disabled ? (
        list.length === 0 ? (
          <p className={styles['state']}>{value === null ? panels.values.unknown : panels.values.none}</p>
        ) : null
      ) : (
        <div className={styles['line']}>
          <input
            aria-label={say(panels.list.add, { name: definition.label })}
            aria-describedby={noteId}
            aria-invalid={parsed === null}
            className={styles['input']}
            list={proposals.length === 0 ? undefined : listId}
            placeholder={
              value === null ? panels.list.unknown : list.length === 0 ? panels.list.none : panels.list.another
            }
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ',') {
                event.preventDefault();
                add();
              } else if (event.key === 'Escape') setText('');
              else if (event.key === 'Backspace' && text === '' && list.length > 0) onChange(list.slice(0, -1));
            }}
          />
          {!hasChoices ? null : value === null ? (
            <button type="button" className={styles['quiet']} onClick={() => onChange([])}>
              {panels.list.setNone}
            </button>
          ) : (
            <button type="button" className={styles['quiet']} onClick={() => onChange(null)}>
              {panels.list.setUnknown}
            </button>
          )}
        </div>
      )}
      {parsed === null ? <p className={styles['problem']}>{panels.list.notANumber}</p> : null}
      <datalist id={listId}>
        {proposals.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </datalist>
    </div>
  );
}

/** What the pack proposes for the list: its values, or every mechanism at every layer. */
function useProposals(definition: PropertyDefinition): readonly { readonly id: string; readonly label: string }[] {
  const { pack } = useRoom();
  if (definition.values !== undefined) return definition.values;
  if (definition.items !== 'mechanism@layer') return [];
  return pack.board.mechanisms.flatMap((mechanism) =>
    pack.board.layers
      .filter((layer) => layer.mechanisms.length === 0 || layer.mechanisms.includes(mechanism.id))
      .map((layer) => ({ id: `${mechanism.id}@${layer.id}`, label: mechanism.label })),
  );
}
