/** What the pointer can take hold of around a selected element or flow. */
import type { PointerControl } from '../gestures/pointer-control.ts';
import { FlowHandles } from './FlowHandles.tsx';
import { Guides } from './Guides.tsx';
import { Handles } from './Handles.tsx';
import { QuickConnect } from './QuickConnect.tsx';
import { ShapeHandles } from './ShapeHandles.tsx';

/** Handles to resize, arrows to connect, grips to bend and reconnect. */
export function SelectionTools({ control }: { readonly control: PointerControl }) {
  return (
    <>
      <Handles control={control} />
      <FlowHandles control={control} />
      <ShapeHandles control={control} />
      <Guides />
      <QuickConnect control={control} />
    </>
  );
}
