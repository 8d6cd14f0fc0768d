/** Where people are let in, a workshop with them can begin. */
import { workshop as words } from '@strideboard/words';
import { useStore } from 'zustand';
import { findAction, isPossible, useActionRegistry } from '../session/action-registry.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ShareDialog.module.css';

/** The offer, as the action of the same name says it; nothing while a workshop runs. */
export function WorkshopDoor({ onClose }: { readonly onClose: () => void }) {
  const action = findAction(useStore(useActionRegistry()), 'workshop-start');
  if (action === undefined || !isPossible(action)) return null;
  return (
    <section>
      <h3>{words.label}</h3>
      <p className={styles['hint']}>{words.lead.startHint}</p>
      <div className={styles['actions']}>
        <Button
          size="small"
          aria-haspopup="dialog"
          onClick={() => {
            onClose();
            action.run();
          }}
        >
          {action.label}
        </Button>
      </div>
    </section>
  );
}
