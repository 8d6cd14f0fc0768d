/**
 * Silence while everybody writes cards: what would tell the others what I look at stays here. It is kept from the moment the board opens
 * until the server's document is here and says that nobody writes in silence, and again whenever the server is lost: what goes on then is
 * not known.
 */
import type { Connection } from '@strideboard/connection';
import type { BoardDocument, PresenceChannel } from '@strideboard/document';
import { silentRound } from './phases.ts';
import { UNTOLD } from './untold.ts';

/** Whose silence is kept. */
interface Silence {
  readonly document: Pick<BoardDocument, 'workshop' | 'subscribe' | 'flush'>;
  readonly connection: Pick<Connection, 'state' | 'subscribe'>;
  readonly presence: Pick<PresenceChannel, 'withhold'>;
}

const NOTHING: readonly never[] = [];

/** Keeps it as long as document and connection live. To be called once the workshop can be read. */
export function keepSilence({ document, connection, presence }: Silence): void {
  let wasLive = false;
  const check = (): void => {
    const isLive = connection.state().phase === 'live';
    // What arrived with the server's answer counts before anything is sent.
    if (isLive && !wasLive) document.flush();
    wasLive = isLive;
    presence.withhold(isLive && silentRound(document.workshop()) === null ? NOTHING : UNTOLD);
  };
  document.subscribe(check);
  connection.subscribe(check);
  check();
}
