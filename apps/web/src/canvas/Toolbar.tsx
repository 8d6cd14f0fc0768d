/** The floating toolbar: one tool in the hand at a time. View-only people get the two that change nothing. */
import { BoxSelect, Command, Hand, MousePointer2, Spline, StickyNote } from 'lucide-react';
import { type ComponentType, Suspense } from 'react';
import { useMayEdit } from '../room/use-room.ts';
import { lazyPart } from '../session/lazy-part.ts';
import { useSession } from '../session/use-session.ts';
import { IconButton } from '../ui/Button.tsx';
import { useBench } from './bench.ts';
import styles from './Toolbar.module.css';
import { choose, TOOL_KEYS, type ToolName, toolName, TOOLS } from './tools.ts';

const ICONS: Readonly<
  Record<ToolName, ComponentType<{ size?: number; strokeWidth?: number; 'aria-hidden'?: boolean }>>
> = {
  select: MousePointer2,
  pan: Hand,
  connect: Spline,
  boundary: BoxSelect,
  note: StickyNote,
};

// Of use once several elements are selected.
const ArrangeButton = lazyPart(async () => (await import('./ArrangeButton.tsx')).ArrangeButton);

/** The bar. */
export function Toolbar() {
  const bench = useBench();
  const { canvas } = bench.words;
  const mayEdit = useMayEdit();
  const current = useSession((state) => toolName(state.tool));
  const tools = TOOLS.filter((name) => mayEdit || name === 'select' || name === 'pan');
  return (
    <div className={styles['bar']} role="toolbar" aria-label={canvas.tools.bar}>
      {tools.map((name) => {
        const Icon = ICONS[name];
        return (
          <IconButton
            key={name}
            label={canvas.tools[name]}
            shortcut={TOOL_KEYS[name]}
            pressed={current === name}
            onClick={() => choose(bench, name)}
          >
            <Icon size={17} strokeWidth={1.7} aria-hidden />
          </IconButton>
        );
      })}
      <span className={styles['gap']} aria-hidden="true" />
      {mayEdit ? (
        <Suspense>
          <ArrangeButton />
        </Suspense>
      ) : null}
      <IconButton
        label={canvas.tools.commands}
        shortcut="Ctrl+K"
        aria-haspopup="dialog"
        onClick={() => bench.session.getState().openDialog('commands')}
      >
        <Command size={16} strokeWidth={1.7} aria-hidden />
      </IconButton>
    </div>
  );
}
