/** What everybody does beside drawing: bringing everyone to one view, for who may, whether I go without being asked, hand, pointer, cursors. */
import { following as words, together } from '@strideboard/words';
import { useState } from 'react';
import { useStore } from 'zustand';
import { findAction, isPossible, useActionRegistry } from '../session/action-registry.ts';
import { useEnvironment } from '../session/environment.ts';
import { useSession } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import styles from './PeopleDialog.module.css';

/** Buttons do what the actions of the same names do; then the dialog is in the way. */
export function FollowSettings({ onDone }: { readonly onDone: () => void }) {
  const registry = useStore(useActionRegistry());
  const { memory } = useEnvironment();
  const leads = useSession((state) => state.leads);
  const [atOnce, setAtOnce] = useState(() => memory.preferences().goesAtOnce);
  const leading = leads ? ['spotlight-end'] : ['spotlight-ask', 'spotlight-now'];
  const hidesCursors = useSession((state) => state.hidesCursors);
  const hide = findAction(registry, 'hide-cursors');
  const offered = [...leading, 'raise-hand', 'laser'].flatMap((id) => {
    const action = findAction(registry, id);
    return action !== undefined && isPossible(action) ? [action] : [];
  });
  return (
    <div className={styles['together']}>
      {offered.length === 0 ? null : (
        <div className={styles['bring']}>
          {offered.map(({ id, label, run }) => (
            <Button
              key={id}
              size="small"
              title={id === 'spotlight-ask' ? words.bringHint : id === 'spotlight-now' ? words.takeHint : undefined}
              onClick={() => {
                run();
                onDone();
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      <label className={styles['setting']}>
        <input
          type="checkbox"
          checked={atOnce}
          onChange={(event) => {
            memory.setPreferences({ goesAtOnce: event.target.checked });
            setAtOnce(event.target.checked);
          }}
        />
        <span>
          {words.atOnce}
          <small>{words.atOnceHint}</small>
        </span>
      </label>
      {hide === undefined ? null : (
        <label className={styles['setting']}>
          <input type="checkbox" checked={hidesCursors} onChange={() => hide.run()} />
          <span>
            {together.cursors.hide}
            <small>{together.cursors.hint}</small>
          </span>
        </label>
      )}
    </div>
  );
}
