/** What an empty board says: one thing to learn, one thing to do. */
import { useMayEdit } from '../room/use-room.ts';
import { useSceneSlice } from '../room/use-scene.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { openInsertSearch } from './actions.ts';
import styles from './EmptyHint.module.css';

/** The hint; gone with the first element or while something is being placed. */
export function EmptyHint() {
  const isEmpty = useSceneSlice((scene) => scene.elements.length === 0);
  const isSelecting = useSession((state) => state.tool.kind === 'select');
  const mayEdit = useMayEdit();
  const session = useSessionStore();
  const { canvas } = useWords();
  if (!isEmpty || !isSelecting) return null;
  return (
    <div className={styles['hint']}>
      {mayEdit ? (
        <>
          <h2>{canvas.empty.title}</h2>
          <p>{canvas.empty.text}</p>
          <div className={styles['ways']}>
            <Button look="primary" onClick={() => openInsertSearch(session, null)}>
              {canvas.empty.action}
            </Button>
            <Button onClick={() => session.getState().openDialog('begin')}>{canvas.empty.begin}</Button>
            <Button onClick={() => session.getState().setTool({ kind: 'place', element: 'boundary', type: '' })}>
              {canvas.empty.boundary}
            </Button>
          </div>
        </>
      ) : (
        <p>{canvas.empty.readOnly}</p>
      )}
    </div>
  );
}
