/** Looking into one version, read-only, before deciding to restore it. */
import type { Model } from '@strideboard/model';
import type { VersionSummary } from '@strideboard/wire';
import { english, say, sharing } from '@strideboard/words';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useModel, useRoom } from '../room/use-room.ts';
import { useAsked, useBoardApi } from '../room/use-board-api.ts';
import { saveCopy } from '../session/save-copy.ts';
import { pictureTheme } from '../session/theme.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { timeText } from '../ui/time-text.ts';
import { drawVersion, readVersion } from './read-version.ts';
import { versionName, versionProblem } from './version-text.ts';
import styles from './VersionsDialog.module.css';

interface VersionViewProps {
  readonly version: VersionSummary;
  readonly onBack: () => void;
  readonly onRestored: () => void;
}

/** The version with its picture, what it holds beside what the board holds now, and what can be done with it. */
export function VersionView({ version, onBack, onRestored }: VersionViewProps) {
  const words = sharing.versions;
  const { board } = useWords();
  const api = useBoardApi();
  const room = useRoom();
  const session = useSessionStore();
  const now = useModel((model) => model);
  const bytes = useAsked(() => api.versionBytes(version.versionId));
  const then = useMemo(() => (bytes.value === null ? null : readVersion(bytes.value)), [bytes.value]);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => head.current?.querySelector('button')?.focus(), []);

  const restore = async (): Promise<void> => {
    if (busy) return;
    setAsking(false);
    setBusy(true);
    const done = await api.restoreVersion(version.versionId);
    setBusy(false);
    if (done.ok) {
      session.getState().tell({ text: words.restored });
      onRestored();
    } else setProblem(versionProblem(done.problem));
  };
  const name = versionName(version);
  return (
    <>
      <div ref={head}>
        <Button size="small" look="quiet" icon={<ArrowLeft size={14} aria-hidden />} onClick={onBack}>
          {words.back}
        </Button>
      </div>
      <h3 className={styles['title']}>{`${name} · ${timeText(version.at, room.now())}`}</h3>
      {bytes.value === null && bytes.problem === null ? <p role="status">{words.loading}</p> : null}
      {bytes.problem === null ? null : (
        <p role="alert" className={styles['problem']}>
          {versionProblem(bytes.problem)}{' '}
          <Button size="small" onClick={bytes.again}>
            {words.retry}
          </Button>
        </p>
      )}
      {bytes.value !== null && then === null ? <p className={styles['none']}>{words.unreadable}</p> : null}
      {then === null ? null : (
        <>
          <VersionPicture model={then} name={name} />
          <p className={styles['holds']}>
            {say(words.then, { holds: holdsText(then) })}
            <br />
            {say(words.now, { holds: holdsText(now) })}
          </p>
        </>
      )}
      {problem === null ? null : (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      {asking ? (
        <Confirm
          ask={words.restoreAsk}
          yes={words.restoreYes}
          no={words.restoreNo}
          onYes={() => void restore()}
          onNo={() => setAsking(false)}
        />
      ) : (
        <div className={styles['actions']}>
          <Button look="primary" onClick={() => setAsking(true)}>
            {words.restore}
          </Button>
          {then === null ? null : <Button onClick={() => void saveCopy(then, board.untitled)}>{words.download}</Button>}
        </div>
      )}
    </>
  );
}

function VersionPicture({ model, name }: { readonly model: Model; readonly name: string }) {
  const words = sharing.versions;
  const { pack } = useRoom();
  const [address, setAddress] = useState<string | null>(null);
  const isEmpty = model.elements.length === 0;
  useEffect(() => {
    if (isEmpty) return undefined;
    const leaving = new AbortController();
    let made: string | null = null;
    const picture = { theme: pictureTheme(), badges: false } as const;
    void drawVersion({ model, pack, words: english, picture }).then((url) => {
      made = url;
      if (leaving.signal.aborted) URL.revokeObjectURL(url);
      else setAddress(url);
    });
    return () => {
      leaving.abort();
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [model, pack, isEmpty]);
  if (isEmpty) return <p className={styles['none']}>{words.pictureEmpty}</p>;
  return (
    <div className={styles['picture']}>
      {address === null ? null : <img src={address} alt={say(words.picture, { name })} />}
    </div>
  );
}

const holdsText = ({ elements, flows, diagrams }: Model): string =>
  say(sharing.versions.holds, {
    elements: say(sharing.versions.elements, { count: elements.length }),
    flows: say(sharing.versions.flows, { count: flows.length }),
    diagrams: say(sharing.versions.diagrams, { count: Math.max(1, diagrams.length) }),
  });
