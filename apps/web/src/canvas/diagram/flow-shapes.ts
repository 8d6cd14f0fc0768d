/** Path data of the small shapes on a flow, in canvas px. */
import type { CrossingMark, FlowHead } from '@strideboard/render';

const HEAD_LENGTH = 10;
const HEAD_HALF = 4.5;
const GATE_HALF = 6;
const GATE_GAP = 2.5;

/** A filled head with its tip where the flow arrives. */
export function headShape({ x, y, angle }: FlowHead): string {
  const at = placer(x, y, angle);
  return `M${at(0, 0)}L${at(-HEAD_LENGTH, -HEAD_HALF)}L${at(-HEAD_LENGTH, HEAD_HALF)}Z`;
}

/** A gate: two posts across the flow, so that a crossing shows without colour. */
export function gateShape({ x, y, angle }: CrossingMark): string {
  const at = placer(x, y, angle);
  const post = (along: number): string => `M${at(along, -GATE_HALF)}L${at(along, GATE_HALF)}`;
  return post(-GATE_GAP) + post(GATE_GAP);
}

/** Turns offsets along and across a direction (degrees clockwise from the x axis) into places. */
function placer(x: number, y: number, angle: number): (along: number, across: number) => string {
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const round = (value: number): number => Math.round(value * 100) / 100;
  return (along, across) => `${round(x + along * cos - across * sin)} ${round(y + along * sin + across * cos)}`;
}
