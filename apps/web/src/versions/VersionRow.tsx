/** One version in the list. */
import type { VersionSummary } from '@strideboard/wire';
import { say, sharing } from '@strideboard/words';
import { useModel, useRoom } from '../room/use-room.ts';
import { Button } from '../ui/Button.tsx';
import { timeText } from '../ui/time-text.ts';
import { versionName } from './version-text.ts';
import styles from './VersionsDialog.module.css';

interface VersionRowProps {
  readonly version: VersionSummary;
  /** Absent for those who may not. */
  readonly onLook: (() => void) | null;
}

/** Name, when and by whom; the kind where a name hides it. */
export function VersionRow({ version, onLook }: VersionRowProps) {
  const words = sharing.versions;
  const now = useRoom().now();
  const { author, at, kind, label } = version;
  const who = useModel((model) => (author === null ? undefined : model.people[author]?.name));
  const when = timeText(at, now);
  const name = versionName(version);
  const made = who === undefined ? when : say(words.madeBy, { when, who });
  return (
    <div className={styles['row']} data-kind={kind}>
      <span className={styles['what']}>
        <strong>{name}</strong>
        <span className={styles['aside']}>
          {label === null || kind === 'named' ? made : `${words.kinds[kind]} · ${made}`}
        </span>
      </span>
      {onLook === null ? null : (
        <Button
          size="small"
          data-version={version.versionId}
          aria-label={say(words.lookNamed, { name: `${name}, ${when}` })}
          onClick={onLook}
        >
          {words.look}
        </Button>
      )}
    </div>
  );
}
