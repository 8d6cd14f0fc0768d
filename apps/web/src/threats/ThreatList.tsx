/** A list of threat cards, one open at a time. */
import { groupThreats, type Threat, type ThreatGroup } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { useState } from 'react';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { GroupCard } from './GroupCard.tsx';
import styles from './ThreatList.module.css';
import { ThreatCard } from './ThreatCard.tsx';

const PAGE = 60;

interface ThreatListProps {
  readonly label: string;
  readonly threats: readonly Threat[];
  /** Tell threats of one rule once. */
  readonly grouped: boolean;
  /** Begin with the first card open. */
  readonly openFirst?: boolean;
  /** Called when a person opens a threat. */
  readonly onOpen?: (threat: Threat) => void;
}

/** At most 60 cards, more on request. Give it a key per selection. */
export function ThreatList({ label, threats, grouped, openFirst = false, onOpen }: ThreatListProps) {
  const { panels } = useWords();
  const [shown, setShown] = useState(PAGE);
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const [openGroup, setOpenGroup] = useState<string | null>(null);
  const groups = grouped ? groupThreats(threats) : threats.map(alone);
  const [first] = groups;
  const open = chosen === undefined && openFirst ? (first?.threats[0].finding.id ?? null) : (chosen ?? null);
  const session = useSessionStore();
  const looked = useSession((state) => state.looksAt);
  const [followed, setFollowed] = useState<typeof looked>(null);
  if (looked !== followed) {
    setFollowed(looked);
    const group = looked?.mirrored === true && looked.place === 'panel' ? holding(groups, looked.id) : undefined;
    if (group !== undefined) {
      setChosen(looked?.id);
      setOpenGroup(group.key);
    }
  }
  const toggle = (id: string): void => {
    setChosen(open === id ? null : id);
    session.setState({ looksAt: open === id ? null : { place: 'panel', id, mirrored: false } });
    const threat = open === id ? undefined : threats.find(({ finding }) => finding.id === id);
    if (threat !== undefined) onOpen?.(threat);
  };
  return (
    <>
      <ul className={styles['list']} aria-label={label}>
        {groups.slice(0, shown).map((group) => (
          <li key={group.key} data-card>
            {group.threats.length === 1 ? (
              <ThreatCard
                threat={group.threats[0]}
                open={open === group.threats[0].finding.id}
                onToggle={() => toggle(group.threats[0].finding.id)}
              />
            ) : (
              <GroupCard
                group={group}
                open={openGroup === group.key}
                openThreat={open}
                onToggle={() => setOpenGroup(openGroup === group.key ? null : group.key)}
                onToggleThreat={toggle}
              />
            )}
          </li>
        ))}
      </ul>
      {groups.length > shown ? (
        <Button onClick={() => setShown(shown + PAGE)}>
          {say(panels.threats.more, { count: Math.min(PAGE, groups.length - shown) })}
        </Button>
      ) : null}
    </>
  );
}

const alone = (threat: Threat): ThreatGroup => ({
  key: threat.finding.id,
  kind: 'rule',
  threats: [threat],
  title: threat.finding.title,
  subject: threat.finding.subjects[0] ?? null,
});

const holding = (groups: readonly ThreatGroup[], id: string): ThreatGroup | undefined =>
  groups.find(({ threats }) => threats.some(({ finding }) => finding.id === id));
