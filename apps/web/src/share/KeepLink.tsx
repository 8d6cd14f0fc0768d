/** Asks a facilitator once per board to keep the link that leads it: nobody but the operator could make another. Shows nothing itself. */
import { formatBoardLink } from '@strideboard/wire';
import { sharing } from '@strideboard/words';
import { useEffect, useEffectEvent } from 'react';
import { useConnection, useRoom } from '../room/use-room.ts';
import { useEnvironment } from '../session/environment.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';

/** The first minutes belong to the drawing, ms. */
const ASK_AFTER_MS = 180_000;

/** Asks after a few minutes, or as soon as the share dialog was closed. */
export function KeepLink(): null {
  const words = sharing.links;
  const { link } = useRoom();
  const { memory } = useEnvironment();
  const session = useSessionStore();
  const facilitates = useConnection((state) => state.role === 'facilitate');
  const isSharing = useSession((state) => state.dialog === 'share');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(formatBoardLink(link, location.origin));
      session.getState().tell({ text: words.keepCopied });
    } catch {
      session.getState().openDialog('share'); // plain http has no clipboard: there the link can be selected
    }
  };
  const ask = useEffectEvent(() => {
    if (!facilitates || memory.board(link.roomId)?.keptLink === true) return;
    memory.remember(link.roomId, { keptLink: true });
    session.getState().tell({ text: words.keepPrompt, action: { label: words.keepCopy, run: () => void copy() } });
  });
  useEffect(() => {
    if (isSharing) return () => ask();
    const timer = setTimeout(() => ask(), ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isSharing]);
  return null;
}
