/** What a record is about, as chips; more is linked from what is selected on the canvas, or by searching. */
import { records as words, say } from '@strideboard/words';
import { Link2, X } from 'lucide-react';
import { type RefObject, useId, useRef, useState } from 'react';
import { useMayEdit } from '../room/use-room.ts';
import { Button, classes } from '../ui/Button.tsx';
import { SearchDialog } from '../ui/SearchDialog.tsx';
import { useSelected } from '../ui/use-selected.ts';
import styles from './AboutField.module.css';
import { type FindTarget, type Target, useTargetGroups, useTargets } from './use-targets.ts';

interface AboutFieldProps {
  readonly about: readonly string[];
  /** Id of the record itself, which is not offered. */
  readonly self?: string;
  /** On one line, without a label of its own in sight. */
  readonly compact?: boolean;
  readonly onChange: (about: readonly string[]) => void;
}

/** The chips and the two ways to add one. */
export function AboutField({ about, self = '', compact = false, onChange }: AboutFieldProps) {
  const find = useTargets();
  const mayEdit = useMayEdit();
  const { subjects } = useSelected();
  const [isSearching, setSearching] = useState(false);
  const labelId = useId();
  const adder = useRef<HTMLDivElement>(null);
  const fresh = subjects.filter((id) => !about.includes(id));
  const [first] = fresh;
  const add = (ids: readonly string[]): void => onChange([...about, ...ids.filter((id) => !about.includes(id))]);
  return (
    <fieldset className={styles['field']} data-compact={compact} aria-labelledby={labelId}>
      <p id={labelId} className={classes(styles['label'], compact && 'visually-hidden')}>
        {words.fields.about}
      </p>
      {about.length === 0 && !compact ? <p className={styles['none']}>{words.about.none}</p> : null}
      <Chips
        about={about}
        find={find}
        {...(mayEdit ? { onRemove: (id) => onChange(about.filter((other) => other !== id)), next: adder } : {})}
      />
      {mayEdit ? (
        <div ref={adder} className={styles['adders']}>
          {first === undefined ? null : (
            <Button size="small" onClick={() => add(fresh)}>
              {fresh.length === 1
                ? say(words.about.addSelected, { name: find(first).label })
                : say(words.about.addSelectedMany, { count: fresh.length })}
            </Button>
          )}
          <Button
            size="small"
            icon={<Link2 size={13} aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => setSearching(true)}
          >
            {words.about.add}
          </Button>
        </div>
      ) : null}
      {isSearching ? (
        <TargetSearch
          find={find}
          without={[...about, self]}
          onChoose={(id) => add([id])}
          onClose={() => setSearching(false)}
        />
      ) : null}
    </fieldset>
  );
}

interface ChipsProps {
  readonly about: readonly string[];
  readonly find: FindTarget;
  /** Absent where nothing can be taken away. */
  readonly onRemove?: (id: string) => void;
  /** Where the focus goes when a chip is gone. */
  readonly next?: RefObject<HTMLElement | null>;
}

/** What a record is about, each a way there. */
export function Chips({ about, find, onRemove, next }: ChipsProps) {
  if (about.length === 0) return null;
  return (
    <ul className={styles['chips']}>
      {about.map((id) => {
        const target = find(id);
        return (
          <li key={id} className={styles['chip']}>
            <ChipName target={target} />
            {onRemove === undefined ? null : (
              <button
                type="button"
                className={styles['remove']}
                aria-label={say(words.about.remove, { name: target.label })}
                title={say(words.about.remove, { name: target.label })}
                onClick={() => {
                  next?.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
                  onRemove(id);
                }}
              >
                <X size={12} aria-hidden />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function ChipName({ target: { label, what, show } }: { readonly target: Target }) {
  const text = (
    <>
      <span className={styles['name']}>{label}</span>
      {what === '' ? null : <span className={styles['what']}>{what}</span>}
    </>
  );
  if (show === null) return <span className={styles['plain']}>{text}</span>;
  return (
    <button type="button" className={styles['go']} title={say(words.about.show, { name: label })} onClick={show}>
      {text}
    </button>
  );
}

interface TargetSearchProps {
  readonly find: FindTarget;
  readonly without: readonly string[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

function TargetSearch({ find, without, onChoose, onClose }: TargetSearchProps) {
  const groups = useTargetGroups(find).map(({ label, options }) => ({
    label,
    options: options.filter(({ id }) => !without.includes(id)),
  }));
  return (
    <SearchDialog
      title={words.about.title}
      label={words.about.search}
      groups={groups}
      emptyText={words.about.empty}
      moreText={(count) => say(words.about.more, { count })}
      onChoose={({ id }) => onChoose(id)}
      onClose={onClose}
    />
  );
}
