/** Laser pointers over the diagram: the trails of others and mine, and the surface that takes my pointer while I point. Presence only. */
import { together } from '@strideboard/words';
import { X } from 'lucide-react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import styles from './LaserLayer.module.css';
import { createLaserView, type LaserView } from './laser-view.ts';

/** Mounted while the board is open; shows nothing while nobody points. */
export function LaserLayer() {
  const room = useRoom();
  const session = useSessionStore();
  const [view] = useState(() => createLaserView(room.live, session));
  const laser = useSession((state) => state.laser);
  const trails = useRef<HTMLCanvasElement>(null);
  useEffect(() => (trails.current === null ? undefined : view.attach(trails.current)), [view]);
  return (
    <>
      {laser === null ? null : <LaserSurface view={view} />}
      <div className={styles['trails']} aria-hidden="true">
        <canvas ref={trails} data-testid="lasers" data-lasers="" />
      </div>
      {laser === 'on' ? <EndButton /> : null}
    </>
  );
}

/** For hands without a keyboard. */
function EndButton() {
  const session = useSessionStore();
  return (
    <div className={styles['end']}>
      <Button icon={<X size={14} aria-hidden />} onClick={() => session.setState({ laser: null })}>
        {together.laser.end}
      </Button>
    </div>
  );
}

/** Takes the pointer, so that pointing moves and selects nothing; the wheel goes on to the diagram. */
function LaserSurface({ view }: { readonly view: LaserView }) {
  const room = useRoom();
  const session = useSessionStore();
  const surface = useRef<HTMLDivElement>(null);
  useEffect(() => {
    room.presence.set({ cursor: null });
    const node = surface.current;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      document.querySelector('[data-surface]')?.dispatchEvent(new WheelEvent(event.type, event));
    };
    node?.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      node?.removeEventListener('wheel', onWheel);
      view.off();
    };
  }, [room, view]);
  const point = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>): void => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const { viewport } = session.getState();
    view.point({
      x: (clientX - left - viewport.x) / viewport.zoom,
      y: (clientY - top - viewport.y) / viewport.zoom,
    });
  };
  return (
    <div
      ref={surface}
      className={styles['surface']}
      data-testid="laser-surface"
      aria-hidden="true"
      onPointerDown={point}
      onPointerMove={point}
      onPointerLeave={() => view.off()}
      onPointerUp={({ pointerType }) => {
        // A finger or pen that is lifted points nowhere; a mouse still does.
        if (pointerType !== 'mouse') view.off();
      }}
      onPointerCancel={() => view.off()}
    />
  );
}
