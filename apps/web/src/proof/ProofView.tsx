/** Controls, where they are in place, and what proves it: the catalogue, the proof as one table, and the gaps of a set. */
import { proof as words } from '@strideboard/words';
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { useWaitingText } from '../analysis/use-veil.ts';
import { pageDirection } from '../session/language.ts';
import { useSession } from '../session/use-session.ts';
import { Catalogue } from './Catalogue.tsx';
import type { ControlRequest } from './control-request.ts';
import { GapList } from './GapList.tsx';
import { ProofTable } from './ProofTable.tsx';
import styles from './ProofView.module.css';
import { useControlActions } from './use-control-actions.ts';
import { useProof } from './use-proof.ts';

const TABS = ['catalogue', 'proof', 'gaps'] as const;
type ProofTab = (typeof TABS)[number];

/** The view. */
export function ProofView() {
  const proof = useProof();
  const actions = useControlActions();
  const focus = useSession((state) => state.reviewFocus);
  const [tab, setTab] = useState<ProofTab>('catalogue');
  const [seen, setSeen] = useState<typeof focus>(null);
  const [request, setRequest] = useState<ControlRequest | null>(null);
  const open = (id: string): void => {
    setTab('catalogue');
    setRequest({ id });
  };
  if (focus !== seen) {
    setSeen(focus);
    if (focus !== null && proof.controls.some(({ id }) => id === focus.id)) open(focus.id);
  }
  const waiting = useWaitingText(words.view.loading);
  if (!proof.isReady) return <p className={styles['loading']}>{waiting}</p>;
  return (
    <Tabs.Root
      className={styles['view']}
      dir={pageDirection()}
      value={tab}
      onValueChange={(value) => {
        setRequest(null);
        setTab(TABS.find((name) => name === value) ?? 'catalogue');
      }}
    >
      <Tabs.List className={styles['tabs']} aria-label={words.tabs.label}>
        {TABS.map((name) => (
          <Tabs.Trigger key={name} value={name} className={styles['tab']}>
            {words.tabs[name]}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value="catalogue" className={styles['content']} tabIndex={-1}>
        <Catalogue proof={proof} actions={actions} request={request} />
      </Tabs.Content>
      <Tabs.Content value="proof" className={styles['content']} tabIndex={-1}>
        <ProofTable proof={proof} actions={actions} onOpen={open} />
      </Tabs.Content>
      <Tabs.Content value="gaps" className={styles['content']} tabIndex={-1}>
        <GapList proof={proof} onOpen={open} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
