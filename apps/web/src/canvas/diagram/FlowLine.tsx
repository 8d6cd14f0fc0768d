/** The line of one flow with its heads and, where it crosses a boundary, its gate marks. */
import type { SceneFlow } from '@strideboard/render';
import { memo } from 'react';
import { useBadgeCounts } from './Badges.tsx';
import styles from './FlowLayer.module.css';
import { peerStyle } from './ElementNode.tsx';
import { gateShape, headShape } from './flow-shapes.ts';
import type { PeerMark } from './peer-marks.ts';
import { itemId } from '../item-id.ts';
import { useFlowDescription } from './use-description.ts';

/** What a line shows. */
interface FlowLineProps {
  readonly flow: SceneFlow;
  readonly selected: boolean;
  readonly hovered: boolean;
  readonly focused: boolean;
  readonly mark: PeerMark | null;
}

/** The line. A flow without a label is found by its line in tests; one with a label by the label. */
export const FlowLine = memo(function FlowLine({ flow, selected, hovered, focused, mark }: FlowLineProps) {
  const counts = useBadgeCounts(flow.id, flow.gathers);
  const description = useFlowDescription(flow, { counts, selected });
  const crosses = flow.crosses.length > 0;
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of a drawing is not interactive by itself
    <g
      id={itemId(flow.id)}
      role="img"
      aria-label={description}
      className={styles['flow']}
      data-testid={flow.label === null ? `flow-${flow.id}` : `flow-line-${flow.id}`}
      data-crosses={crosses || undefined}
      data-selected={selected || undefined}
      data-hovered={hovered || undefined}
      data-focused={focused || undefined}
      data-out={flow.outOfScope || undefined}
      data-peer={mark === null ? undefined : ''}
      style={mark === null ? undefined : peerStyle(mark.colour)}
    >
      {selected || focused || mark !== null ? <path className={styles['halo']} d={flow.d} /> : null}
      <path className={styles['line']} d={flow.d} />
      <path className={styles['head']} d={flow.heads.map(headShape).join('')} />
      {flow.marks.length === 0 ? null : <path className={styles['gate']} d={flow.marks.map(gateShape).join('')} />}
    </g>
  );
});
