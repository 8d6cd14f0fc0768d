/** My dots from components. */
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useConnection, useRoom } from '../room/use-room.ts';
import { createDotBox, type DotBox, type DotChannel, type MyDots, NO_DOTS } from './dot-box.ts';

/** My dots on one ballot and how they change. */
export interface Dots {
  readonly mine: MyDots;
  readonly isDurable: boolean;
  readonly change: (change: (mine: MyDots) => MyDots) => void;
}

const NO_BOX = (): (() => void) => () => undefined;

/** Provides the box that a view opened. */
export const DotBoxContext = createContext<DotBox | null>(null);

/** A box for as long as the component is there; every part of the page that wants one may open its own. */
export function useDotBox(): DotBox {
  const { link } = useRoom();
  const [box] = useState(() => createDotBox(link.roomId, browserStorage(), () => openChannel(link.roomId)));
  useEffect(() => box.start(), [box]);
  return box;
}

/** My dots on a ballot, following every window of this browser. */
export function useDots(ballot: string): Dots {
  const box = useContext(DotBoxContext);
  const known = useConnection((state) => state.principal);
  const principal = known ?? box?.lastPrincipal() ?? null;
  const mine = useSyncExternalStore(box?.subscribe ?? NO_BOX, () =>
    box === null || principal === null ? NO_DOTS : box.of({ principal, ballot }),
  );
  return {
    mine,
    isDurable: box?.durable() ?? true,
    change: (change) => {
      if (box !== null && principal !== null) box.update({ principal, ballot }, change);
    },
  };
}

function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null; // some private modes throw on the mere access
  }
}

function openChannel(roomId: string): DotChannel | null {
  try {
    return new BroadcastChannel(`strideboard.dots.${roomId}`);
  } catch {
    return null; // withheld together with the storage: this window is then alone
  }
}
