/** Following and bringing everyone, as actions: one for each person who is here. */
import { following as words, say } from '@strideboard/words';
import { followPeer, stopFollowingPeer } from '../../room/following.ts';
import type { Invitations } from '../../room/invitations.ts';
import type { PersonHere } from '../../room/people.ts';
import type { Offer } from '../../room/spotlight.ts';
import type { Action } from '../../session/action-registry.ts';
import type { Bench } from '../bench.ts';

/** What the actions are about. */
interface FollowActionsOptions {
  readonly people: readonly PersonHere[];
  readonly offer: Offer | null;
  readonly invitations: Invitations;
  readonly atOnce: { readonly read: () => boolean; readonly set: (on: boolean) => void };
}

/** The list, as things are now. */
export function followActions(
  { room, session }: Pick<Bench, 'room' | 'session'>,
  { people, offer, invitations, atOnce }: FollowActionsOptions,
): readonly Action[] {
  const me = room.connection.state().principal;
  const mayLead = (): boolean => room.connection.state().role === 'facilitate';
  const leads = (): boolean => session.getState().leads;
  const follow = people
    .filter(({ principal }) => principal !== me)
    .map(
      (person): Action => ({
        id: `follow-${person.client}`,
        group: 'view',
        label: say(words.follow, { name: person.name }),
        keywords: words.followKeywords,
        isPossible: () => session.getState().following?.client !== person.client,
        run: () => void followPeer(room, session, person),
      }),
    );
  const answers = (name: string): readonly Action[] => [
    { id: 'spotlight-accept', group: 'view', label: say(words.acceptNamed, { name }), run: () => invitations.accept() },
    {
      id: 'spotlight-decline',
      group: 'view',
      label: say(words.declineNamed, { name }),
      run: () => invitations.decline(),
    },
  ];
  return [
    ...(offer === null ? [] : answers(offer.person.name)),
    ...follow,
    {
      id: 'follow-stop',
      group: 'view',
      label: words.stopAll,
      keywords: words.followKeywords,
      isPossible: () => session.getState().following !== null,
      run: () => stopFollowingPeer(room, session),
    },
    ...(['ask', 'now'] as const).map(
      (mode): Action => ({
        id: mode === 'ask' ? 'spotlight-ask' : 'spotlight-now',
        group: 'view',
        label: mode === 'ask' ? words.bring : words.take,
        keywords: words.bringKeywords,
        isPossible: mayLead,
        run: () => void invitations.bring(mode),
      }),
    ),
    {
      id: 'spotlight-end',
      group: 'view',
      label: words.bringEnd,
      keywords: words.bringKeywords,
      isPossible: leads,
      run: () => session.setState({ leads: false }),
    },
    {
      id: 'spotlight-at-once',
      group: 'view',
      label: words.atOnce,
      keywords: words.atOnceKeywords,
      isOn: atOnce.read,
      run: () => atOnce.set(!atOnce.read()),
    },
  ];
}
