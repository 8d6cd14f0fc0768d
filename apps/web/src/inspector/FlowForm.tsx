/** Everything about one flow. */
import type { Flow } from '@strideboard/model';
import { ArrowLeftRight, ArrowRight } from 'lucide-react';
import { useMayEdit, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import { useReport } from '../ui/use-report.ts';
import { DeleteButton } from './DeleteButton.tsx';
import styles from './ElementTab.module.css';
import { LabelField } from './LabelField.tsx';
import { PropertyList } from './PropertyList.tsx';
import { ScopeField } from './ScopeField.tsx';
import { WhoChanged } from './WhoChanged.tsx';

/** The form. Give it a key per flow. */
export function FlowForm({ flow }: { readonly flow: Flow }) {
  const { panels } = useWords();
  const { commands } = useRoom();
  const report = useReport();
  const mayEdit = useMayEdit();
  const both = flow.direction === 'two';
  return (
    <div className={styles['form']}>
      <div className={styles['ends']}>
        <p>
          <SubjectLink id={flow.source} />
          {both ? <ArrowLeftRight size={14} aria-hidden /> : <ArrowRight size={14} aria-hidden />}
          <span className="visually-hidden">{both ? panels.flow.and : panels.flow.to}</span>
          <SubjectLink id={flow.target} />
        </p>
        {mayEdit ? (
          <Button size="small" onClick={() => report(commands.flow({ id: flow.id, reverse: true }))}>
            {panels.flow.reverse}
          </Button>
        ) : null}
      </div>
      <div className={styles['pair']}>
        <DraftField
          label={panels.flow.number}
          value={flow.order}
          maxLength={12}
          disabled={!mayEdit}
          commit={(text) => report(commands.flow({ id: flow.id, order: text.trim() }))}
        />
        <LabelField subject={flow} />
      </div>
      <div className={styles['row']}>
        <span className={styles['rowLabel']}>{panels.flow.direction}</span>
        <Segmented
          label={panels.flow.direction}
          value={flow.direction}
          disabled={!mayEdit}
          options={[
            { value: 'one', label: panels.flow.one },
            { value: 'two', label: panels.flow.two },
          ]}
          onChange={(direction) => report(commands.flow({ id: flow.id, direction }))}
        />
      </div>
      {both ? <LabelField subject={flow} which="returnLabel" /> : null}
      <ScopeField subjects={[flow]} />
      <hr className={styles['rule']} />
      <PropertyList subjects={[flow]} />
      <WhoChanged id={flow.id} />
      <DeleteButton ids={[flow.id]} />
    </div>
  );
}
