/** What people raised beside what the engine found: three columns, side by side where there is room, else one at a time. */
import { gap as words, say } from '@strideboard/words';
import { useMemo, useState } from 'react';
import { useRegisterRows } from '../analysis/use-register-rows.ts';
import { silentRound } from '../room/workshop/phases.ts';
import { useClusters } from '../room/workshop/use-clusters.ts';
import { useWorkshop } from '../room/workshop/use-workshop.ts';
import { useMayEdit } from '../room/use-room.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { GapList } from './GapList.tsx';
import styles from './Gap.module.css';
import { GAP_COLUMNS, type GapColumn, matchRows } from './match-rows.ts';

type Shown = 'open' | 'all';

/** The view, once there is something to compare and nobody writes in silence. */
export function GapView() {
  const isSilent = useWorkshop((workshop) => silentRound(workshop) !== null);
  const rows = useRegisterRows();
  if (isSilent) return <p className={styles['note']}>{words.silent}</p>;
  if (rows === null) return <p className={styles['note']}>{words.loading}</p>;
  return <Columns rows={rows} />;
}

function Columns({ rows }: { readonly rows: NonNullable<ReturnType<typeof useRegisterRows>> }) {
  const mayEdit = useMayEdit();
  const clusters = useClusters();
  const cards = useWorkshop((workshop) => workshop.cards);
  const [shown, setShown] = useState<Shown>('open');
  const [column, setColumn] = useState<GapColumn>('both');
  /** Rows that were open when they were last opened here stay in sight until something else is opened. */
  const [openId, setOpenId] = useState<string | null>(null);
  const all = useMemo(() => {
    const parked = cards.filter(({ lane, gone, state }) => lane === 'park' && !gone && state === '');
    return matchRows({ rows, clusters, parked });
  }, [rows, clusters, cards]);
  const findings = useMemo(() => rows.filter(({ threat, outOfScope }) => threat !== null && !outOfScope), [rows]);
  const visible = all.filter(({ status, id }) => shown === 'all' || status === 'open' || id === openId);
  const countOf = (name: GapColumn): number => visible.filter((row) => row.column === name).length;
  const nameOf = (name: GapColumn): string => say(words.counted, { name: words.columns[name], count: countOf(name) });
  return (
    <div className={styles['view']}>
      <div className={styles['head']}>
        <p>
          {words.intro} {words.keys}
        </p>
        {mayEdit ? null : <p className={styles['hint']}>{words.mayNot}</p>}
        <div className={styles['bar']}>
          <div className={styles['switch']}>
            <Segmented
              label={words.column}
              value={column}
              options={GAP_COLUMNS.map((value) => ({ value, label: nameOf(value) }))}
              onChange={setColumn}
            />
          </div>
          <Segmented
            label={words.show}
            value={shown}
            options={(['open', 'all'] as const).map((value) => ({ value, label: words.shows[value] }))}
            onChange={setShown}
          />
        </div>
      </div>
      <div className={styles['columns']}>
        {GAP_COLUMNS.map((name) => (
          <GapList
            key={name}
            column={name}
            title={nameOf(name)}
            isChosen={name === column}
            rows={visible.filter((row) => row.column === name)}
            isAll={shown === 'all' || !all.some((row) => row.column === name)}
            findings={findings}
            openId={openId}
            onOpen={setOpenId}
          />
        ))}
      </div>
    </div>
  );
}
