/** What a card is about: linked from what is selected on the canvas, or by searching. */
import type { SubjectId } from '@strideboard/model';
import { cards as words, say } from '@strideboard/words';
import { Link2, X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useModel, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { SearchDialog } from '../ui/SearchDialog.tsx';
import type { SearchGroup } from '../ui/search-groups.ts';
import { useSelected } from '../ui/use-selected.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import styles from './LinkField.module.css';

interface LinkFieldProps {
  readonly on: readonly string[];
  readonly onChange: (on: readonly string[]) => void;
}

/** Chips and the two ways to add one. */
export function LinkField({ on, onChange }: LinkFieldProps) {
  const nameOf = useNameOf();
  const { subjects } = useSelected();
  const [isSearching, setSearching] = useState(false);
  const adders = useRef<HTMLDivElement>(null);
  const fresh = subjects.filter((id) => !on.includes(id));
  const [first] = fresh;
  const add = (ids: readonly string[]): void => onChange([...on, ...ids.filter((id) => !on.includes(id))]);
  return (
    <fieldset aria-label={words.write.about} className={styles['field']}>
      {on.length === 0 ? null : (
        <ul className={styles['chips']}>
          {on.map((id) => (
            <li key={id}>
              <span>{nameOf(id)}</span>
              <button
                type="button"
                aria-label={say(words.write.unlink, { name: nameOf(id) })}
                title={say(words.write.unlink, { name: nameOf(id) })}
                onClick={() => {
                  adders.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
                  onChange(on.filter((other) => other !== id));
                }}
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div ref={adders} className={styles['adders']}>
        {first === undefined ? null : (
          <Button size="small" className={styles['adder']} onClick={() => add(fresh)}>
            {fresh.length === 1
              ? say(words.write.linkSelected, { name: nameOf(first) })
              : say(words.write.linkSelectedMany, { count: fresh.length })}
          </Button>
        )}
        <Button
          size="small"
          look="quiet"
          icon={<Link2 size={13} aria-hidden />}
          aria-haspopup="dialog"
          onClick={() => setSearching(true)}
        >
          {words.write.link}
        </Button>
      </div>
      {isSearching ? (
        <LinkSearch without={on} onChoose={(id) => add([id])} onClose={() => setSearching(false)} />
      ) : null}
    </fieldset>
  );
}

/** Names an element or flow, also one that is gone. */
export function useNameOf(): (id: string) => string {
  const names = useSubjectNames();
  return (id) => names.name(id as SubjectId) ?? words.wall.gone; // only looked up
}

interface LinkSearchProps {
  readonly without: readonly string[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

function LinkSearch({ without, onChoose, onClose }: LinkSearchProps) {
  const room = useRoom();
  const names = useSubjectNames();
  const { common } = useWords();
  const index = useModel(() => room.index());
  const groups = useMemo((): readonly SearchGroup[] => {
    const option = (id: SubjectId) => {
      const [label, what] = [names.name(id) ?? common.unnamed, names.what(id) ?? ''];
      return { id, label: what === '' || what === label ? label : `${label} · ${what}` };
    };
    const isFree = (id: string): boolean => !without.includes(id);
    const elements = [...index.elements.values()].filter(
      ({ kind, id }) => kind !== 'note' && kind !== 'ref' && isFree(id),
    );
    return [
      { label: words.write.elements, options: elements.map(({ id }) => option(id)) },
      { label: words.write.flows, options: [...index.flows.keys()].filter(isFree).map(option) },
    ];
  }, [index, names, common, without]);
  return (
    <SearchDialog
      title={words.write.linkTitle}
      label={words.write.search}
      groups={groups}
      emptyText={words.write.empty}
      moreText={(count) => say(words.write.more, { count })}
      onChoose={({ id }) => onChoose(id)}
      onClose={onClose}
    />
  );
}
