/** What the pointer can take hold of around a selected element. */
import type { PointerControl } from '../gestures/pointer-control.ts';
import { Handles } from './Handles.tsx';
import { QuickConnect } from './QuickConnect.tsx';

/** Handles to resize and arrows to connect. */
export function SelectionTools({ control }: { readonly control: PointerControl }) {
  return (
    <>
      <Handles control={control} />
      <QuickConnect control={control} />
    </>
  );
}
