/** Everything drawn over the diagram in screen size: rubber band, ghost, the flow being drawn, handles and arrows. */
import { Handles } from './Handles.tsx';
import { PreviewLayer } from './PreviewLayer.tsx';
import { QuickConnect } from './QuickConnect.tsx';
import { ToolHint } from './ToolHint.tsx';
import type { PointerControl } from '../gestures/pointer-control.ts';
import { useMayEdit } from '../../room/use-room.ts';
import { useSession } from '../../session/use-session.ts';

/** The overlay of one surface. */
export function Overlay({ control }: { readonly control: PointerControl | null }) {
  const mayEdit = useMayEdit();
  const isSelecting = useSession(({ tool, editing }) => tool.kind === 'select' && editing === null);
  return (
    <>
      <PreviewLayer />
      {mayEdit && isSelecting && control !== null ? (
        <>
          <Handles control={control} />
          <QuickConnect control={control} />
        </>
      ) : null}
      <ToolHint />
    </>
  );
}
