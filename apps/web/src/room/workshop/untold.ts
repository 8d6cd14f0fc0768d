import type { PresenceField } from '@strideboard/wire';

/** What nobody tells while everybody writes in silence (design: document, “Presence”). */
export const UNTOLD: readonly PresenceField[] = ['cursor', 'selection', 'typing', 'drag'];
