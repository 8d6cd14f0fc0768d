/**
 * The one place where pointer events of the canvas arrive. One gesture lives at a time; it is chosen by tool and place when the pointer goes
 * down, follows it everywhere (the surface captures the pointer), and can be cancelled at any moment. Two fingers always pan and zoom.
 * A handle that is clicked instead of dragged is carried: it follows the pointer until the next click puts it down (WCAG 2.2, 2.5.7 Dragging Movements).
 */
import type { Bench } from '../bench.ts';
import { itemUnder, isOnFrame } from '../view/under-pointer.ts';
import { pinched } from '../view/pinch.ts';
import { panBy, type ScreenPoint, toCanvas, zoomAt } from '../view/viewport.ts';
import { createWheelReader } from '../view/wheel.ts';
import { arrowHost, connectByTool, showConnecting } from './connect.ts';
import { createEdgePan } from './edge-pan.ts';
import { type Gesture, isDragged, type Pointer } from './gesture.ts';
import { heldTool, watchHeld } from './held.ts';
import { nameThere } from './name-there.ts';
import { pan } from './pan.ts';
import { place } from './place.ts';
import { press } from './press.ts';
import { createTapReader, isPalm } from './taps.ts';

/** Control over the gestures of one surface. */
export interface PointerControl {
  /** Starts a gesture for a press that did not begin on the surface itself, such as on a handle; one that `isCarried` may be clicked too. */
  begin(event: PointerEvent, start: (pointer: Pointer) => Gesture, isCarried?: 'isCarried'): void;
  /** Cancels the gesture in progress. Whether there was one. */
  cancel(): boolean;
  /** Space held: the next drag moves the view. */
  setSpace(held: boolean): void;
  dispose(): void;
}

/** Fields inside the surface that handle the pointer themselves. */
const OWN_POINTER = 'textarea, input, button, a, label';

/** The button of a pen's other end. Its barrel is the right button, for which the browser asks for the menu itself. */
const PEN_ERASER = 5;

interface Running {
  readonly id: number;
  gesture: Gesture;
  last: Pointer;
  /** Where it was pressed, for what may be carried. */
  readonly from: Pointer | null;
  /** It was let go without a drag and follows the pointer. */
  isCarried: boolean;
  readonly isPen: boolean;
}

