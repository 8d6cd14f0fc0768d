/** Everything drawn over the diagram in screen size: rubber band, ghost, the flow being drawn, handles and arrows. */
import { lazyPart } from '../../session/lazy-part.ts';
import { Suspense } from 'react';
import { PreviewLayer } from './PreviewLayer.tsx';
import { ToolHint } from './ToolHint.tsx';
import type { PointerControl } from '../gestures/pointer-control.ts';
import { useMayEdit, useModel } from '../../room/use-room.ts';
import { useSession } from '../../session/use-session.ts';

// Of use once something is selected: it may follow the diagram.
const SelectionTools = lazyPart(async () => (await import('./SelectionTools.tsx')).SelectionTools);

// Of use once there is a second diagram.
const DetailMarks = lazyPart(async () => (await import('./DetailMarks.tsx')).DetailMarks);

// Of use while a boundary is in the hand.
const BoundaryForms = lazyPart(async () => (await import('./BoundaryForms.tsx')).BoundaryForms);
const OutlineTool = lazyPart(async () => (await import('./OutlineTool.tsx')).OutlineTool);

// Of use while a blast radius is open.
const BlastMarks = lazyPart(async () => (await import('./BlastMarks.tsx')).BlastMarks);

/** The overlay of one surface. */
export function Overlay({ control }: { readonly control: PointerControl | null }) {
  const mayEdit = useMayEdit();
  const hasDiagrams = useModel(({ diagrams }) => diagrams.length > 1);
  const hasBlast = useSession(({ blast }) => blast !== null);
  const boundary = useSession(({ tool }) => (tool.kind === 'place' && tool.element === 'boundary' ? tool : null));
  const isSelecting = useSession(({ tool, editing }) => tool.kind === 'select' && editing === null);
  return (
    <>
      {hasBlast ? (
        <Suspense>
          <BlastMarks />
        </Suspense>
      ) : null}
      <PreviewLayer />
      {hasDiagrams ? (
        <Suspense>
          <DetailMarks />
        </Suspense>
      ) : null}
      {mayEdit && isSelecting && control !== null ? (
        <Suspense>
          <SelectionTools control={control} />
        </Suspense>
      ) : null}
      {boundary === null ? null : (
        <Suspense>
          {boundary.form === undefined ? null : (
            <OutlineTool key={boundary.form} form={boundary.form} type={boundary.type} />
          )}
          <BoundaryForms />
        </Suspense>
      )}
      <ToolHint />
    </>
  );
}
