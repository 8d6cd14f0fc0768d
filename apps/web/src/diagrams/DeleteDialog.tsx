/** Asks before a diagram goes with everything on it. */
import { diagrams as words, say } from '@strideboard/words';
import { useModel } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './DiagramTabs.module.css';
import type { Tab } from './tab-list.ts';

interface DeleteDialogProps {
  readonly tab: Tab;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Says what goes, and where else. */
export function DeleteDialog({ tab, onDelete, onClose }: DeleteDialogProps) {
  const { board } = useWords();
  const elements = useModel((model) => model.elements);
  const going = new Set(elements.filter(({ diagram }) => diagram === tab.place).map(({ id }) => id));
  const elsewhere = elements.filter(({ of, diagram }) => of !== null && going.has(of) && diagram !== tab.place).length;
  const { title, empty, elements: drawn, references, keep, cancel, confirm } = words.removal;
  return (
    <Dialog
      title={say(title, { title: tab.name })}
      closeLabel={board.close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button look="danger" onClick={onDelete}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className={styles['question']}>
        <p>{going.size === 0 ? empty : say(drawn, { count: going.size })}</p>
        {elsewhere === 0 ? null : <p>{say(references, { count: elsewhere })}</p>}
        {going.size === 0 ? null : <p>{keep}</p>}
      </div>
    </Dialog>
  );
}
