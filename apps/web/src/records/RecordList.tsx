/** Records of one kind, the newest first, and the line that adds one. */
import type { RecordKind, TeamRecord } from '@strideboard/model';
import { records as words } from '@strideboard/words';
import { type ReactNode, useState } from 'react';
import { useMayEdit, useModel } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { AddRecord, type RecordStart } from './AddRecord.tsx';
import styles from './RecordsView.module.css';
import { RecordRow } from './RecordRow.tsx';
import type { RecordActions } from './use-record-actions.ts';

/** What was asked for from elsewhere: a record, or a new one. */
export type RecordsRequest =
  | { readonly kind: 'record'; readonly id: string }
  | { readonly kind: 'new'; readonly start: RecordStart };

interface RecordListProps {
  readonly kind: RecordKind;
  readonly request: RecordsRequest | null;
  readonly actions: RecordActions;
  /** Shows records otherwise than one below the other; `row` makes one of them. */
  readonly children?: (row: (record: TeamRecord) => ReactNode) => ReactNode;
}

/** The list. */
export function RecordList({ kind, request, actions, children }: RecordListProps) {
  const all = useModel((model) => model.records);
  const mayEdit = useMayEdit();
  const session = useSessionStore();
  const [openId, setOpenId] = useState<string | null>(null);
  const [seen, setSeen] = useState<RecordsRequest | null>(null);
  const [own, setOwn] = useState<RecordStart | null>(null);
  if (request !== seen) {
    setSeen(request);
    if (request?.kind === 'record') setOpenId(request.id);
    if (request?.kind === 'new') setOwn(request.start);
  }
  const records = all.filter((record) => record.kind === kind).reverse();
  const row = (record: TeamRecord): ReactNode => (
    <RecordRow
      key={record.id}
      record={record}
      isOpen={openId === record.id}
      start={request?.kind === 'record' && request.id === record.id ? request : null}
      actions={actions}
      onToggle={() => {
        const isOpen = openId === record.id;
        setOpenId(isOpen ? null : record.id);
        session.setState({ looksAt: { place: 'records', id: isOpen ? '' : record.id, mirrored: false } });
      }}
      onReplace={() => setOwn({ about: record.about, replaces: record })}
    />
  );
  return (
    <>
      {mayEdit ? <AddRecord kind={kind} start={own} actions={actions} /> : null}
      {children === undefined ? (
        records.length === 0 ? (
          <p className={styles['none']}>{words.empty[kind]}</p>
        ) : (
          records.map(row)
        )
      ) : (
        children(row)
      )}
    </>
  );
}
