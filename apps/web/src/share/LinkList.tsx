/** The links of the board as facilitators see them: whom each is for, how long it works, and a way to end it. */
import type { LinkSummary } from '@strideboard/wire';
import { say, sharing } from '@strideboard/words';
import { useState } from 'react';
import { useModel, useRoom } from '../room/use-room.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { timeText } from '../ui/time-text.ts';
import styles from './ShareDialog.module.css';

interface LinkListProps {
  readonly links: readonly LinkSummary[];
  readonly onRevoke: (linkId: string) => void;
}

/** Links that were not revoked, the newest last as they were made. */
export function LinkList({ links, onRevoke }: LinkListProps) {
  const words = sharing.links;
  const room = useRoom();
  const people = useModel((model) => model.people);
  const [asked, setAsked] = useState<string | null>(null);
  const now = room.now();
  const nameOf = (link: LinkSummary): string =>
    link.label === null ? sharing.roles[link.role] : `${sharing.roles[link.role]} · ${link.label}`;
  const when = ({ createdAt, createdBy, expiresAt }: LinkSummary): string => {
    const made = timeText(createdAt, now);
    const who = createdBy === null ? undefined : people[createdBy]?.name;
    const begin = who === undefined ? say(words.made, { when: made }) : say(words.madeBy, { when: made, who });
    if (expiresAt === null) return begin;
    return `${begin} · ${say(expiresAt > now ? words.until : words.over, { when: timeText(expiresAt, now) })}`;
  };
  return (
    <section>
      <h3>{words.existing}</h3>
      <p className={styles['hint']}>{words.existingHint}</p>
      <ul className={styles['links']}>
        {links.map((one) => {
          const isMine = one.linkId === room.link.linkId;
          return (
            <li key={one.linkId} data-over={(one.expiresAt !== null && one.expiresAt <= now) || undefined}>
              <div className={styles['link']}>
                <span>
                  <strong>{nameOf(one)}</strong>
                  <span className={styles['hint']}>{`${when(one)}${isMine ? ` · ${words.thisOne}` : ''}`}</span>
                </span>
                {isMine || asked === one.linkId ? null : (
                  <Button
                    size="small"
                    look="danger"
                    aria-label={say(words.revokeNamed, { link: nameOf(one) })}
                    onClick={() => setAsked(one.linkId)}
                  >
                    {words.revoke}
                  </Button>
                )}
              </div>
              {asked === one.linkId ? (
                <Confirm
                  ask={words.revokeAsk}
                  yes={words.revokeYes}
                  no={words.revokeNo}
                  onYes={() => {
                    setAsked(null);
                    onRevoke(one.linkId);
                  }}
                  onNo={() => setAsked(null)}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
