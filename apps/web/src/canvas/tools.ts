/** The tools of the floating toolbar. */
import type { Tool } from '../session/session-store.ts';
import type { Bench } from './bench.ts';

/** Names of the tools, in the order of the toolbar. */
export const TOOLS = ['select', 'pan', 'connect', 'boundary', 'note'] as const;
/** One of {@link TOOLS}. */
export type ToolName = (typeof TOOLS)[number];

/** The key of each tool. */
export const TOOL_KEYS: Readonly<Record<ToolName, string>> = {
  select: 'V',
  pan: 'H',
  connect: 'C',
  boundary: 'B',
  note: 'N',
};

/** Which button of the toolbar a tool stands for; `null` for placing something from the palette. */
export function toolName(tool: Tool): ToolName | null {
  if (tool.kind !== 'place') return tool.kind;
  if (tool.type !== '') return null;
  return tool.element === 'boundary' || tool.element === 'note' ? tool.element : null;
}

/** Takes a tool into the hand. */
export function choose({ session, canvas }: Bench, name: ToolName): void {
  canvas.setState({ preview: null });
  const now = session.getState();
  if (name === 'select' || name === 'pan') now.setTool({ kind: name });
  else if (name === 'connect') now.setTool({ kind: 'connect', from: null });
  else now.setTool({ kind: 'place', element: name, type: '' });
}
