/** A list to search and choose from: type to narrow, arrows to move, Enter to choose, Escape to close. */
import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './SearchList.module.css';
import { filterGroups, type SearchGroup, type SearchOption, firstOf } from './search-groups.ts';

interface SearchListProps<Option extends SearchOption> {
  /** Accessible name and placeholder of the search field. */
  readonly label: string;
  readonly groups: readonly SearchGroup<Option>[];
  /** Id of the option that is chosen now. */
  readonly current?: string | null;
  readonly emptyText: string;
  /** What stands below when there are more than can be shown; absent, all are shown. */
  readonly moreText?: (count: number) => string;
  readonly icon?: (option: Option) => ReactNode;
  /** What stands at the end of an option's line. */
  readonly detail?: (option: Option) => ReactNode;
  readonly onChoose: (option: Option) => void;
  readonly onClose: () => void;
}

/** How many options are shown at once where there may be thousands. */
const SHOWN = 100;

/** The list, focused when mounted. */
export function SearchList<Option extends SearchOption>(props: SearchListProps<Option>) {
  const { label, groups, current = null, emptyText, moreText, icon, detail, onChoose, onClose } = props;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<string | null>(current);
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const listId = useId();
  const { groups: shown, left } = firstOf(filterGroups(groups, query), moreText === undefined ? Infinity : SHOWN);
  const flat = shown.flatMap((group) => group.options);
  const at = Math.max(
    0,
    flat.findIndex((option) => option.id === active),
  );
  const chosen = flat[at];

  useEffect(() => {
    input.current?.focus();
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, []);

  const step = (to: number): void => {
    const next = flat[Math.min(flat.length - 1, Math.max(0, to))];
    if (next === undefined) return;
    setActive(next.id);
    box.current?.querySelector(`[id="${CSS.escape(optionId(listId, next.id))}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'ArrowDown') step(at + 1);
    else if (event.key === 'ArrowUp') step(at - 1);
    else if (event.key === 'Enter' && chosen !== undefined) onChoose(chosen);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <div ref={box} className={styles['box']}>
      <div className={styles['search']}>
        <Search size={14} aria-hidden />
        <input
          ref={input}
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={chosen === undefined ? undefined : optionId(listId, chosen.id)}
          placeholder={label}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(null);
          }}
          onKeyDown={onKeyDown}
          onBlur={onClose}
        />
      </div>
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        className={styles['list']}
        tabIndex={-1}
        // The search field keeps the focus: leaving it closes the list.
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
      >
        {shown.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group inside a listbox has no element of its own
          <div key={group.label} role="group" aria-label={group.label}>
            <p className={styles['heading']} aria-hidden="true">
              {group.label}
            </p>
            {group.options.map((option) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys act on the search field, which keeps the focus
              <div
                key={option.id}
                id={optionId(listId, option.id)}
                role="option"
                tabIndex={-1}
                aria-selected={option.id === current}
                data-active={option === chosen}
                className={styles['option']}
                onPointerMove={() => setActive(option.id)}
                onClick={() => onChoose(option)}
              >
                {icon?.(option)}
                <span>{option.label}</span>
                {detail?.(option)}
              </div>
            ))}
          </div>
        ))}
        {flat.length === 0 ? <p className={styles['empty']}>{emptyText}</p> : null}
        {left > 0 ? <p className={styles['empty']}>{moreText?.(left)}</p> : null}
      </div>
    </div>
  );
}

const optionId = (listId: string, id: string): string => `${listId}-${id}`;
