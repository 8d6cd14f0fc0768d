/** One diagram as the picture that exports draw, on white paper. */
import type { DiagramId } from '@strideboard/model';
import { createScene, renderSvg } from '@strideboard/render';
import { exported } from '@strideboard/words';
import { useLayoutEffect, useRef } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { currentTheme } from '../session/theme.ts';
import styles from './PrintedBoard.module.css';
import { svgElements } from './svg-elements.ts';

interface PrintedDiagramProps {
  /** As elements name it. */
  readonly diagram: DiagramId | null;
  readonly title: string;
}

const PAPER = '#ffffff';

/** The picture, as large as the page allows. */
export function PrintedDiagram({ diagram, title }: PrintedDiagramProps) {
  const { pack } = useRoom();
  const model = useModel((whole) => whole);
  const badges = useAnalysis((state) => state.badges);
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Paper cannot answer: questions stay on the board.
    const counts = new Map(
      [...badges].map(([id, { critical, high, medium, low }]) => [id, { critical, high, medium, low }]),
    );
    const text = renderSvg(createScene(model, pack, { diagram }), {
      theme: currentTheme().startsWith('contrast') ? 'contrast' : 'light',
      ground: PAPER,
      title,
      badges: counts,
      legend: exported.drawing.legend,
    });
    frame.current?.replaceChildren(svgElements(text));
  }, [model, pack, badges, diagram, title]);
  return <div ref={frame} className={styles['picture']} />;
}
