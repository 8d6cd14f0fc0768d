/** Who wrote a card, and whether it came late. */
import type { WorkshopCard } from '@strideboard/model';
import { cards as words } from '@strideboard/words';
import { classes } from '../ui/Button.tsx';
import type { CardAuthor } from '../room/workshop/use-card-authors.ts';
import styles from './WallItem.module.css';

interface AuthorProps {
  /** `null` where names are hidden. */
  readonly author: CardAuthor | null;
  readonly card: WorkshopCard;
}

/** One line. */
export function Author({ author, card }: AuthorProps) {
  return (
    <p className={styles['author']}>
      {author === null ? null : (
        <>
          <i
            className={classes(styles['dot'], author.colour === null && styles['nobody'])}
            style={author.colour === null ? undefined : { background: author.colour }}
            aria-hidden="true"
          />
          <span className={styles['name']}>{author.name}</span>
        </>
      )}
      {card.late ? (
        <span className={styles['lateMark']} title={words.wall.lateHint}>
          {words.wall.late}
        </span>
      ) : null}
    </p>
  );
}
