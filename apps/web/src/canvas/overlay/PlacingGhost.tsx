/** What would be placed, following the pointer: the shape of its kind at the size it will have. */
import type { Viewport } from '../../session/session-store.ts';
import { useSession } from '../../session/use-session.ts';
import { useWords } from '../../session/words.ts';
import { Glyph } from '../../ui/Glyph.tsx';
import { useRoom } from '../../room/use-room.ts';
import { boxAround } from '../../room/place-element.ts';
import type { Preview } from '../canvas-store.ts';
import styles from './PreviewLayer.module.css';
import { screenBox } from './screen-box.ts';

interface PlacingGhostProps {
  readonly preview: Extract<Preview, { kind: 'ghost' | 'boundary' }>;
  readonly viewport: Viewport;
}

/** The ghost; nothing unless something is being placed. */
export function PlacingGhost({ preview, viewport }: PlacingGhostProps) {
  const tool = useSession((state) => state.tool);
  const { pack } = useRoom();
  const { common } = useWords();
  if (tool.kind !== 'place') return null;
  const stencil = pack.stencil(tool.type);
  const boundary = pack.boundaryKind(tool.type);
  const name = stencil?.short ?? stencil?.label ?? boundary?.short ?? boundary?.label ?? common.kinds[tool.element];
  const box = preview.kind === 'ghost' ? boxAround(preview.at, tool.element) : preview.box;
  return (
    <div
      className={styles['ghost']}
      data-kind={tool.element}
      data-colour={boundary?.colour}
      data-style={boundary?.style}
      style={screenBox(viewport, box)}
      aria-hidden="true"
    >
      {stencil === null ? null : <Glyph name={stencil.icon} kind={stencil.kind} size={18} />}
      <span>{name}</span>
    </div>
  );
}
