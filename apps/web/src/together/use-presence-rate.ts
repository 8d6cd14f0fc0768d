/** Says less often what I do where many are: the traffic grows with the square of the people. */
import { useEffect } from 'react';
import { useRoom } from '../room/use-room.ts';

/** Above this many people messages are fewer (document format, “Presence”). */
const MANY = 30;
const PER_SECOND = 20;
const PER_SECOND_OF_MANY = 5;

/** Follows the number of people while mounted. */
export function usePresenceRate(): void {
  const { peers, presence } = useRoom();
  useEffect(() => {
    const adapt = (): void => presence.limit(peers.list().length + 1 > MANY ? PER_SECOND_OF_MANY : PER_SECOND);
    adapt();
    return peers.subscribe(adapt);
  }, [peers, presence]);
}
