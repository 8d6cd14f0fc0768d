/** Zoom out, the present zoom (click: 100 %), zoom in, fit. */
import { Minus, Plus } from 'lucide-react';
import { say } from '@strideboard/words';
import { keysText } from '../session/shortcut.ts';
import { useSession } from '../session/use-session.ts';
import { fitAll } from './actions.ts';
import { zoomTo } from './selection-actions.ts';
import { useBench } from './bench.ts';
import styles from './ZoomControl.module.css';

const STEP = 1.2;

/** The control. */
export function ZoomControl() {
  const bench = useBench();
  const { zoom: words } = bench.words.canvas;
  const zoom = useSession((state) => state.viewport.zoom);
  const percent = Math.round(zoom * 100);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className={styles['control']} role="group" aria-label={words.bar}>
      <button type="button" aria-label={words.out} title={words.out} onClick={() => zoomTo(bench, zoom / STEP)}>
        <Minus size={14} aria-hidden />
      </button>
      <button
        type="button"
        className={styles['percent']}
        aria-label={say(words.reset, { percent })}
        title={`${say(words.reset, { percent })} (${keysText('Ctrl+0')})`}
        onClick={() => zoomTo(bench, 1)}
      >
        {say(words.percent, { percent })}
      </button>
      <button type="button" aria-label={words.in} title={words.in} onClick={() => zoomTo(bench, zoom * STEP)}>
        <Plus size={14} aria-hidden />
      </button>
      <button type="button" title={`${words.fitHint} (${keysText('Shift+1')})`} onClick={() => fitAll(bench)}>
        {words.fit}
      </button>
    </div>
  );
}
