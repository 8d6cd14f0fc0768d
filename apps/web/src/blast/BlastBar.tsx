/** The line that leads back to an open blast radius. */
import { blastRadius as words, say } from '@strideboard/words';
import { Radar, X } from 'lucide-react';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import styles from './BlastBar.module.css';

/** The line. */
export function BlastBar() {
  const { common } = useWords();
  const session = useSessionStore();
  const start = useSession(({ blast }) => blast?.start ?? null);
  const names = useSubjectNames();
  if (start === null) return null;
  return (
    <section className={styles['bar']} aria-label={words.label}>
      <Radar size={14} aria-hidden />
      <span className={styles['name']}>{say(words.title, { name: names.name(start) ?? common.unnamed })}</span>
      <Button size="small" onClick={() => session.getState().showTab('blast')}>
        {words.back}
      </Button>
      <IconButton label={words.close} shortcut="Escape" onClick={() => session.getState().setBlast(null)}>
        <X size={14} aria-hidden />
      </IconButton>
    </section>
  );
}
