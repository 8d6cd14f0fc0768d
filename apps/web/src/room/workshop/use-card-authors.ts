/** Who wrote a card, as it may be shown. */
import type { WorkshopCard } from '@strideboard/model';
import { cards as words } from '@strideboard/words';
import { useMemo } from 'react';
import { useConnection, useModel, useRoom } from '../use-room.ts';
import { useWorkshop } from './use-workshop.ts';

/** Name and colour of an author. */
export interface CardAuthor {
  readonly name: string;
  /** `null` where nobody's is known. */
  readonly colour: string | null;
  readonly isMe: boolean;
}

/** Answers for one card; `null` where its round hides names. One's own name is no secret to oneself. */
export function useAuthors(): (card: WorkshopCard) => CardAuthor | null {
  const { document } = useRoom();
  const me = useConnection(({ principal }) => principal);
  const rounds = useWorkshop((workshop) => workshop.rounds);
  const people = useModel(() => document.people());
  return useMemo(() => {
    const hidden = new Set(rounds.flatMap(({ id, hidesNames }) => (hidesNames ? [id] : [])));
    return ({ author, round }) => {
      if (hidden.has(round)) return null;
      const person = people.get(author);
      const isMe = author === me;
      return { name: person?.name ?? words.wall.someone, colour: person?.colour ?? null, isMe };
    };
  }, [rounds, people, me]);
}
