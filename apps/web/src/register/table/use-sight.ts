/** What is seen of a box that scrolls, following its size and its scrolling. */
import { type RefObject, useEffect, useState } from 'react';
import type { Sight } from './window-rows.ts';

/** Height, scroll offset and width of the box, px; before it is there, of a usual one. */
export interface BoxSight extends Sight {
  readonly width: number;
}

const USUAL: BoxSight = { scrollTop: 0, height: 400, width: 900 };

/** The sight of the box; `onScroll` belongs to it. */
export function useSight(box: RefObject<HTMLElement | null>): {
  readonly sight: BoxSight;
  readonly onScroll: () => void;
} {
  const [sight, setSight] = useState(USUAL);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setSight(look(element)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return {
    sight,
    onScroll: () => {
      const element = box.current;
      if (element !== null) setSight(look(element));
    },
  };
}

const look = ({ scrollTop, clientHeight, clientWidth }: HTMLElement): BoxSight => ({
  scrollTop,
  height: clientHeight,
  width: clientWidth,
});
