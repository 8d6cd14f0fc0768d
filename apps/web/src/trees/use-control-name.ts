/** What controls are called: those of packs and those of the board. */
import { useCallback } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useModel } from '../room/use-room.ts';

/** The name of a control; its id where nobody knows it. */
export function useControlName(): (id: string) => string {
  const names = useAnalysis((state) => state.names.controls);
  const own = useModel((model) => model.controls);
  return useCallback(
    (id) => (Object.hasOwn(names, id) ? names[id] : undefined) ?? own.find((control) => control.id === id)?.title ?? id,
    [names, own],
  );
}
