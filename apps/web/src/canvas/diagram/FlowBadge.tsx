/** The worst open finding about a flow: sign and count beside its label, or on its line when it has none. */
import { measureText, pointAlong, type SceneFlow } from '@strideboard/render';
import { memo } from 'react';
import { BADGE_SIGNS, type BadgeLevel } from '../../ui/SeverityBadge.tsx';
import { useBadgeCounts } from './Badges.tsx';
import styles from './FlowLayer.module.css';

const LEVELS: readonly BadgeLevel[] = ['critical', 'high', 'medium', 'low'];
const HEIGHT = 16;

/** The badge; nothing while the flow has no open findings. Questions are left to the panel: lines carry enough already. */
export const FlowBadge = memo(function FlowBadge({ flow }: { readonly flow: SceneFlow }) {
  const counts = useBadgeCounts(flow.id, flow.gathers).split(' ').map(Number);
  const at = LEVELS.findIndex((_, index) => (counts[index] ?? 0) > 0);
  const level = LEVELS[at];
  if (level === undefined) return null;
  const text = `${BADGE_SIGNS[level]} ${counts[at] ?? 0}`;
  const width = measureText(text, { size: 10, weight: 600 }) + 10;
  const { x, y } = flow.label === null ? pointAlong(flow.points, 0.5).point : cornerOf(flow.label.box);
  return (
    <g className={styles['badge']} data-level={level}>
      <rect x={x - width / 2} y={y - HEIGHT / 2} width={width} height={HEIGHT} rx={HEIGHT / 2} />
      <text x={x} y={y + 3.5} textAnchor="middle">
        {text}
      </text>
    </g>
  );
});

const cornerOf = (box: { readonly x: number; readonly y: number; readonly width: number }) => ({
  x: box.x + box.width - 2,
  y: box.y - 2,
});
