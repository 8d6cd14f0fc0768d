/** Where the others point, with their names, gliding from message to message. */
import type { CSSProperties } from 'react';
import { usePeersHere } from '../../room/peer-diagrams.ts';
import { useSession } from '../../session/use-session.ts';
import styles from './Cursors.module.css';

/** The cursors on the diagram I look at, in canvas space; their size does not follow the zoom. */
export function Cursors() {
  return useSession((state) => state.hidesCursors) ? null : <ShownCursors />;
}

function ShownCursors() {
  const peers = usePeersHere();
  const zoom = useSession(({ viewport }) => viewport.zoom);
  return (
    <div className={styles['cursors']} aria-hidden="true" style={zoomStyle(zoom)}>
      {peers.map(({ client, principal, name, colour, presence: { cursor } }) =>
        cursor === null ? null : (
          <div
            key={client}
            className={styles['cursor']}
            data-testid={`cursor-${principal}`}
            style={{ transform: `translate(${cursor.x}px, ${cursor.y}px)`, color: colour }}
          >
            <div>
              <svg width="16" height="18" viewBox="0 0 16 18" focusable="false" aria-hidden="true">
                <path d="M1.5 1.5 14 7.6 8.4 9.6 5.6 15.4Z" />
              </svg>
              <span style={{ background: colour }}>{name}</span>
            </div>
          </div>
        ),
      )}
    </div>
  );
}

const zoomStyle = (zoom: number): CSSProperties => ({ '--zoom': zoom }) as CSSProperties; // custom properties are not in the type
