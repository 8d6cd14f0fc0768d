/** What can be done with cards that everybody sees; what was refused is told, what was done is said. */
import { createRegisterCommands, type CommandResult, type ParkedEnd } from '@strideboard/document';
import type { WorkshopCard } from '@strideboard/model';
import { cards as words, say } from '@strideboard/words';
import { useMemo } from 'react';
import { randomId } from '../room/random-id.ts';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useReport } from '../ui/use-report.ts';
import { short } from '../room/workshop/short-text.ts';
import type { CardCluster } from '../room/workshop/card-clusters.ts';

/** What cards may turn into. */
export const MADE = ['threat', 'assumption', 'decision', 'question'] as const;
/** One of {@link MADE}. */
type MadeKind = (typeof MADE)[number];

/** The actions; each says whether it was done. */
export interface CardActions {
  readonly gather: (keys: readonly string[], into: WorkshopCard) => boolean;
  readonly release: (card: WorkshopCard) => boolean;
  /** `namesHidden` leaves authors out of the text. */
  readonly promote: (cluster: CardCluster, kind: MadeKind, namesHidden?: boolean) => boolean;
  /** They say what the engine found as well: the found threat stands for both. */
  readonly join: (cluster: CardCluster, threat: { readonly id: string; readonly label: string }) => boolean;
  readonly park: (cluster: CardCluster) => boolean;
  readonly unpark: (card: WorkshopCard) => boolean;
  readonly withdraw: (card: WorkshopCard) => boolean;
  readonly settle: (card: WorkshopCard, end: ParkedEnd | null, ticket?: string) => boolean;
  readonly note: (text: string, on: readonly string[]) => boolean;
}

const TITLE_LIMIT = 300;

/** The actions for the open board. */
export function useCardActions(): CardActions {
  const { live: room } = useRoom();
  const session = useSessionStore();
  const report = useReport();
  return useMemo(() => {
    const { document } = room;
    const commands = createRegisterCommands(room.commandsOptions);
    const done = (result: CommandResult, said = ''): boolean => {
      const isDone = report(result);
      document.flush();
      if (isDone && said !== '') session.getState().announce(said);
      return isDone;
    };
    const nameOf = (principal: string): string => document.people().get(principal)?.name ?? words.wall.someone;
    return {
      gather: (keys, into) =>
        done(
          commands.gatherCards({ cards: keys, into: into.key }),
          say(words.wall.gathered, { text: short(into.text) }),
        ),
      release: ({ key }) => done(commands.releaseCard({ card: key }), words.wall.tookOut),
      promote: (cluster, kind, namesHidden = false) => {
        const { face, cards, on, letters } = cluster;
        const [line = ''] = face.text.trim().split('\n');
        const title = Array.from(line).slice(0, TITLE_LIMIT).join('').slice(0, TITLE_LIMIT);
        const quote = ({ text, author }: WorkshopCard): string =>
          namesHidden ? say(words.wall.quoteNameless, { text }) : say(words.wall.quote, { text, name: nameOf(author) });
        const text = cards.length === 1 && face.text.trim() === title ? '' : cards.map(quote).join('\n\n');
        const keys = cards.map(({ key }) => key);
        const result = commands.promoteCards({
          ...{ cards: keys, kind, title, text, on },
          ...(kind === 'threat' ? { letters } : {}),
        });
        if (!done(result)) return false;
        const [id] = result.ok ? result.ids : [];
        session.getState().tell({
          text: say(words.wall.made[kind], { title: short(title) }),
          action: {
            label: words.wall.openMade,
            run: () => session.getState().showReview(kind === 'threat' ? 'register' : 'records', id),
          },
        });
        return true;
      },
      join: ({ cards }, { id, label }) =>
        done(
          commands.joinCards({ cards: cards.map(({ key }) => key), threat: id }),
          say(words.wall.sameDone, { title: label }),
        ),
      park: ({ cards }) =>
        done(commands.parkCards({ cards: cards.map(({ key }) => key), parked: true }), words.wall.parked),
      unpark: ({ key }) => done(commands.parkCards({ cards: [key], parked: false })),
      withdraw: ({ key }) => done(commands.withdrawCard({ card: key }), words.wall.withdrew),
      settle: ({ key }, end, ticket = '') => done(commands.settleCard({ card: key, end, ticket })),
      note: (text, on) => {
        const card = { id: randomId(), round: '', lane: 'park', letters: [], on, text, at: room.now() } as const;
        return done(commands.publishCards({ cards: [card] }), say(words.parking.done, { text: short(text) }));
      },
    };
  }, [room, session, report]);
}
