/** Packs that this browser keeps and the board does not use. */
import { packs, say } from '@strideboard/words';
import { useEffect, useState } from 'react';
import type { PackName } from '../packs/pack-store.ts';
import { useModel, usePacks, useRoom } from '../room/use-room.ts';
import { Button } from '../ui/Button.tsx';
import { ForgetPack } from './ForgetPack.tsx';
import styles from './PacksDialog.module.css';

interface OtherPacksProps {
  /** Changes whenever the shelf may hold others. */
  readonly stamp: unknown;
  readonly onForget: (pack: readonly [id: string, version: string], name: string) => void;
}

/** The list; nothing where there are none. */
export function OtherPacks({ stamp, onForget }: OtherPacksProps) {
  const words = packs.board;
  const room = useRoom();
  const inUse = usePacks((state) => state);
  const named = useModel(({ settings }) => settings.packs);
  const [kept, setKept] = useState<readonly PackName[]>([]);
  useEffect(() => {
    let isOver = false;
    void room.packs
      .keeper()
      .then((keeper) => keeper.kept())
      .then((found) => {
        if (!isOver) setKept(found);
      });
    return () => {
      isOver = true;
    };
  }, [room, inUse, stamp]);
  const others = kept.filter(({ id, version }) => !named.some((one) => one[0] === id && one[1] === version));
  if (others.length === 0) return null;
  return (
    <section className={styles['others']} aria-label={words.others}>
      <h3>{words.others}</h3>
      <p className={styles['hint']}>{words.othersHint}</p>
      <ul className={styles['rows']}>
        {others.map((pack) => (
          <OtherPack
            key={`${pack.id} ${pack.version}`}
            name={say(words.nameOnly, { id: pack.id, version: pack.version })}
            onForget={(name) => onForget([pack.id, pack.version], name)}
          />
        ))}
      </ul>
    </section>
  );
}

interface OtherPackProps {
  readonly name: string;
  readonly onForget: (name: string) => void;
}

function OtherPack({ name, onForget }: OtherPackProps) {
  const words = packs.board;
  const [asking, setAsking] = useState(false);
  return (
    <li className={styles['row']}>
      <div className={styles['what']}>
        <strong>{name}</strong>
      </div>
      <Button
        size="small"
        aria-label={say(words.forgetNamed, { pack: name })}
        aria-expanded={asking}
        onClick={() => setAsking(!asking)}
      >
        {words.forget}
      </Button>
      {asking ? (
        <ForgetPack name={name} isNamed={false} onRemove={null} onForget={onForget} onCancel={() => setAsking(false)} />
      ) : null}
    </li>
  );
}