/** Listens on a surface until disposed. */
export function createPointerControl(bench: Bench, surface: HTMLElement): PointerControl {
  const { session, canvas, room } = bench;
  const readWheel = createWheelReader();
  const taps = createTapReader();
  const fingers = new Map<number, ScreenPoint>();
  const listening = new AbortController();
  let running: Running | null = null;
  let space = false;

  const screenPoint = ({ clientX, clientY }: { clientX: number; clientY: number }): ScreenPoint => {
    const { left, top } = surface.getBoundingClientRect();
    return { left: clientX - left, top: clientY - top };
  };
  const pointerAt = (screen: ScreenPoint, keys: PointerKeys): Pointer => ({
    screen,
    canvas: toCanvas(session.getState().viewport, screen),
    shift: keys.shiftKey,
    control: keys.ctrlKey || keys.metaKey,
    alt: keys.altKey,
    isFinger: keys.pointerType === 'touch' || keys.pointerType === 'pen',
  });
  const pointerOf = (event: PointerEvent): Pointer => pointerAt(screenPoint(event), event);

  const follow = (pointer: Pointer): void => {
    if (running === null) return;
    running.last = pointer;
    running.gesture = running.gesture.move(pointer);
    edges.watch(running.gesture.pansAtEdge === true ? pointer.screen : null);
  };
  const edges = createEdgePan({
    size: () => session.getState().canvasSize,
    pan: (by) => {
      if (running === null) return;
      session.getState().setViewport(panBy(session.getState().viewport, by));
      const { last } = running;
      follow({ ...last, canvas: toCanvas(session.getState().viewport, last.screen) });
    },
  });
  const stop = (): void => {
    if (running !== null && surface.hasPointerCapture(running.id)) surface.releasePointerCapture(running.id);
    running = null;
    edges.watch(null);
    canvas.setState({ busy: false, carried: false });
  };
  const cancel = (): boolean => {
    const was = running;
    if (was === null) return false;
    stop();
    was.gesture.cancel();
    return true;
  };
  const start = (event: PointerEvent, gesture: Gesture, pointer: Pointer, from: Pointer | null = null): void => {
    cancel();
    running = {
      id: event.pointerId,
      gesture,
      last: pointer,
      from,
      isCarried: false,
      isPen: event.pointerType === 'pen',
    };
    surface.setPointerCapture(event.pointerId);
    canvas.setState({ busy: true, hover: null, host: null });
  };

  const gestureFor = (event: PointerEvent, pointer: Pointer): Gesture | null => {
    const { tool } = session.getState();
    if (event.button === 1 || (event.button === 0 && (space || tool.kind === 'pan'))) return pan(bench, pointer);
    if (event.button !== 0) return null;
    if (tool.kind === 'connect' && room.mayEdit()) return connectByTool(bench, pointer, tool.from);
    // A boundary drawn by its corners has a layer of its own over the diagram.
    if (tool.kind === 'place' && tool.form !== undefined) return null;
    if (tool.kind === 'place' && room.mayEdit()) return place(bench, pointer, tool);
    return press(bench, pointer);
  };

  /** Counts fingers. A further one takes back what the first began, and from then on both move the view. */
  const isFurtherFinger = (event: PointerEvent): boolean => {
    if (event.pointerType !== 'touch') return false;
    fingers.set(event.pointerId, screenPoint(event));
    if (fingers.size === 1) return false;
    taps.forget();
    cancel();
    for (const id of fingers.keys()) surface.setPointerCapture(id);
    return true;
  };
  /** A hand that rests on the screen, also beside a pen that draws, begins nothing. */
  const isResting = (event: PointerEvent): boolean =>
    isPalm(event) || (event.pointerType === 'touch' && running?.isPen === true);
  const onDown = (event: PointerEvent): void => {
    if (event.target instanceof Element && event.target.closest(OWN_POINTER) !== null) return;
    if (isResting(event)) {
      event.preventDefault();
      return;
    }
    if (isFurtherFinger(event)) return;
    if (event.pointerType !== 'mouse') taps.down(event);
    const pointer = pointerOf(event);
    // Focus goes to the diagram by hand: preventing the default also keeps a middle click from scrolling and text from being selected.
    event.preventDefault();
    surface.focus({ preventScroll: true });
    if (event.pointerType === 'pen' && event.button === PEN_ERASER) {
      const { clientX, clientY } = event;
      const menu = { bubbles: true, cancelable: true, button: 2, clientX, clientY };
      surface.dispatchEvent(new MouseEvent('contextmenu', menu));
      return;
    }
    const gesture = gestureFor(event, pointer);
    if (gesture !== null) start(event, gesture, pointer);
  };

  const onMove = (event: PointerEvent): void => {
    const pointer = pointerOf(event);
    if (fingers.has(event.pointerId)) {
      const before = [...fingers.values()];
      fingers.set(event.pointerId, pointer.screen);
      if (fingers.size > 1) {
        session.getState().setViewport(pinched(session.getState().viewport, before, [...fingers.values()]));
        return;
      }
    }
    room.presence.set({ cursor: [Math.round(pointer.canvas.x), Math.round(pointer.canvas.y)] });
    if (running !== null) {
      if (event.pointerId === running.id || running.isCarried) follow(pointer);
    } else if (event.pointerType !== 'touch' || heldTool(session) !== null) hover(pointer);
  };

  const hover = (pointer: Pointer): void => {
    const { tool, viewport } = session.getState();
    if (tool.kind === 'connect' && tool.from !== null) showConnecting(bench, tool.from, pointer);
    else if (tool.kind === 'place' && tool.form === undefined)
      canvas.setState({ preview: { kind: 'ghost', at: pointer.canvas } });
    const item = itemUnder(bench.scenes.grid(), pointer.canvas, viewport.zoom);
    const isHandle =
      item !== null &&
      (item.item === 'flow' || item.boundary === null || isOnFrame(item, pointer.canvas, viewport.zoom));
    const shape =
      space || tool.kind === 'pan' ? 'grab' : tool.kind !== 'select' ? 'crosshair' : isHandle ? 'move' : 'default';
    const id = item?.id ?? null;
    const now = canvas.getState();
    const host = arrowHost(bench, { present: now.host, under: item, pointer });
    if (now.hover !== id || now.host !== host || now.cursor !== shape) {
      canvas.setState({ hover: id, host, cursor: shape });
    }
  };

  const onUp = (event: PointerEvent): void => {
    if (running === null || event.pointerId !== running.id) return;
    const { gesture, from } = running;
    const pointer = pointerOf(event);
    if (from !== null && !isDragged(from, pointer)) {
      running.isCarried = true;
      canvas.setState({ carried: true });
      return;
    }
    stop();
    gesture.end(pointer);
    if (event.pointerType !== 'mouse' && taps.up(event)) onDouble(event);
  };
  /** What is carried is put down by the next press, whatever lies there; a press beside the diagram gives it up. */
  const onPutDown = (event: PointerEvent): void => {
    if (running?.isCarried !== true) return;
    const { gesture } = running;
    if (!(event.target instanceof Node) || !surface.contains(event.target)) {
      cancel();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const pointer = pointerOf(event);
    gesture.move(pointer);
    stop();
    gesture.end(pointer);
  };
  const onDouble = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest(OWN_POINTER) !== null) return;
    nameThere(bench, toCanvas(session.getState().viewport, screenPoint(event)));
  };
  const onLost = (event: PointerEvent): void => {
    if (running?.id === event.pointerId && !running.isCarried) cancel();
  };
  const onLeave = (): void => {
    if (running !== null) return;
    room.presence.set({ cursor: null });
    const { preview } = canvas.getState();
    canvas.setState({ hover: null, host: null, preview: preview?.kind === 'connect' ? preview : null });
  };

  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const now = session.getState();
    const { viewport } = now;
    const intent = readWheel(event);
    if (intent.kind === 'pan') now.setViewport(panBy(viewport, intent));
    else now.setViewport(zoomAt(viewport, screenPoint(event), viewport.zoom * intent.factor));
  };

  /** Ctrl pressed or released during a drag changes what the drop means. */
  const onKey = (event: KeyboardEvent): void => {
    if (running === null || !['Control', 'Meta', 'Alt', 'Shift'].includes(event.key)) return;
    follow(pointerAt(running.last.screen, event));
  };

  const { signal } = listening;
  surface.addEventListener('pointerdown', onDown, { signal });
  surface.addEventListener('pointermove', onMove, { signal });
  surface.addEventListener('pointerup', onUp, { signal });
  surface.addEventListener('pointercancel', onLost, { signal });
  surface.addEventListener('lostpointercapture', onLost, { signal });
  surface.addEventListener('pointerleave', onLeave, { signal });
  surface.addEventListener('dblclick', onDouble, { signal });
  surface.addEventListener('wheel', onWheel, { signal, passive: false });
  // Wherever it is lifted: a finger that is still counted would turn the next one into a pinch.
  for (const name of ['pointerup', 'pointercancel'] as const)
    window.addEventListener(name, ({ pointerId }) => fingers.delete(pointerId), { signal, capture: true });
  window.addEventListener('pointerdown', onPutDown, { signal, capture: true });
  watchHeld(bench, surface, () => running !== null, signal);
  window.addEventListener('keydown', onKey, { signal });
  window.addEventListener('keyup', onKey, { signal });

  return {
    begin(event, startGesture, isCarried) {
      event.preventDefault();
      if (isResting(event) || isFurtherFinger(event)) return;
      const pointer = pointerOf(event);
      start(event, startGesture(pointer), pointer, isCarried === undefined ? null : pointer);
    },
    cancel,
    setSpace(held) {
      space = held;
      if (running === null) canvas.setState({ cursor: held ? 'grab' : 'default' });
    },
    dispose() {
      cancel();
      listening.abort();
      edges.dispose();
    },
  };
}

interface PointerKeys {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly pointerType?: string;
}
