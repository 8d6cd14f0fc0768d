// How much one socket may say: presence beyond the rate is dropped, everything else beyond it ends the socket.

import { MESSAGE } from '@strideboard/wire';
import type { Limits } from '../config.ts';
import { createBuckets } from '../token-bucket.ts';

/** What to do with a frame: take it, drop it silently, or end the socket. */
type Pace = (frame: Uint8Array, now: number) => 'take' | 'drop' | 'too-much';

/** The pace of one socket. */
export function createPace(
  limits: Pick<Limits, 'awarenessPerSecond' | 'messagesPerSecond' | 'messageBurst' | 'bytesPerSecond' | 'byteBurst'>,
): Pace {
  const { awarenessPerSecond } = limits;
  const presence = createBuckets({ perSecond: awarenessPerSecond, burst: 2 * awarenessPerSecond });
  const messages = createBuckets({ perSecond: limits.messagesPerSecond, burst: limits.messageBurst });
  const bytes = createBuckets({ perSecond: limits.bytesPerSecond, burst: limits.byteBurst });
  return (frame, now) => {
    if (!bytes.take('', now, frame.byteLength)) return 'too-much';
    if (frame[0] === MESSAGE.awareness) return presence.take('', now) ? 'take' : 'drop';
    return messages.take('', now) ? 'take' : 'too-much';
  };
}
