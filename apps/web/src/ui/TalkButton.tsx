/** The way from something to the conversations about it, or to a new one; nothing for who may neither read nor begin any. */
import type { CommentAnchor } from '@strideboard/model';
import { comments as words, say } from '@strideboard/words';
import { MessageSquare } from 'lucide-react';
import { useModel } from '../room/use-room.ts';
import { useRole } from '../room/workshop/use-workshop.ts';
import { useSessionStore } from '../session/use-session.ts';
import { Button } from './Button.tsx';

interface TalkButtonProps {
  readonly anchor: Extract<CommentAnchor, { readonly id: string }>;
  /** What it is called. */
  readonly name: string;
}

/** The button; with a number where there are open conversations. */
export function TalkButton({ anchor, name }: TalkButtonProps) {
  const session = useSessionStore();
  const role = useRole();
  const ids = useModel(({ comments }) =>
    comments
      .filter(
        (thread) =>
          thread.state === 'open' &&
          thread.anchor?.kind === anchor.kind &&
          thread.anchor.id === anchor.id &&
          !thread.messages.every(({ gone }) => gone),
      )
      .map(({ id }) => id)
      .join(' '),
  )
    .split(' ')
    .filter(Boolean);
  const [first] = ids;
  if (first === undefined && (role === null || role === 'view')) return null;
  const count = ids.length;
  return (
    <Button
      size="small"
      icon={<MessageSquare size={13} aria-hidden />}
      aria-label={
        count === 0 ? say(words.buttonOn, { target: name }) : say(words.buttonCountOn, { count, target: name })
      }
      onClick={() =>
        session.setState({
          talk:
            first === undefined
              ? { kind: 'new', anchor }
              : count === 1
                ? { kind: 'thread', id: first }
                : { kind: 'several', ids },
        })
      }
    >
      {count === 0 ? words.button : say(words.buttonCount, { count })}
    </Button>
  );
}
