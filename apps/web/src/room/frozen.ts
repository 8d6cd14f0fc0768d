/** What facilitators have locked for everybody else. The server enforces it; this mirrors it. */
import type { FacilitatorLock } from '@strideboard/model';
import type { Room } from './room.ts';

/** The lock that keeps this person from changing an element or flow; `undefined` for none, and for facilitators. */
export function frozenFor(room: Pick<Room, 'document' | 'connection'>, id: string): FacilitatorLock | undefined {
  if (room.connection.state().role === 'facilitate') return undefined;
  return room.document.workshop().locks.find((lock) => lock.id === id);
}
