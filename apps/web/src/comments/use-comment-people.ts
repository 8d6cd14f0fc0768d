/** Who writes and who can be named: people of the board, present and past, and oneself. */
import { comments as words, say } from '@strideboard/words';
import { useMemo } from 'react';
import { usePeople } from '../room/people.ts';
import { useConnection, useModel, useRoom } from '../room/use-room.ts';
import { useEnvironment } from '../session/environment.ts';
import { type NameTable, nameTable } from './comment-parts.ts';
import { type KnownName, plainName } from './mentions.ts';
import { browserStorage, readMemory } from './seen-memory.ts';

/** The people as comments need them. */
export interface CommentPeople {
  /** Principal; `null` before the server has said it. */
  readonly me: string | null;
  /** Everybody who can be named, once for each person. */
  readonly names: readonly KnownName[];
  /** Those, and what I was called before: for reading. */
  readonly readable: NameTable;
  readonly nameOf: (principal: string) => string;
  /** The name, and that it is me. */
  readonly calledOf: (principal: string) => string;
  /** CSS hex; `null` when it is not known. */
  readonly colourOf: (principal: string) => string | null;
}

/** The people as of now. */
export function useCommentPeople(): CommentPeople {
  const here = usePeople();
  const known = useModel((model) => model.people);
  const me = useConnection((state) => state.principal);
  const colour = useConnection((state) => state.colour);
  const { memory } = useEnvironment();
  const { link } = useRoom();
  const myName = plainName(memory.preferences().name ?? '');
  return useMemo(() => {
    const people = new Map<string, KnownName>();
    const add = (principal: string, given: Omit<KnownName, 'principal' | 'isMe'>): void => {
      const name = plainName(given.name);
      if (name !== '' && principal !== '') people.set(principal, { ...given, name, principal, isMe: principal === me });
    };
    for (const [principal, person] of Object.entries(known)) add(principal, { ...person, isHere: false });
    for (const { principal, name, colour: theirs } of here)
      if (principal !== me) add(principal, { name, colour: theirs, isHere: true });
    if (me !== null) add(me, { name: myName, colour, isHere: true });
    const names = [...people.values()];
    const earlier = (me === null ? [] : (readMemory(browserStorage(), link.roomId)?.names ?? [])).flatMap((name) =>
      me === null || plainName(name) === '' ? [] : [{ principal: me, name }],
    );
    const nameOf = (principal: string): string => people.get(principal)?.name ?? words.someone;
    return {
      me,
      names,
      readable: nameTable([...names, ...earlier]),
      nameOf,
      calledOf: (principal) => (principal === me ? say(words.you, { name: nameOf(principal) }) : nameOf(principal)),
      colourOf: (principal) => people.get(principal)?.colour ?? null,
    };
  }, [here, known, me, colour, myName, link]);
}
