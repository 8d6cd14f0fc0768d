/** The register: every threat with its risk and what was decided, as one table. */
import type { ThreatId } from '@strideboard/model';
import type { RegisterRow } from '@strideboard/stride';
import { register as words, say } from '@strideboard/words';
import { Suspense, useMemo, useState } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useWaitingText } from '../analysis/use-veil.ts';
import { useRegisterRows } from '../analysis/use-register-rows.ts';
import { useMayEdit } from '../room/use-room.ts';
import { lazyPart } from '../session/lazy-part.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { focusedView } from '../session/view-focus.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useSelected } from '../ui/use-selected.ts';
import { BulkBar } from './BulkBar.tsx';
import { RegisterBar } from './RegisterBar.tsx';
import { CellChip, RegisterFilters } from './RegisterFilters.tsx';
import styles from './RegisterView.module.css';
import { RiskMatrix } from './RiskMatrix.tsx';
import { RegisterTable } from './table/RegisterTable.tsx';
import { PRESETS } from './views/preset-views.ts';
import { useShown } from './views/use-shown.ts';
import { presetKey, useView } from './views/use-view.ts';
import { NO_FILTER } from './views/view-settings.ts';

const NewThreat = lazyPart(async () => (await import('./written/NewThreat.tsx')).NewThreat);
const WrittenFields = lazyPart(async () => (await import('./written/WrittenFields.tsx')).WrittenFields);
const ThreatDetail = lazyPart(async () => (await import('./detail/ThreatDetail.tsx')).ThreatDetail);

/** The view, once there is something to say. */
export function RegisterView() {
  const { panels } = useWords();
  const rows = useRegisterRows();
  const problem = useAnalysis((state) => state.problem);
  const waiting = useWaitingText(problem === null ? words.loading : panels.threats.stale);
  if (rows === null) return <p className={styles['loading']}>{waiting}</p>;
  return <Register rows={rows} isStale={problem !== null} />;
}

interface RegisterProps {
  readonly rows: readonly RegisterRow[];
  /** Whether the analysis cannot answer now. */
  readonly isStale: boolean;
}

/** What is beside the table. */
type Beside = { readonly kind: 'threat'; readonly id: ThreatId } | { readonly kind: 'write' };

