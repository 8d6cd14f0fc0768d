/** What the menu of a cluster offers, by who asks. */
import { cards as words, say } from '@strideboard/words';
import type { Role } from '@strideboard/wire';
import type { MenuItem } from '../ui/Menu.tsx';
import type { CardAuthor } from '../room/workshop/use-card-authors.ts';
import { type CardActions, MADE } from './use-card-actions.ts';
import type { CardCluster } from '../room/workshop/card-clusters.ts';

interface ClusterMenuParts {
  readonly cluster: CardCluster;
  readonly clusters: readonly CardCluster[];
  readonly actions: CardActions;
  readonly role: Role | null;
  readonly mayEdit: boolean;
  readonly me: string | null;
  /** Of the card on top; `null` where names are hidden. */
  readonly author: CardAuthor | null;
}

/** The items; none for somebody who may only look. */
export function clusterMenu(
  parts: ClusterMenuParts,
  { onGather, onJoin }: { readonly onGather: () => void; readonly onJoin: () => void },
): readonly MenuItem[] {
  const { cluster, clusters, actions, role, mayEdit, me, author } = parts;
  const { face, cards } = cluster;
  const became = cluster.became[0] ?? null;
  const isMine = face.author === me;
  const editing: readonly MenuItem[] = [
    ...(clusters.length > 1 ? [{ id: 'gather', label: words.wall.gather, run: onGather }] : []),
    ...(became === null
      ? MADE.map((kind, at) => ({
          id: kind,
          label: words.wall.make[kind],
          begins: at === 0,
          run: () => void actions.promote(cluster, kind, author === null),
        }))
      : []),
    ...(became === null ? [{ id: 'same', label: words.wall.same, run: onJoin }] : []),
    { id: 'park', label: words.wall.park, begins: true, run: () => void actions.park(cluster) },
  ];
  const mayWithdraw = cards.length === 1 && ((isMine && role !== 'view') || role === 'facilitate');
  return [
    ...(mayEdit ? editing : []),
    ...(mayWithdraw
      ? [
          {
            id: 'withdraw',
            label: isMine
              ? words.wall.withdraw
              : say(words.wall.withdrawOther, { name: author?.name ?? words.wall.someone }),
            danger: true,
            begins: true,
            run: () => void actions.withdraw(face),
          },
        ]
      : []),
  ];
}
