/** All controls of the packs and of this board, with search and filters; one is open at a time. */
import { CONTROL_SETS } from '@strideboard/packs';
import { proof as words, say } from '@strideboard/words';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useMayEdit } from '../room/use-room.ts';
import { Button } from '../ui/Button.tsx';
import { useSelected } from '../ui/use-selected.ts';
import styles from './Catalogue.module.css';
import { ControlRow } from './ControlRow.tsx';
import { CONTROL_SHOWS, type ControlFilter, filterControls } from './filter-controls.ts';
import type { ControlRequest } from './control-request.ts';
import type { ControlActions } from './use-control-actions.ts';
import type { Proof } from './use-proof.ts';

interface CatalogueProps {
  readonly proof: Proof;
  readonly actions: ControlActions;
  readonly request: ControlRequest | null;
}

const NO_FILTER: ControlFilter = { text: '', set: null, show: 'all' };

/** The catalogue. */
export function Catalogue({ proof, actions, request }: CatalogueProps) {
  const mayEdit = useMayEdit();
  const { subjects } = useSelected();
  const [filter, setFilter] = useState(NO_FILTER);
  const [open, setOpen] = useState<string | null>(null);
  const [start, setStart] = useState<ControlRequest | null>(null);
  const [seen, setSeen] = useState<ControlRequest | null>(null);
  const show = (asked: ControlRequest): void => {
    setFilter(NO_FILTER);
    setOpen(asked.id);
    setStart(asked);
  };
  if (request !== seen) {
    setSeen(request);
    if (request !== null) show(request);
  }
  const { controls, rowsOf } = proof;
  const shown = filterControls(controls, filter, { rowsOf, selected: subjects });
  const add = (): void => {
    const id = actions.add(words.view.added);
    if (id !== null) show({ id });
  };
  return (
    <>
      <Filters filter={filter} onChange={setFilter}>
        <p className={styles['count']} role="status">
          {say(words.view.count, { count: shown.length })}
        </p>
        {mayEdit ? (
          <Button size="small" icon={<Plus size={14} aria-hidden />} onClick={add}>
            {words.view.add}
          </Button>
        ) : null}
      </Filters>
      {shown.length === 0 ? <p className={styles['none']}>{words.view.none}</p> : null}
      <ul className={styles['list']} aria-label={words.tabs.catalogue}>
        {shown.map((control) => (
          <li key={control.id}>
            <ControlRow
              control={control}
              proof={proof}
              actions={actions}
              isOpen={open === control.id}
              start={start?.id === control.id ? start : null}
              onToggle={() => setOpen(open === control.id ? null : control.id)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface FiltersProps {
  readonly filter: ControlFilter;
  readonly onChange: (filter: ControlFilter) => void;
  readonly children: React.ReactNode;
}

function Filters({ filter, onChange, children }: FiltersProps) {
  return (
    <search className={styles['bar']}>
      <input
        type="search"
        className={styles['search']}
        aria-label={words.view.search}
        placeholder={words.view.search}
        value={filter.text}
        maxLength={200}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <label className={styles['choice']}>
        {words.view.set}
        <select
          value={filter.set ?? ''}
          onChange={({ target }) =>
            onChange({ ...filter, set: CONTROL_SETS.find((set) => set === target.value) ?? null })
          }
        >
          <option value="">{words.view.allSets}</option>
          {CONTROL_SETS.map((set) => (
            <option key={set} value={set}>
              {words.sets[set]}
            </option>
          ))}
        </select>
      </label>
      <label className={styles['choice']}>
        {words.view.show}
        <select
          value={filter.show}
          onChange={({ target }) =>
            onChange({ ...filter, show: CONTROL_SHOWS.find((show) => show === target.value) ?? 'all' })
          }
        >
          {CONTROL_SHOWS.map((show) => (
            <option key={show} value={show}>
              {words.view.shows[show]}
            </option>
          ))}
        </select>
      </label>
      {children}
    </search>
  );
}
