/** Threats of one rule on several subjects: told once, opened one by one, decided once. */
import type { FlowId } from '@strideboard/model';
import type { ThreatGroup } from '@strideboard/stride';
import { say, standing } from '@strideboard/words';
import { useId, useState } from 'react';
import { useMayEdit, useModel, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { CardHead } from './CardHead.tsx';
import { DecideForm } from './DecideForm.tsx';
import { useOpenStanding } from './standing/standing-context.ts';
import styles from './ThreatCard.module.css';
import { ThreatCard } from './ThreatCard.tsx';

interface GroupCardProps {
  readonly group: ThreatGroup;
  readonly open: boolean;
  /** Id of the member that is open. */
  readonly openThreat: string | null;
  readonly onToggle: () => void;
  readonly onToggleThreat: (id: string) => void;
}

/** The card of a group. */
export function GroupCard({ group, open, openThreat, onToggle, onToggleThreat }: GroupCardProps) {
  const { panels } = useWords();
  const room = useRoom();
  const index = useModel(() => room.index());
  const mayEdit = useMayEdit();
  const bodyId = useId();
  const [deciding, setDeciding] = useState(false);
  const openStanding = useOpenStanding();
  const { threats } = group;
  const [{ finding, severity }] = threats;
  const count = threats.length;
  const flows = threats.filter((threat) => index.flows.has(threat.finding.subjects[0] as FlowId)).length; // only looked up
  const places =
    flows === count ? panels.threats.flows : flows === 0 ? panels.threats.elements : panels.threats.subjects;
  const counted = group.kind === 'posture' ? panels.threats.checks : places;
  return (
    <article
      className={styles['card']}
      data-testid={`threats-${group.kind === 'posture' ? (finding.group?.id ?? '') : finding.rule}`}
      data-severity={severity}
      data-open={open}
    >
      <CardHead
        severity={severity}
        letters={finding.letters}
        aside={say(counted, { count })}
        title={group.title}
        open={open}
        bodyId={bodyId}
        onToggle={onToggle}
      />
      {open ? (
        <div id={bodyId} className={styles['body']}>
          <ul className={styles['members']}>
            {threats.map((threat) => (
              <li key={threat.finding.id} data-card>
                <ThreatCard
                  threat={threat}
                  open={openThreat === threat.finding.id}
                  onToggle={() => onToggleThreat(threat.finding.id)}
                />
              </li>
            ))}
          </ul>
          {mayEdit ? (
            <div className={styles['actions']}>
              <Button size="small" aria-expanded={deciding} onClick={() => setDeciding(!deciding)}>
                {panels.threats.decideAll}
              </Button>
              {group.kind === 'rule' ? (
                <Button
                  size="small"
                  aria-haspopup="dialog"
                  onClick={() => openStanding({ kind: 'new', threat: finding.id })}
                >
                  {standing.decideLike}
                </Button>
              ) : null}
            </div>
          ) : null}
          {deciding ? <DecideForm threats={threats} onClose={() => setDeciding(false)} /> : null}
        </div>
      ) : null}
    </article>
  );
}
