/** The view for things that lie over the diagram in screen size. */
import type { Viewport } from '../session/session-store.ts';
import { useSession } from '../session/use-session.ts';

const ANY: Viewport = { x: 0, y: 0, zoom: 1 };

/** The view as long as it is needed, so that what shows nothing right now is not rendered for every frame of a pan; otherwise any. */
export const useViewWhile = (isNeeded: boolean): Viewport => useSession(({ viewport }) => (isNeeded ? viewport : ANY));
