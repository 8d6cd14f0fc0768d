/** Small buttons at elements that lead further: into the diagram that details them, or from a reference to its original. */
import { overlaps } from '@strideboard/model';
import { say } from '@strideboard/words';
import { ArrowUpRight, Workflow } from 'lucide-react';
import { useMemo } from 'react';
import { meantBy } from '../../room/current-diagram.ts';
import { showDrawing } from '../../room/goto-diagram.ts';
import { useModel } from '../../room/use-room.ts';
import { useScene } from '../../room/use-scene.ts';
import { keysText } from '../../session/shortcut.ts';
import { useSession } from '../../session/use-session.ts';
import { useBench } from '../bench.ts';
import { viewBox } from '../view/viewport.ts';
import styles from './DetailMarks.module.css';
import { screenBox } from './screen-box.ts';

/** Below this size on screen the marks would cover the element, px. */
const SMALLEST = { width: 56, height: 44 };

/** The marks of everything in view, 24 px on screen at any zoom. By keyboard, Ctrl+Enter on the element does the same. */
export function DetailMarks() {
  const { room, session, words } = useBench();
  const scene = useScene();
  const viewport = useSession((state) => state.viewport);
  const size = useSession((state) => state.canvasSize);
  const diagrams = useModel((model) => model.diagrams);
  const marked = useMemo(() => {
    const index = room.index();
    const details = new Map(diagrams.flatMap(({ id, details: of }) => (of === null ? [] : [[of as string, id]])));
    return scene.elements.flatMap((element) => {
      const meant = meantBy(index, element.id);
      const detail = details.get(meant) ?? null;
      const original = meant === element.id ? null : meant;
      return detail === null && original === null ? [] : [{ element, detail, original }];
    });
  }, [room, scene, diagrams]);
  const view = viewBox(viewport, size);
  return marked.map(({ element, detail, original }) => {
    const box = screenBox(viewport, element.box);
    if (box.width < SMALLEST.width || box.height < SMALLEST.height || !overlaps(view, element.box)) return null;
    const name = element.label || element.typeLabel || words.common.unnamed;
    const open = say(words.canvas.marks.open, { name });
    const back = say(words.canvas.marks.original, { name });
    return (
      <div key={element.id} className={styles['frame']} style={box}>
        {original === null ? null : (
          <button
            type="button"
            tabIndex={-1}
            className={styles['mark']}
            data-place="start"
            data-testid={`original-${element.id}`}
            aria-label={back}
            title={back}
            onClick={() => showDrawing(room, session, original)}
          >
            <ArrowUpRight size={13} aria-hidden />
          </button>
        )}
        {detail === null ? null : (
          <button
            type="button"
            tabIndex={-1}
            className={styles['mark']}
            data-place="end"
            data-testid={`detail-${element.id}`}
            aria-label={open}
            title={`${open} (${keysText('Ctrl+Enter')})`}
            onClick={() => session.getState().setDiagram(detail)}
          >
            <Workflow size={13} aria-hidden />
          </button>
        )}
      </div>
    );
  });
}
