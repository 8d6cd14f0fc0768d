/** What lies over the drawing and is not part of it: trails of laser pointers, marks of conversations. */
import { CommentPins } from './comments/CommentPins.tsx';
import { LaserLayer } from './together/LaserLayer.tsx';
import { LockCard } from './together/LockCard.tsx';

/** The layers, lowest first. */
export function BoardLayer() {
  return (
    <>
      <CommentPins />
      <LockCard />
      <LaserLayer />
    </>
  );
}
