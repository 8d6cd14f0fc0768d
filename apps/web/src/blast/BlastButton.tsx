/** Opens the blast radius of the one selected element or boundary; for everybody who may look. */
import { blastRadius as words } from '@strideboard/words';
import { Radar } from 'lucide-react';
import { meantBy } from '../room/current-diagram.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { isFlow, useSelected } from '../ui/use-selected.ts';
import { BLAST_OPENER } from './blast-opener.ts';
import styles from './BlastButton.module.css';

/** The button; nothing while several things, a flow or a note are selected. */
export function BlastButton() {
  const { only } = useSelected();
  const room = useRoom();
  const session = useSessionStore();
  const { elements } = useModel(() => room.index());
  const start = only === null || isFlow(only) ? undefined : elements.get(meantBy(room.index(), only.id));
  if (start === undefined || start.kind === 'note') return null;
  return (
    <div className={styles['place']}>
      <Button
        id={BLAST_OPENER}
        size="small"
        icon={<Radar size={14} aria-hidden />}
        title={words.openHint}
        onClick={() => session.getState().setBlast({ start: start.id, assumed: [] })}
      >
        {words.open}
      </Button>
    </div>
  );
}
