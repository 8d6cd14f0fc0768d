/** The bar above the table: which view, search, groups, order, and what can be opened. */
import { register, say } from '@strideboard/words';
import { ArrowDownUp, Columns3, Grid3x3, ListFilter, Plus, Search } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useMayEdit } from '../room/use-room.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Menu, type MenuPlace } from '../ui/Menu.tsx';
import styles from './RegisterView.module.css';
import { toggled } from './views/filter-rows.ts';
import { PRESETS } from './views/preset-views.ts';
import { presetKey, savedKey, type View } from './views/use-view.ts';
import { activeParts, COLUMNS, GROUPINGS, SORTS } from './views/view-settings.ts';
import { ViewSaver } from './views/ViewSaver.tsx';

const words = register.tools;

interface RegisterBarProps {
  readonly view: View;
  readonly hasFilter: boolean;
  readonly hasMatrix: boolean;
  /** `null`: nothing is selected on the diagram. */
  readonly onlySelected: boolean | null;
  readonly onFilter: () => void;
  readonly onMatrix: () => void;
  readonly onOnlySelected: () => void;
  readonly onWrite: () => void;
}

/** The bar. */
export function RegisterBar(props: RegisterBarProps) {
  const { view, hasFilter, hasMatrix, onlySelected } = props;
  const { settings, change } = view;
  const { filter, sort, group } = settings;
  const mayEdit = useMayEdit();
  const active = activeParts(filter);
  return (
    <div className={styles['bar']}>
      <ViewChoice view={view} />
      <ViewSaver view={view} />
      <label className={styles['search']}>
        <Search size={14} aria-hidden />
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          maxLength={200}
          value={filter.text}
          onChange={({ target }) => change({ filter: { ...filter, text: target.value } })}
        />
      </label>
      <Toggle
        isOn={hasFilter}
        isMarked={active > 0}
        icon={<ListFilter size={14} aria-hidden />}
        onClick={props.onFilter}
      >
        {active === 0 ? words.filter : say(words.filterCounted, { count: active })}
      </Toggle>
      <Toggle isOn={hasMatrix} icon={<Grid3x3 size={14} aria-hidden />} onClick={props.onMatrix}>
        {words.matrix}
      </Toggle>
      <Choice
        label={words.group}
        value={group}
        options={GROUPINGS.map((value) => ({ value, label: register.groupings[value] }))}
        onChange={(value) => change({ group: GROUPINGS.find((one) => one === value) ?? 'none' })}
      />
      <Choice
        label={words.sort}
        value={sort.by}
        options={SORTS.map((value) => ({ value, label: register.columns[value] }))}
        onChange={(value) => change({ sort: { by: SORTS.find((one) => one === value) ?? 'risk', reversed: false } })}
      />
      <IconButton
        label={words.reversed}
        pressed={sort.reversed}
        onClick={() => change({ sort: { ...sort, reversed: !sort.reversed } })}
      >
        <ArrowDownUp size={14} aria-hidden />
      </IconButton>
      <ColumnChoice view={view} />
      {onlySelected === null ? null : (
        <label className={styles['check']}>
          <input type="checkbox" checked={onlySelected} onChange={props.onOnlySelected} />
          {words.onlySelected}
        </label>
      )}
      {mayEdit ? (
        <Button size="small" icon={<Plus size={14} aria-hidden />} className={styles['write']} onClick={props.onWrite}>
          {words.write}
        </Button>
      ) : null}
    </div>
  );
}

function ViewChoice({ view }: { readonly view: View }) {
  const fieldId = useId();
  const marked = (id: string, name: string): string =>
    id === view.id && view.isChanged ? say(words.changed, { name }) : name;
  return (
    <span className={styles['choice']}>
      <label htmlFor={fieldId} className="visually-hidden">
        {words.view}
      </label>
      <select id={fieldId} data-view value={view.id} onChange={({ target }) => view.choose(target.value)}>
        {PRESETS.map((preset) => (
          <option key={preset} value={presetKey(preset)}>
            {marked(presetKey(preset), register.views[preset])}
          </option>
        ))}
        {view.saved.length === 0 ? null : (
          <optgroup label={words.ownViews}>
            {view.saved.map(({ name }) => (
              <option key={name} value={savedKey(name)}>
                {marked(savedKey(name), name)}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </span>
  );
}

function ColumnChoice({ view }: { readonly view: View }) {
  const button = useRef<HTMLSpanElement>(null);
  const [place, setPlace] = useState<MenuPlace | null>(null);
  const { columns } = view.settings;
  const open = (): void => {
    const box = button.current?.getBoundingClientRect();
    if (box !== undefined) setPlace({ x: box.left, y: box.bottom + 4 });
  };
  return (
    <span ref={button}>
      <IconButton label={words.columns} aria-haspopup="menu" onClick={open}>
        <Columns3 size={14} aria-hidden />
      </IconButton>
      {place === null ? null : (
        <Menu
          label={words.columns}
          place={place}
          onClose={() => setPlace(null)}
          items={COLUMNS.map((column) => ({
            id: column,
            label: register.columns[column],
            isOn: columns.includes(column),
            run: () => {
              const next = toggled(columns, column);
              view.change({ columns: COLUMNS.filter((one) => next.includes(one)) });
            },
          }))}
        />
      )}
    </span>
  );
}

interface ToggleProps {
  readonly isOn: boolean;
  readonly isMarked?: boolean;
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Toggle({ isOn, isMarked = false, icon, onClick, children }: ToggleProps) {
  return (
    <button
      type="button"
      className={styles['toggle']}
      aria-expanded={isOn}
      data-marked={isMarked || undefined}
      onClick={onClick}
    >
      {icon}
      <span>{children}</span>
    </button>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const fieldId = useId();
  return (
    <span className={styles['choice']}>
      <label htmlFor={fieldId}>{label}</label>
      <select id={fieldId} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
