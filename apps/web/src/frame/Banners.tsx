/** What stands between the person and normal work, in a sentence that says what to do. */
import { say } from '@strideboard/words';
import { useConnection, useModel, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Banners.module.css';

/** At most one banner: the gravest. */
export function Banners() {
  const { board } = useWords();
  const { document } = useRoom();
  const phase = useConnection((state) => state.phase);
  const problem = useConnection((state) => state.problem);
  const waiting = useConnection((state) => state.waiting);
  const newer = useModel(() => document.readOnly());
  if (phase === 'stopped') {
    const known: Readonly<Record<string, string>> = board.refused;
    const code = problem?.code ?? 'other';
    return (
      <Banner tone="problem">
        <p>{known[code] ?? say(board.refused.other, { code })}</p>
        <Button size="small" onClick={() => location.reload()}>
          {board.reload}
        </Button>
      </Banner>
    );
  }
  if (phase === 'offline') {
    return (
      <Banner tone="warning">
        {<p>{waiting === 0 ? board.offlineBannerNone : say(board.offlineBanner, { count: waiting })}</p>}
      </Banner>
    );
  }
  if (newer) return <Banner tone="warning">{<p>{board.newerSchema}</p>}</Banner>;
  return <div className={styles['none']} />;
}

function Banner({ tone, children }: { readonly tone: 'problem' | 'warning'; readonly children: React.ReactNode }) {
  return (
    <div className={styles['banner']} data-tone={tone} role={tone === 'problem' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
