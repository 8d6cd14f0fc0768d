/** The names that fit what is typed after `@`. The focus stays in the text; the list is steered from there. */
import { comments as words, say } from '@strideboard/words';
import { initials } from '../ui/initials.ts';
import type { KnownName } from './mentions.ts';
import styles from './MentionList.module.css';

interface MentionListProps {
  readonly id: string;
  readonly options: readonly KnownName[];
  readonly active: number;
  readonly onTake: (name: KnownName) => void;
}

/** The id of one option, which the text field names as the active one. */
export const mentionOptionId = (id: string, at: number): string => `${id}-${at}`;

/** The list; a sentence where nobody fits. */
export function MentionList({ id, options, active, onTake }: MentionListProps) {
  return (
    <div className={styles['names']}>
      <p className={options.length === 0 ? styles['none'] : 'visually-hidden'} role="status">
        {options.length === 0 ? words.mention.none : say(words.mention.count, { count: options.length })}
      </p>
      {options.length === 0 ? null : (
        <div id={id} role="listbox" aria-label={words.mention.list} className={styles['list']}>
          {options.map((option, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are answered by the field that has the focus
            // biome-ignore lint/a11y/useFocusableInteractive: as above; the field names the active option
            <div
              key={option.principal}
              id={mentionOptionId(id, at)}
              role="option"
              aria-selected={at === active}
              className={styles['option']}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onTake(option)}
            >
              <span className={styles['avatar']} style={{ background: option.colour ?? undefined }} aria-hidden="true">
                {initials(option.name)}
              </span>
              <bdi className={styles['name']}>{option.name}</bdi>
              {option.isMe || option.isHere ? (
                <span className={styles['what']}>{option.isMe ? words.mention.me : words.mention.here}</span>
              ) : null}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
