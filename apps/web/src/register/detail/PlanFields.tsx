/** What is done and will be done about a threat, by whom, until when: each field is shared and written by itself. */
import type { RegisterRow } from '@strideboard/stride';
import { register } from '@strideboard/words';
import { useId } from 'react';
import { useMayEdit } from '../../room/use-room.ts';
import { DraftField } from '../../ui/DraftField.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { partyOf } from '../views/filter-rows.ts';
import { PARTIES } from '../views/view-settings.ts';
import { readTags, TAG_LIMIT } from './tags.ts';
import styles from './ThreatDetail.module.css';
import { useDecide } from './use-decide.ts';

const words = register.detail;
const LONG = 4_000;
const SHORT = 200;

/** The fields. */
export function PlanFields({ row }: { readonly row: RegisterRow }) {
  const mayEdit = useMayEdit();
  const { setField } = useDecide();
  const { id } = row;
  const text = (field: 'treatment' | 'future' | 'owner' | 'ticket' | 'category', maxLength: number) => ({
    label: words[field],
    value: row[field],
    maxLength,
    disabled: !mayEdit,
    commit: (value: string) => void setField(id, field, value.trim()),
  });
  return (
    <section className={styles['part']} aria-label={words.plan}>
      <h4>{words.plan}</h4>
      <DraftField {...text('treatment', LONG)} lines={2} hint={words.treatmentHint} />
      <DraftField {...text('future', LONG)} lines={2} hint={words.futureHint} />
      <div className={styles['pair']}>
        <PartyField row={row} />
        <DraftField {...text('owner', SHORT)} />
        <DueField row={row} />
        <DraftField {...text('ticket', SHORT)} />
        <DraftField {...text('category', SHORT)} />
        <DraftField
          label={words.tags}
          hint={words.tagsHint}
          value={row.tags.join(', ')}
          maxLength={2_000}
          disabled={!mayEdit}
          check={(value) => (readTags(value).length > TAG_LIMIT ? words.tooManyTags : null)}
          commit={(value) => {
            const tags = readTags(value);
            setField(id, 'tags', tags.length === 0 ? null : tags);
          }}
        />
      </div>
    </section>
  );
}

function PartyField({ row }: { readonly row: RegisterRow }) {
  const mayEdit = useMayEdit();
  const { setField } = useDecide();
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{words.party}</label>
      <select
        id={id}
        disabled={!mayEdit}
        value={partyOf(row)}
        onChange={({ target }) => setField(row.id, 'party', target.value === 'none' ? null : target.value)}
      >
        {PARTIES.toSorted((a, b) => Number(b === 'none') - Number(a === 'none')).map((party) => (
          <option key={party} value={party}>
            {register.parties[party]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A date; one that came from elsewhere in another form is shown beside it. */
function DueField({ row }: { readonly row: RegisterRow }) {
  const mayEdit = useMayEdit();
  const { setField } = useDecide();
  const id = useId();
  const isDate = /^\d{4}-\d{2}-\d{2}$/u.test(row.due);
  const draft = useDraft({ value: isDate ? row.due : '', commit: (value) => void setField(row.id, 'due', value) });
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{words.due}</label>
      <input
        id={id}
        type="date"
        disabled={!mayEdit}
        max="9999-12-31"
        value={draft.text}
        onChange={({ target }) => draft.change(target.value)}
        onBlur={() => draft.commit()}
        onKeyDown={({ key }) => (key === 'Enter' ? draft.commit() : undefined)}
      />
      {row.due === '' || isDate ? null : <bdi className={styles['hint']}>{row.due}</bdi>}
    </div>
  );
}
