/** Who changed an element or flow last, and when: asked for by a button, since it takes the server's list of authors. */
import { type ApiResult } from '@strideboard/connection';
import { writersOf } from '@strideboard/document';
import type { Author } from '@strideboard/wire';
import { say, sharing } from '@strideboard/words';
import { History } from 'lucide-react';
import { useState } from 'react';
import { lastChanges } from '../room/last-changes.ts';
import { useAsked, useBoardApi } from '../room/use-board-api.ts';
import { useConnection, useModel, useRoom } from '../room/use-room.ts';
import { Button } from '../ui/Button.tsx';
import { timeText } from '../ui/time-text.ts';
import styles from './ElementTab.module.css';

/** The button, then the answer in its place. */
export function WhoChanged({ id }: { readonly id: string }) {
  const [asked, setAsked] = useState(false);
  return (
    <div>
      {asked ? (
        <Answer id={id} />
      ) : (
        <Button size="small" look="quiet" icon={<History size={14} aria-hidden />} onClick={() => setAsked(true)}>
          {sharing.changed.ask}
        </Button>
      )}
    </div>
  );
}

function Answer({ id }: { readonly id: string }) {
  const words = sharing.changed;
  const room = useRoom();
  const api = useBoardApi();
  const me = useConnection((state) => state.principal);
  const people = useModel((model) => model.people);
  const authors = useAsked((): Promise<ApiResult<readonly Author[]>> => api.authors());
  const { doc } = room.document;
  const now = room.now();
  const list = authors.value;
  if (list === null && authors.problem === null) return <p role="status">{words.asking}</p>;
  const byClient = new Map((list ?? []).map((author) => [author.client, author]));
  const nameOf = (client: number): string => {
    const principal = client === doc.clientID ? me : (byClient.get(client)?.principal ?? null);
    if (principal === null) return words.somebody;
    if (principal === me) return words.you;
    const name = Object.hasOwn(people, principal) ? (people[principal]?.name ?? '') : '';
    return name === '' ? words.somebody : name;
  };
  const seen = lastChanges(doc, () => room.now())(id);
  const earlier = writersOf(doc, id)
    .map((client) => ({ name: nameOf(client), until: byClient.get(client)?.lastAt ?? null }))
    .sort((a, b) => (b.until ?? 0) - (a.until ?? 0));
  const text =
    seen !== null
      ? say(words.last, { who: nameOf(seen.client), when: timeText(seen.at, now) })
      : earlierText(earlier, now);
  return (
    <p role="status" className={styles['changed']}>
      {text}
    </p>
  );
}

/** When exactly is not kept; a writer's last minute on the board is the latest it can have been. */
function earlierText(
  earlier: readonly { readonly name: string; readonly until: number | null }[],
  now: number,
): string {
  const words = sharing.changed;
  const names = [...new Set(earlier.map(({ name }) => name))];
  const until = earlier[0]?.until ?? null;
  if (names.length === 0) return words.unknown;
  const who = names.join(', ');
  return until === null ? say(words.by, { who }) : say(words.before, { who, when: timeText(until, now) });
}
