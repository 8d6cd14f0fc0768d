/** The board as it was: every version the server keeps, naming the present one, looking into one, and restoring it for everybody. */
import type { VersionSummary } from '@strideboard/wire';
import { say, sharing } from '@strideboard/words';
import { useEffect, useRef, useState } from 'react';
import { useConnection } from '../room/use-room.ts';
import { useAsked, useBoardApi } from '../room/use-board-api.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { NameVersion } from './NameVersion.tsx';
import { VersionRow } from './VersionRow.tsx';
import styles from './VersionsDialog.module.css';
import { VersionView } from './VersionView.tsx';

/** The dialog; everybody sees the list, facilitators look into versions and restore. */
export function VersionsDialog({ onClose }: { readonly onClose: () => void }) {
  const words = sharing.versions;
  const { board } = useWords();
  const api = useBoardApi();
  const facilitates = useConnection((state) => state.role === 'facilitate');
  const asked = useAsked(() => api.versions());
  const [looked, setLooked] = useState<VersionSummary | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const body = useRef<HTMLDivElement>(null);
  // Back from a version the keyboard stands where it left.
  useEffect(() => {
    if (looked !== null || last === null) return;
    body.current?.querySelector<HTMLElement>(`[data-version="${CSS.escape(last)}"]`)?.focus();
  }, [looked, last]);
  return (
    <Dialog title={words.title} closeLabel={board.close} onClose={onClose} width="wide">
      <div ref={body} className={styles['body']}>
        {looked === null ? (
          <>
            <p className={styles['intro']}>{facilitates ? words.intro : `${words.intro} ${words.viewOnly}`}</p>
            {facilitates ? (
              <NameVersion
                onKept={(label) => {
                  setSaid(say(words.saved, { label }));
                  asked.again();
                }}
              />
            ) : null}
            <p role="status" className={said === '' ? 'visually-hidden' : styles['said']}>
              {said}
            </p>
            {asked.problem === null ? null : (
              <p role="alert" className={styles['problem']}>
                {say(words.failed, { code: asked.problem.code })}{' '}
                <Button size="small" onClick={asked.again}>
                  {words.retry}
                </Button>
              </p>
            )}
            {asked.value?.length === 0 ? <p className={styles['none']}>{words.none}</p> : null}
            <ul className={styles['rows']} aria-label={words.title}>
              {(asked.value ?? []).map((version) => (
                <li key={version.versionId}>
                  <VersionRow version={version} onLook={facilitates ? () => setLooked(version) : null} />
                </li>
              ))}
            </ul>
          </>
        ) : (
          <VersionView
            version={looked}
            onBack={() => {
              setLast(looked.versionId);
              setSaid('');
              setLooked(null);
            }}
            onRestored={onClose}
          />
        )}
      </div>
    </Dialog>
  );
}
