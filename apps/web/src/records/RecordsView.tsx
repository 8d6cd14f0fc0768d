/** What the board is about: details of the model, goals, assumptions, what is left out, decisions and questions. */
import { RECORD_KINDS, type RecordKind, type TeamRecord } from '@strideboard/model';
import { records as words, say } from '@strideboard/words';
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { pageDirection } from '../session/language.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { useSelected } from '../ui/use-selected.ts';
import { DecisionLog } from './DecisionLog.tsx';
import { ModelForm } from './ModelForm.tsx';
import { NEW_RECORD } from './new-record.ts';
import { RecordList, type RecordsRequest } from './RecordList.tsx';
import styles from './RecordsView.module.css';
import { ScopeList } from './ScopeList.tsx';
import { useRecordActions } from './use-record-actions.ts';

type RecordsTab = 'model' | RecordKind;

const TABS: readonly RecordsTab[] = ['model', 'goal', 'assumption', 'exclusion', 'decision', 'question'];

/** The view: one tab for each kind. */
export function RecordsView() {
  const actions = useRecordActions();
  const focus = useSession((state) => state.reviewFocus);
  const records = useModel((model) => model.records);
  const { subjects } = useSelected();
  const [tab, setTab] = useState<RecordsTab>('model');
  const [seen, setSeen] = useState<typeof focus>(null);
  const [request, setRequest] = useState<RecordsRequest | null>(null);
  const counts = useCounts();
  if (focus !== seen) {
    setSeen(focus);
    const asked = focus === null ? null : requestOf(focus.id, records, subjects);
    if (asked !== null) {
      setTab(asked.tab);
      setRequest(asked.request);
    }
  }
  const isTab = (value: string): value is RecordsTab => TABS.some((name) => name === value);
  return (
    <Tabs.Root
      className={styles['view']}
      dir={pageDirection()}
      value={tab}
      onValueChange={(value) => {
        if (isTab(value)) setTab(value);
        setRequest(null);
      }}
    >
      <Tabs.List className={styles['tabs']} aria-label={words.tabs.label}>
        {TABS.map((name) => (
          <Tabs.Trigger key={name} value={name} className={styles['tab']}>
            {name === 'model' || counts[name] === 0
              ? words.tabs[name]
              : say(words.tabs.counted, { name: words.tabs[name], count: counts[name] })}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value="model" className={styles['content']} tabIndex={-1}>
        <ModelForm actions={actions} />
      </Tabs.Content>
      {RECORD_KINDS.map((kind) => (
        <Tabs.Content key={kind} value={kind} className={styles['content']} tabIndex={-1}>
          {kind === 'exclusion' || kind === 'decision' ? (
            <RecordList kind={kind} request={request} actions={actions}>
              {(row) => (kind === 'exclusion' ? <ScopeList row={row} /> : <DecisionLog row={row} />)}
            </RecordList>
          ) : (
            <RecordList kind={kind} request={request} actions={actions} />
          )}
          {kind === 'question' ? <Asked /> : null}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

/** Where an id asked for leads: a record of the board, or a new one of a kind about what is selected. */
function requestOf(
  id: string,
  records: readonly TeamRecord[],
  selected: readonly string[],
): { readonly tab: RecordsTab; readonly request: RecordsRequest | null } | null {
  const fresh = RECORD_KINDS.find((kind) => id === `${NEW_RECORD}${kind}`);
  if (fresh !== undefined) return { tab: fresh, request: { kind: 'new', start: { about: selected, replaces: null } } };
  const tab = TABS.find((name) => id === name);
  if (tab !== undefined) return { tab, request: null };
  const record = records.find((one) => one.id === id);
  return record === undefined ? null : { tab: record.kind, request: { kind: 'record', id } };
}

/** Records by kind; what is out of scope counts with the exclusions. */
function useCounts(): Readonly<Record<RecordKind, number>> {
  const room = useRoom();
  const records = useModel((model) => model.records);
  const index = useModel(() => room.index());
  const count = (kind: RecordKind): number => records.filter((record) => record.kind === kind).length;
  const outside = [...index.elements.values(), ...index.flows.values()].filter(({ outOfScope }) => outOfScope !== null);
  return {
    assumption: count('assumption'),
    exclusion: count('exclusion') + outside.length,
    decision: count('decision'),
    goal: count('goal'),
    question: count('question'),
  };
}

/** Questions about facts are asked beside the diagram: how many there are, and the way to them. */
function Asked() {
  const session = useSessionStore();
  const count = useAnalysis((state) => state.analysis?.questions.length ?? 0);
  if (count === 0) return null;
  return (
    <p className={styles['asked']}>
      {say(words.questions.asked, { count })}
      <Button size="small" onClick={() => session.getState().showTab('questions')}>
        {words.questions.show}
      </Button>
    </p>
  );
}
