/** Who said a fact, on what ground and when. */
import type { Evidence } from '@strideboard/model';
import { say } from '@strideboard/words';
import { useRoom } from '../room/use-room.ts';
import { dateText } from '../session/in-language.ts';
import { useWords } from '../session/words.ts';
import styles from './EvidenceLine.module.css';

/** One small line. */
export function EvidenceLine({ evidence }: { readonly evidence: Evidence }) {
  const { panels } = useWords();
  const { document } = useRoom();
  const who = document.people().get(evidence.by)?.name ?? panels.evidence.someone;
  const when = evidence.at > 0 ? dateText('day', evidence.at) : '';
  const head = say(panels.evidence.line, { who, source: panels.evidence.sources[evidence.source] });
  return <p className={styles['line']}>{[head, evidence.evidence, when].filter((part) => part !== '').join(' · ')}</p>;
}
