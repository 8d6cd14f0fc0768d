/** All cards after the reveal, by what they are about. */
import { cards as words, say } from '@strideboard/words';
import { useId, useMemo, useState } from 'react';
import { useModel, useRoom } from '../room/use-room.ts';
import { randomId } from '../room/random-id.ts';
import { useRole, useWorkshop } from '../room/workshop/use-workshop.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useCardBoxStore } from './card-box.ts';
import { Composer } from './Composer.tsx';
import { KeptCards } from './KeptCards.tsx';
import { LeadBar } from './LeadBar.tsx';
import { NamesSwitch } from './NamesSwitch.tsx';
import styles from './Wall.module.css';
import { type CardCluster, clusterCards, shownCards } from '../room/workshop/card-clusters.ts';
import { groupWall, type WallGroup } from './wall-groups.ts';
import { useNameOf } from './LinkField.tsx';
import { WallItem } from './WallItem.tsx';

/** The wall. */
export function Wall() {
  const role = useRole();
  const workshop = useWorkshop((all) => all);
  const { cards: all, rounds } = workshop;
  const targets = useTargets();
  const cards = useMemo(() => shownCards({ cards: all, rounds }, 'threat'), [all, rounds]);
  const clusters = useMemo(() => clusterCards(cards), [cards]);
  const groups = useMemo(() => groupWall(clusters, targets), [clusters, targets]);
  const last = rounds.at(-1);
  const isShown = last?.state === 'revealed';
  const people = new Set(cards.map(({ author }) => author)).size;
  return (
    <div className={styles['view']}>
      {role === 'facilitate' ? <LeadBar round={null} /> : null}
      {cards.length === 0 ? (
        <EmptyState title={words.wall.emptyTitle} text={isShown ? words.wall.emptyShown : words.wall.empty} />
      ) : (
        <div className={styles['head']}>
          <p>{say(words.wall.counted, { count: cards.length, people: say(words.wall.people, { count: people }) })}</p>
          {last === undefined ? null : <NamesSwitch round={last} />}
        </div>
      )}
      {last === undefined || last.prompt === '' ? null : (
        <p className={styles['prompt']}>{say(words.wall.round, { prompt: last.prompt })}</p>
      )}
      {groups.map((group) => (
        <Group key={group.target ?? ''} group={group} clusters={clusters} />
      ))}
      {isShown && role !== null && role !== 'view' ? <LateCard round={last.id} /> : null}
      <KeptCards round={null} />
    </div>
  );
}

/** Ids of all elements, then flows, that cards can be about. */
function useTargets(): readonly string[] {
  const room = useRoom();
  const index = useModel(() => room.index());
  return useMemo(() => [...index.elements.keys(), ...index.flows.keys()], [index]);
}

interface GroupProps {
  readonly group: WallGroup;
  /** All of them: what a card can be put together with. */
  readonly clusters: readonly CardCluster[];
}

function Group({ group: { target, clusters: inside }, clusters }: GroupProps) {
  const nameOf = useNameOf();
  const id = useId();
  const name = target === null ? words.wall.noTarget : nameOf(target);
  return (
    <section aria-labelledby={id} className={styles['group']}>
      <h3 id={id} className={styles['target']}>
        {name} <span>{inside.length}</span>
      </h3>
      <ul className={styles['grid']}>
        {inside.map((cluster) => (
          <WallItem key={cluster.key} cluster={cluster} clusters={clusters} under={target} />
        ))}
      </ul>
    </section>
  );
}

/** A card for what came to mind after the reveal: seen at once, and marked late. */
function LateCard({ round }: { readonly round: string }) {
  const room = useRoom();
  const box = useCardBoxStore();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <div>
        <Button size="small" onClick={() => setOpen(true)}>
          {words.write.late}
        </Button>
      </div>
    );
  return (
    <div className={styles['late']}>
      <p>{words.write.lateHint}</p>
      <Composer
        begins
        name="late"
        label={words.write.label}
        save={words.write.late}
        onCancel={() => setOpen(false)}
        onSave={(draft) => box.getState().put({ ...draft, id: randomId(), round, at: room.now(), late: true })}
      />
    </div>
  );
}
