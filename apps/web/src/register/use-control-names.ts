/** Titles of controls, of packs and of the room. */
import { useMemo } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useModel } from '../room/use-room.ts';

/** Gives a control's title; its id where nobody knows it. */
export function useControlNames(): (id: string) => string {
  const names = useAnalysis((state) => state.names.controls);
  const controls = useModel((model) => model.controls);
  return useMemo(() => {
    const own = new Map(controls.map(({ id, title }) => [id, title]));
    return (id) => own.get(id) ?? (Object.hasOwn(names, id) ? (names[id] ?? id) : id);
  }, [names, controls]);
}
