/** The text of a comment: lines as they were typed, links that say where they lead, names that stand out. Never markup. */
import { useMemo } from 'react';
import { commentParts } from './comment-parts.ts';
import styles from './CommentBody.module.css';
import type { CommentPeople } from './use-comment-people.ts';

interface CommentBodyProps {
  readonly body: string;
  readonly people: CommentPeople;
}

/** The text; what it does to the direction of writing stays inside. */
export function CommentBody({ body, people }: CommentBodyProps) {
  const parts = useMemo(() => commentParts(body, people.readable), [body, people.readable]);
  return (
    <p className={styles['body']} dir="auto">
      {parts.map((part, at) => {
        if (part.kind === 'text') return <bdi key={at}>{part.text}</bdi>;
        if (part.kind === 'link')
          return (
            <bdi key={at}>
              <a href={part.href} title={part.href} target="_blank" rel="noopener noreferrer nofollow ugc">
                {part.text}
              </a>
            </bdi>
          );
        return (
          <bdi key={at} className={styles['name']} data-me={part.principals.includes(people.me ?? '') || undefined}>
            {part.text}
          </bdi>
        );
      })}
    </p>
  );
}
