/** What a card turned into, and the way there. */
import { cards as words, say } from '@strideboard/words';
import { useMade } from './use-made.ts';
import styles from './WallItem.module.css';

/** One line. */
export function Became({ id }: { readonly id: string }) {
  const made = useMade()(id);
  if (made === null) return <p className={styles['became']}>{words.wall.became.gone}</p>;
  return (
    <p className={styles['became']}>
      <button type="button" onClick={made.open}>
        {say(words.wall.became[made.kind], { title: made.title })}
      </button>
    </p>
  );
}
