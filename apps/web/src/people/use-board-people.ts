/** People of the board from three sources: who is here (presence), who wrote (the server), what they are called (the document). */
import type { ParticipantSummary, Role } from '@strideboard/wire';
import { isRole } from '@strideboard/wire';
import { say, sharing } from '@strideboard/words';
import { useMemo } from 'react';
import type { Peer } from '../room/peers.ts';
import { roleNow } from '../room/room.ts';
import { usePeers } from '../room/use-peers.ts';
import { useConnection, useModel } from '../room/use-room.ts';
import { useEnvironment } from '../session/environment.ts';
import { compareNames } from '../session/in-language.ts';
import { useWords } from '../session/words.ts';

/** One person as the list shows them. */
export interface BoardPerson {
  readonly principal: string;
  readonly name: string;
  readonly colour: string | null;
  readonly isMe: boolean;
  /** What they may do now; `null` for somebody who is not here. */
  readonly role: Role | null;
  /** In how many windows they are seen here. */
  readonly tabs: number;
  /** ms since 1970. */
  readonly lastWroteAt: number | null;
  readonly removedAt: number | null;
  /** The window to follow; `null` for oneself and for who is not here. */
  readonly window: number | null;
  /** Principal of the person they follow; `null` for nobody. */
  readonly follows: string | null;
}

/** Me first, then who is here, then who wrote last. `known` is what the server told a facilitator. */
export function useBoardPeople(known: readonly ParticipantSummary[] | null): readonly BoardPerson[] {
  const peers = usePeers();
  const named = useModel((model) => model.people);
  const me = useConnection((state) => state.principal);
  const myRole = useConnection(roleNow);
  const myColour = useConnection((state) => state.colour);
  const { memory } = useEnvironment();
  const { start } = useWords();
  const myName = memory.preferences().name ?? start.guest;
  return useMemo(() => {
    const here = new Map<string, readonly Peer[]>();
    for (const peer of peers) here.set(peer.principal, [...(here.get(peer.principal) ?? []), peer]);
    const told = new Map((known ?? []).map((one) => [one.principal, one]));
    const principals = new Set([...(me === null ? [] : [me]), ...here.keys(), ...told.keys()]);
    const people = [...principals].map((principal): BoardPerson => {
      const tabs = here.get(principal) ?? [];
      const [peer] = tabs;
      const summary = told.get(principal);
      const isMe = principal === me;
      const contributor = Object.hasOwn(named, principal) ? named[principal] : undefined;
      const name = isMe ? myName : (peer?.presence.user.name ?? contributor?.name ?? '');
      return {
        principal,
        name: name === '' ? say(sharing.people.unnamedPart, { part: principal.slice(0, 4) }) : name,
        colour: isMe ? myColour : (peer?.colour ?? contributor?.colour ?? null),
        isMe,
        role: isMe ? myRole : (roleOf(peer) ?? summary?.role ?? null),
        tabs: tabs.length + (isMe ? 1 : 0),
        lastWroteAt: summary?.lastWroteAt ?? null,
        removedAt: summary?.removedAt ?? null,
        window: isMe ? null : (peer?.client ?? null),
        follows: tabs.find(({ presence }) => presence.follow !== null)?.presence.follow ?? null,
      };
    });
    return people.sort((a, b) => rank(a) - rank(b) || (b.lastWroteAt ?? 0) - (a.lastWroteAt ?? 0) || byName(a, b));
  }, [peers, named, me, myRole, myColour, myName, known]);
}

const rank = ({ isMe, tabs, role }: BoardPerson): number => (isMe ? 0 : tabs > 0 || role !== null ? 1 : 2);
const byName = (a: BoardPerson, b: BoardPerson): number => compareNames(a.name, b.name);

/** The role the server stamped on their presence. */
function roleOf(peer: Peer | undefined): Role | null {
  const role = peer?.presence.user.role;
  return isRole(role) ? role : null;
}
