/** What helps when the server does not have everything: asking it again, and a copy as a file. */
import { useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useOccasionalWords } from '../session/occasional-words.ts';
import { saveCopy } from '../session/save-copy.ts';
import { Button } from '../ui/Button.tsx';

/** Asks the server again now. */
export function RetryButton() {
  const { connection: words } = useOccasionalWords();
  const { connection } = useRoom();
  return (
    <Button size="small" onClick={() => connection.retry()}>
      {words.retry}
    </Button>
  );
}

/** Keeps the board as it is seen, as a file. */
export function SaveCopyButton() {
  const { connection, recovery } = useOccasionalWords();
  const { document, whole } = useRoom();
  const [failed, setFailed] = useState(false);
  const save = async (): Promise<void> => {
    await whole;
    document.flush();
    await saveCopy(document.model(), recovery.fileName);
  };
  return (
    <>
      <Button size="small" onClick={() => void save().catch(() => setFailed(true))}>
        {connection.saveCopy}
      </Button>
      {failed ? <span role="alert">{recovery.saveFailed}</span> : null}
    </>
  );
}
