/**
 * What becomes of my hidden cards when their round ends. Revealed: all of them are published in one step, by whichever of my tabs is first,
 * and only what the server has stored is taken out of this browser. A tab that was away at the reveal marks them late. Discarded: they stay
 * here, for their author to decide.
 */
import { createRegisterCommands, type PublishedCard } from '@strideboard/document';
import { cards as words, say } from '@strideboard/words';
import type { Room } from '../room/room.ts';
import { silentRound } from '../room/workshop/phases.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { CardBoxStore } from './card-box.ts';

interface PublishingOptions {
  readonly room: Pick<Room, 'document' | 'connection' | 'presence' | 'commandsOptions'>;
  readonly session: SessionStore;
  readonly box: CardBoxStore;
}

/** Watches rounds and cards. To be started once the workshop can be read; returns the way to stop. */
export function startPublishing({ room, session, box }: PublishingOptions): () => void {
  const { document, connection, presence } = room;
  const commands = createRegisterCommands(room.commandsOptions);
  /** The round I saw running while connected, without a break since: its reveal does not find me away. */
  let witnessed: string | null = null;
  let told: string | null = null;
  let sealed: number | null = null;

  const publish = (): void => {
    const { principal, waiting } = connection.state();
    const { rounds, cards } = document.workshop();
    const revealed = new Set(rounds.flatMap(({ id, state }) => (state === 'revealed' ? [id] : [])));
    const mine = box.getState().cards.filter(({ round }) => revealed.has(round));
    if (mine.length === 0 || principal === null) return;
    const known = new Set(cards.map(({ key }) => key));
    const isOut = ({ id }: { readonly id: string }): boolean => known.has(`${principal}|${id}`);
    const out = mine.filter(isOut);
    if (out.length > 0 && waiting === 0) box.getState().remove(out.map(({ id }) => id));
    const ready = mine
      .filter((card) => !isOut(card))
      .map((card): PublishedCard => ({ ...card, lane: 'threat', late: card.late || card.round !== witnessed }));
    if (ready.length === 0 || !commands.publishCards({ cards: ready }).ok) return;
    document.flush();
    const written = new Set(mine.filter(({ late }) => late).map(({ id }) => id));
    const sent = ready.filter(({ id }) => !written.has(id));
    const late = sent.filter((card) => card.late).length;
    if (late > 0) tell(say(words.shown.late, { count: late }));
    else if (sent.length > 0) tell(say(words.shown.told, { count: sent.length }));
  };
  const tell = (text: string): void => {
    const { review } = session.getState();
    const action = { label: words.shown.open, run: () => session.getState().showReview('cards') };
    session.getState().tell(review === 'cards' ? { text } : { text, action });
  };
  /** Told once, by whoever saw it happen. */
  const tellEnd = (): void => {
    const ended = document.workshop().rounds.find(({ id }) => id === witnessed);
    if (ended === undefined || ended.state === 'silent' || told === ended.id) return;
    told = ended.id;
    const count = box.getState().cards.filter(({ round }) => round === ended.id).length;
    if (ended.state === 'discarded' && count > 0) tell(say(words.shown.discarded, { count }));
    else if (ended.state === 'revealed' && count === 0) tell(words.shown.toldNone);
  };
  const share = (count: number | null): void => {
    if (count === sealed) return;
    sealed = count;
    presence.set({ sealed: count });
  };
  let isBusy = false;
  let wasLive = false;
  const check = (): void => {
    if (isBusy) return;
    isBusy = true;
    const isLive = connection.state().phase === 'live';
    // What the server's answer brought counts before anything is said about it.
    if (isLive && !wasLive) document.flush();
    wasLive = isLive;
    const silent = silentRound(document.workshop());
    share(silent === null ? null : box.getState().cards.filter(({ round }) => round === silent.id).length);
    if (isLive) {
      tellEnd();
      publish();
    }
    if (!isLive || silent !== null) witnessed = isLive ? (silent?.id ?? null) : null;
    isBusy = false;
  };
  const stops = [document.subscribe(check), connection.subscribe(check), box.subscribe(check)];
  check();
  return () => {
    for (const stop of stops) stop();
    share(null);
  };
}
