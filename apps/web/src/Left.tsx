/** The left panel: what can be placed, or what is there. */
import { reach } from '@strideboard/words';
import { Suspense } from 'react';
import styles from './Left.module.css';
import { Palette } from './palette/Palette.tsx';
import { lazyPart } from './session/lazy-part.ts';
import { useSession, useSessionStore } from './session/use-session.ts';
import { Segmented } from './ui/Segmented.tsx';

// Of use once somebody asks for it.
const Outline = lazyPart(async () => (await import('./outline/Outline.tsx')).Outline);

const words = reach.outline;

/** Composes the panel; the features do not know each other. */
export function Left() {
  const session = useSessionStore();
  const view = useSession((state) => state.leftView);
  const isOpen = useSession((state) => state.leftOpen);
  const isOutline = view === 'outline';
  return (
    <div className={styles['left']}>
      <div className={styles['head']}>
        <Segmented
          label={words.views}
          value={view}
          options={[
            { value: 'stencils', label: words.stencils },
            { value: 'outline', label: words.label },
          ]}
          onChange={(next) =>
            next === 'outline' ? session.getState().showOutline() : session.getState().setPanel('left', true)
          }
        />
      </div>
      {/* Stays mounted: it listens for the key that begins a search. */}
      <div className={styles['stencils']} hidden={isOutline}>
        <Palette />
      </div>
      {isOutline && isOpen ? (
        <Suspense>
          <Outline />
        </Suspense>
      ) : null}
    </div>
  );
}
