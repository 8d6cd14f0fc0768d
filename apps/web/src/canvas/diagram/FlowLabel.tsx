/** The plate of one flow: its number in bold, then its label, on the colour of the ground. */
import type { SceneFlow } from '@strideboard/render';
import { type CSSProperties, memo } from 'react';
import styles from './FlowLayer.module.css';
import type { PeerMark } from './peer-marks.ts';

/** What a label shows. */
interface FlowLabelProps {
  readonly flow: SceneFlow;
  readonly selected: boolean;
  /** Its text is being edited: the field stands in for it. */
  readonly edited: boolean;
  readonly mark: PeerMark | null;
}

/** How far the number goes to stand in the middle of its plate when it is alone, handed to the style sheet. */
const farStyle = (by: number): CSSProperties => ({ '--to-middle': `${by}px` }) as CSSProperties; // custom properties are not in the type

/** The plate; nothing for a flow without number and label. */
export const FlowLabel = memo(function FlowLabel({ flow, selected, edited, mark }: FlowLabelProps) {
  if (flow.label === null || edited) return null;
  const { box, number, lines } = flow.label;
  return (
    <g
      className={styles['label']}
      data-testid={`flow-${flow.id}`}
      data-selected={selected || undefined}
      data-out={flow.outOfScope || undefined}
      style={number === null ? undefined : farStyle(box.x + box.width / 2 - number.x)}
    >
      <rect
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={5}
        style={mark === null ? undefined : { stroke: mark.colour }}
      />
      <text>
        {number === null ? null : (
          <tspan className={styles['number']} x={number.x} y={number.y}>
            {number.text}
          </tspan>
        )}
        {lines.map((line) => (
          <tspan key={`${line.y}`} x={line.x} y={line.y}>
            {line.text}
          </tspan>
        ))}
      </text>
    </g>
  );
});
