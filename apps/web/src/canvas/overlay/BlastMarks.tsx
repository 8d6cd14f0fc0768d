/** The open blast radius on the diagram: start and what is reached ringed, the chosen path drawn, everything else behind a veil. */
import { type Box, type ElementId, grown, overlaps } from '@strideboard/model';
import type { Scene } from '@strideboard/render';
import { memo, useId, useMemo } from 'react';
import { chosenPath } from '../../analysis/blast-path.ts';
import { useBlast } from '../../analysis/blast-store.ts';
import { meantBy } from '../../room/current-diagram.ts';
import { useScene } from '../../room/use-scene.ts';
import { useSession } from '../../session/use-session.ts';
import { BlastSign } from '../../ui/BlastSign.tsx';
import { useBench, useCanvas } from '../bench.ts';
import { type BlastMark, linesOf, marksOf, type PathLine } from './blast-scene.ts';
import styles from './BlastMarks.module.css';

/** Between an element and its ring, and between its ring and the veil, px on the canvas. */
const RING_GAP = 7;
const VEIL_GAP = 12;
/** How far what is said of an element may reach beyond it, px on the canvas. */
const AROUND = 48;

/** The marks; nothing before the first answer. The list beside the diagram says the same in words. */
export function BlastMarks() {
  const { room } = useBench();
  const scene = useScene();
  const { x, y, zoom } = useSession((state) => state.viewport);
  const answer = useBlast((state) => state.answer);
  const path = useBlast(chosenPath);
  const region = useCanvas((state) => state.region);
  const all = useMemo(() => {
    const index = room.index();
    return answer === null ? [] : marksOf(scene, answer.after, (id) => meantBy(index, id));
  }, [room, scene, answer]);
  // In a crowd most of what is reached is out of view.
  const marks = useMemo(
    () => (region === null ? all : all.filter(({ element }) => overlaps(grown(element.box, AROUND), region.box))),
    [all, region],
  );
  const lines = useMemo(() => {
    const index = room.index();
    const boxOf = (id: ElementId) => scene.elements.find((drawn) => meantBy(index, drawn.id) === id)?.box ?? null;
    return linesOf(path, scene, boxOf);
  }, [room, scene, path]);
  if (answer === null) return null;
  return (
    <svg className={styles['marks']} aria-hidden="true" focusable="false" data-testid="blast-marks">
      <g transform={`translate(${x} ${y}) scale(${zoom})`}>
        <Veil marks={marks} lines={lines} scene={scene} />
        <Rings marks={marks} />
        {lines.map(({ number, flow, isPossible, d }) => (
          <path
            key={number}
            className={styles['path']}
            d={d}
            data-possible={isPossible || undefined}
            data-testid={`blast-path-${flow ?? number}`}
          />
        ))}
        {marks.map((mark) => (
          <Sign key={mark.element.id} mark={mark} zoom={zoom} />
        ))}
        {lines.map(({ number, at }) => (
          <g key={number} className={styles['number']} transform={`translate(${at.x} ${at.y}) scale(${1 / zoom})`}>
            <circle r={10} />
            <text y={4} textAnchor="middle">
              {number}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}

interface VeilProps {
  readonly marks: readonly BlastMark[];
  readonly lines: readonly PathLine[];
  readonly scene: Scene;
}

/** Beyond everything that can be drawn, px on the canvas. */
const EVERYWHERE = { x: -2_000_000, y: -2_000_000, width: 4_000_000, height: 4_000_000 };

/** Dims the diagram but for what is marked; of boundaries only the name stays clear, since others lie inside. */
const Veil = memo(function Veil({ marks, lines, scene }: VeilProps) {
  const maskId = useId();
  return (
    <>
      <mask id={maskId} maskUnits="userSpaceOnUse" {...EVERYWHERE}>
        <rect className={styles['shut']} {...EVERYWHERE} />
        {marks.map(({ element: { id, box, boundary } }) => {
          const hole = boundary === null ? grown(box, VEIL_GAP) : boundary.tag?.box;
          return hole === undefined ? null : <rect key={id} className={styles['clear']} rx={VEIL_GAP} {...hole} />;
        })}
        {lines.map(({ number, flow }) => {
          const label = flow === null ? null : scene.flowById.get(flow)?.label;
          return label == null ? null : <rect key={number} className={styles['clear']} {...label.box} />;
        })}
      </mask>
      <rect className={styles['veil']} mask={`url(#${maskId})`} {...EVERYWHERE} />
    </>
  );
});

/** All rings; names of boundaries stand on their lines and are spared. */
const Rings = memo(function Rings({ marks }: Pick<VeilProps, 'marks'>) {
  const maskId = useId();
  return (
    <>
      <mask id={maskId} maskUnits="userSpaceOnUse" {...EVERYWHERE}>
        <rect className={styles['shut']} {...EVERYWHERE} />
        {marks.map(({ element: { id, boundary } }) =>
          boundary?.tag == null ? null : <rect key={id} className={styles['clear']} {...boundary.tag.box} />,
        )}
      </mask>
      <g mask={`url(#${maskId})`}>
        {marks.map((mark) => (
          <Ring key={mark.element.id} mark={mark} />
        ))}
      </g>
    </>
  );
});

const Ring = memo(function Ring({ mark: { element, role } }: { readonly mark: BlastMark }) {
  const { id, box, boundary, outline, shape } = element;
  const shared = {
    className: styles['ring'],
    'data-role': role,
    'data-boundary': boundary !== null || undefined,
    'data-testid': `blast-${role}-${id}`,
  };
  if (outline !== null) return <path {...shared} d={outline} />;
  const ring = grown(box, boundary === null ? RING_GAP : 2);
  return <rect {...shared} {...ring} rx={shape === 'pill' ? ring.height / 2 : boundary === null ? 6 : 16} />;
});

function Sign({ mark: { element, role }, zoom }: { readonly mark: BlastMark; readonly zoom: number }) {
  const { box, boundary, outline } = element;
  const tag = boundary?.tag?.box;
  const isFree = outline !== null && tag !== undefined;
  const at = isFree ? { x: tag.x, y: tag.y + tag.height / 2 } : cornerOf(element.shape === 'pill', box);
  return (
    <g transform={`translate(${at.x} ${at.y}) scale(${1 / zoom})`}>
      <BlastSign sign={role} x={-8} y={-8} />
    </g>
  );
}

/** Where the sign sits on the ring: its top left corner, which a pill has further in. */
const cornerOf = (isPill: boolean, { x, y, height }: Box): { readonly x: number; readonly y: number } =>
  isPill ? { x: x + height * 0.15 - RING_GAP, y: y + height * 0.15 - RING_GAP } : { x: x - RING_GAP, y: y - RING_GAP };
