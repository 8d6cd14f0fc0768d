/** All flows in view in one drawing between boundaries and elements: lines first, then labels, then badges, so that no line runs over a label. */
import type { SceneFlow } from '@strideboard/render';
import { memo } from 'react';
import styles from './FlowLayer.module.css';
import { FlowBadge } from './FlowBadge.tsx';
import { FlowLabel } from './FlowLabel.tsx';
import { FlowLine } from './FlowLine.tsx';
import type { PeerMark } from './peer-marks.ts';

/** What the layer draws. */
interface FlowLayerProps {
  readonly flows: readonly SceneFlow[];
  readonly zIndex: number;
  readonly selected: ReadonlySet<string>;
  readonly marks: ReadonlyMap<string, PeerMark>;
  readonly hover: string | null;
  readonly focus: string | null;
  readonly edited: string | null;
}

/** The drawing. */
export const FlowLayer = memo(function FlowLayer(props: FlowLayerProps) {
  const { flows, zIndex, selected, marks, hover, focus, edited } = props;
  return (
    <svg className={styles['layer']} style={{ zIndex }} role="presentation" focusable="false">
      <g>
        {flows.map((flow) => (
          <FlowLine
            key={flow.id}
            flow={flow}
            selected={selected.has(flow.id)}
            hovered={hover === flow.id}
            focused={focus === flow.id}
            mark={marks.get(flow.id) ?? null}
          />
        ))}
      </g>
      <g>
        {flows.map((flow) => (
          <FlowLabel
            key={flow.id}
            flow={flow}
            selected={selected.has(flow.id)}
            edited={edited === flow.id}
            mark={marks.get(flow.id) ?? null}
          />
        ))}
      </g>
      <g data-badges="">
        {flows.map((flow) => (
          <FlowBadge key={flow.id} flow={flow} />
        ))}
      </g>
    </svg>
  );
});
