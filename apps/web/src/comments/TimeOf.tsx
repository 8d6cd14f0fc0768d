/** A time as it is said, with the exact one for who wants it. */
import { useServerTime } from '../room/workshop/use-workshop.ts';
import { absoluteTime, instant, relativeTime } from './relative-time.ts';

interface TimeOfProps {
  /** ms since 1970 UTC; a claim of who wrote. */
  readonly at: number;
  /** Instead of how long ago it was. */
  readonly text?: string;
  readonly title?: (when: string) => string;
}

const RENEWED_MS = 30_000;

/** The time; it goes on while it is looked at. */
export function TimeOf({ at, text, title = (when) => when }: TimeOfProps) {
  const now = useServerTime(RENEWED_MS);
  return (
    <time dateTime={new Date(instant(at)).toISOString()} title={title(absoluteTime(at))}>
      {text ?? relativeTime(at, now)}
    </time>
  );
}
