/** A padlock on the flows that a facilitator has locked; elements carry theirs at the corner. */
import type { FlowId } from '@strideboard/model';
import { LOCK_PATH, pointAlong } from '@strideboard/render';
import { useScene } from '../../room/use-scene.ts';
import { useWorkshop } from '../../room/workshop/use-workshop.ts';
import styles from './FrozenFlows.module.css';
import { useViewWhile } from '../use-view-while.ts';

/** Beside the middle, where labels are. */
const ALONG = 0.3;

/** The marks, of one size on screen at any zoom. Who and why is said when the flow is selected. */
export function FrozenFlows() {
  const { flowById } = useScene();
  const locks = useWorkshop((workshop) => workshop.locks);
  const drawn = locks.flatMap(({ id, root }) => (root === 'edges' ? (flowById.get(id as FlowId) ?? []) : [])); // only looked up
  const { x, y, zoom } = useViewWhile(drawn.length > 0);
  if (drawn.length === 0) return null;
  return (
    <svg className={styles['marks']} aria-hidden="true" focusable="false">
      <g transform={`translate(${x} ${y}) scale(${zoom})`}>
        {drawn.map(({ id, points }) => {
          const { point: at } = pointAlong(points, ALONG);
          return (
            <g
              key={id}
              className={styles['mark']}
              data-testid={`frozen-${id}`}
              transform={`translate(${at.x} ${at.y}) scale(${1 / zoom})`}
            >
              <circle r={8} />
              <path d={LOCK_PATH} />
            </g>
          );
        })}
      </g>
    </svg>
  );
}
