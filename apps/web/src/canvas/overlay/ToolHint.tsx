/** One sentence under the toolbar that says what the tool in the hand waits for. */
import { say } from '@strideboard/words';
import { useRoom } from '../../room/use-room.ts';
import { useSession } from '../../session/use-session.ts';
import { useWords } from '../../session/words.ts';
import { useCanvas } from '../bench.ts';
import styles from './ToolHint.module.css';

/** The hint; nothing while selecting or moving the view. Read out politely. */
export function ToolHint() {
  const tool = useSession((state) => state.tool);
  const { pack } = useRoom();
  const { canvas, common } = useWords();
  const byKeys = useCanvas(({ preview }) => (preview?.kind === 'connect' ? preview.hint : undefined));
  const isCarried = useCanvas((state) => state.carried);
  const text = (): string => {
    if (isCarried) return canvas.carried;
    if (tool.kind === 'connect' && byKeys !== undefined) return byKeys;
    if (tool.kind === 'connect') return tool.from === null ? canvas.connect.chooseSource : canvas.connect.chooseTarget;
    if (tool.kind !== 'place') return '';
    const name = pack.typeLabel(tool.type);
    if (tool.form !== undefined) return tool.form === 'poly' ? canvas.place.free : canvas.place.line;
    if (tool.element === 'boundary') return say(canvas.place.boundary, { name: name ?? canvas.place.boundaryUnnamed });
    if (tool.element === 'note' && name === null) return say(canvas.place.element, { name: canvas.place.note });
    return say(canvas.place.element, { name: name ?? common.kinds[tool.element] });
  };
  return (
    <p
      className={styles['hint']}
      role="status"
      data-below={(tool.kind === 'place' && tool.element === 'boundary') || undefined}
    >
      {text()}
    </p>
  );
}