function Register({ rows, isStale }: RegisterProps) {
  const { panels } = useWords();
  const session = useSessionStore();
  const mayEdit = useMayEdit();
  const view = useView();
  const { subjects } = useSelected();
  const [isOnly, setOnly] = useState(false);
  const [shows, setShows] = useState({ filter: false, matrix: false });
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [selected, setSelected] = useState<ReadonlySet<ThreatId>>(new Set());
  const [beside, setBeside] = useState<Beside | null>(null);
  const [wanted, setWanted] = useState({ table: 0, detail: 0 });
  const only = isOnly && subjects.length > 0;
  const shown = useShown(rows, view.settings, { closed, subjects: only ? subjects : null });
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const chosen = useMemo(() => rows.filter(({ id }) => selected.has(id)), [rows, selected]);
  const hidden = useMemo(() => {
    const ids = new Set(shown.rows.map(({ id }) => id));
    return chosen.filter(({ id }) => !ids.has(id)).length;
  }, [shown.rows, chosen]);
  const { filter, columns, sort, group } = view.settings;
  const setFilter = (next: typeof filter): void => view.change({ filter: next });
  const open = (id: ThreatId): void => {
    setBeside({ kind: 'threat', id });
    setWanted({ ...wanted, detail: wanted.detail + 1 });
  };
  const openByHand = (id: ThreatId): void => {
    open(id);
    session.setState({ looksAt: { place: 'register', id, mirrored: false } });
  };
  const backToTable = (): void => setWanted({ ...wanted, table: wanted.table + 1 });
  const closeBeside = (): void => {
    setBeside(null);
    backToTable();
  };
  const focus = useSession((state) => state.reviewFocus);
  const [followed, setFollowed] = useState<typeof focus>(null);
  if (focus !== null && focus !== followed) {
    setFollowed(focus);
    const wantedView = PRESETS.find((preset) => preset === focusedView(focus.id));
    if (wantedView === undefined)
      open(focus.id as ThreatId); // asked for by the id of a threat
    else view.choose(presetKey(wantedView));
  }
  const openId = beside?.kind === 'threat' ? beside.id : null;
  const openRow = openId === null ? null : (byId.get(openId) ?? null);
  return (
    <div className={styles['register']} data-beside={beside !== null || undefined}>
      {isStale ? (
        <p className={styles['stale']} role="alert">
          {panels.threats.stale}
        </p>
      ) : null}
      <RegisterBar
        view={view}
        hasFilter={shows.filter}
        hasMatrix={shows.matrix}
        onlySelected={subjects.length === 0 ? null : only}
        onFilter={() => setShows({ ...shows, filter: !shows.filter })}
        onMatrix={() => setShows({ ...shows, matrix: !shows.matrix })}
        onOnlySelected={() => setOnly(!only)}
        onWrite={() => setBeside({ kind: 'write' })}
      />
      {shows.filter ? <RegisterFilters filter={filter} onChange={setFilter} /> : null}
      <div className={styles['counts']}>
        <p role="status">
          {shown.rows.length === rows.length
            ? say(words.counted, { count: rows.length })
            : say(words.countedOf, { count: shown.rows.length, total: rows.length })}
        </p>
        <CellChip filter={filter} onChange={setFilter} />
        {shown.unscored === 0 ? null : (
          <p className={styles['unscored']}>
            {say(words.unscoredNote, { count: shown.unscored })}{' '}
            <Button
              size="small"
              look="quiet"
              onClick={() => view.change({ limit: null, filter: { ...filter, unscored: true } })}
            >
              {words.unscoredShow}
            </Button>
          </p>
        )}
      </div>
      <div className={styles['middle']}>
        {shows.matrix ? <RiskMatrix rows={shown.matrixRows} filter={filter} onChange={setFilter} /> : null}
        <div className={styles['list']}>
          {rows.length === 0 ? (
            <div className={styles['empty']}>
              <EmptyState title={words.emptyTitle} text={words.emptyText} />
            </div>
          ) : shown.lines.length === 0 ? (
            <div className={styles['empty']}>
              <EmptyState title={words.emptyFilter} text="">
                <Button onClick={() => view.change({ filter: { ...NO_FILTER, aside: true }, limit: null })}>
                  {words.clearFilter}
                </Button>
              </EmptyState>
            </div>
          ) : (
            <RegisterTable
              lines={shown.lines}
              columns={columns}
              group={group}
              sort={sort}
              selected={selected}
              openId={openId}
              wanted={wanted.table}
              mayEdit={mayEdit}
              onSort={(by) => view.change({ sort: { by, reversed: by === sort.by && !sort.reversed } })}
              onSelect={setSelected}
              onFold={(key, isOpen) => {
                const next = new Set(closed);
                if (isOpen) next.delete(key);
                else next.add(key);
                setClosed(next);
              }}
              onOpen={openByHand}
              onReveal={(ids) => session.getState().show(ids)}
            />
          )}
          {chosen.length === 0 || !mayEdit ? null : (
            <BulkBar
              rows={chosen}
              hidden={hidden}
              onClear={() => {
                setSelected(new Set());
                backToTable();
              }}
            />
          )}
        </div>
        <Suspense>
          {beside?.kind === 'write' ? <NewThreat onAdded={open} onClose={closeBeside} /> : null}
          {openId === null ? null : (
            <ThreatDetail
              row={openRow}
              id={openId}
              wanted={wanted.detail}
              written={
                openRow?.manual == null ? null : (
                  <WrittenFields row={openRow} manual={openRow.manual} onDeleted={closeBeside} />
                )
              }
              onClose={closeBeside}
            />
          )}
        </Suspense>
      </div>
    </div>
  );
}
