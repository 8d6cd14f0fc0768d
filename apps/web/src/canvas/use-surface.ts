/** The surface of the canvas: its size, its pointer control, the first view, and what has to go when things are deleted. */
import { type RefCallback, useCallback, useEffect, useState } from 'react';
import { fitAll } from './actions.ts';
import { shownDiagram } from '../room/current-diagram.ts';
import type { Bench } from './bench.ts';
import { resized } from './view/resized.ts';
import { farFactor } from './view/viewport.ts';
import { createPointerControl, type PointerControl } from './gestures/pointer-control.ts';

/** What the canvas component needs of its surface. */
export interface Surface {
  readonly surface: HTMLElement | null;
  readonly ref: RefCallback<HTMLElement>;
  readonly control: PointerControl | null;
  /** Whether the first scene has been drawn. */
  readonly isReady: boolean;
}

interface Opened {
  readonly surface: HTMLElement | null;
  readonly control: PointerControl | null;
}

const CLOSED: Opened = { surface: null, control: null };

/** Sets up the surface once its element is there. */
export function useSurface(bench: Bench): Surface {
  const [{ surface, control }, setOpened] = useState<Opened>(CLOSED);
  const [isReady, setReady] = useState(false);
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined;
      const created = createPointerControl(bench, element);
      setOpened({ surface: element, control: created });
      return () => {
        created.dispose();
        setOpened(CLOSED);
      };
    },
    [bench],
  );
  useSize(bench, surface);
  useFirstView(bench);
  useFarFactor(bench, surface);
  useTidySelection(bench);

  useEffect(() => {
    const { session } = bench;
    let frame = 0;
    const check = (): void => {
      if (session.getState().canvasSize.width === 0) return;
      stop();
      // Two frames later the nodes of the first scene have been painted.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => setReady(true));
      });
    };
    const stop = session.subscribe(check);
    check();
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [bench]);

  return { surface, ref, control, isReady };
}

/** Panels that open or close because the window has another size have done so by then, ms. */
const SETTLED_MS = 1000;

/** Keeps the session informed of the size of the surface; with the window the view changes too, so that it shows the same. */
function useSize({ session, scenes }: Bench, surface: HTMLElement | null): void {
  useEffect(() => {
    if (surface === null) return undefined;
    let frame = { width: innerWidth, height: innerHeight, changed: Number.NEGATIVE_INFINITY };
    const isByWindow = (): boolean => {
      if (frame.width !== innerWidth || frame.height !== innerHeight)
        frame = { width: innerWidth, height: innerHeight, changed: performance.now() };
      return performance.now() - frame.changed < SETTLED_MS;
    };
    const measure = (): void => {
      const { width, height } = surface.getBoundingClientRect();
      const known = session.getState().canvasSize;
      if (known.width === width && known.height === height) return;
      const { viewport, following } = session.getState();
      const isKept = isByWindow() && known.width > 0 && width > 0 && following === null;
      session.getState().setCanvasSize({ width, height });
      // Before anything was drawn the first view has fitted itself.
      if (isKept && session.getState().viewport === viewport)
        session.getState().setViewport(resized(viewport, scenes.scene().bounds, known, { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(surface);
    return () => observer.disconnect();
  }, [session, scenes, surface]);
}

/** Fits the diagram into view when it is first there, unless the person has moved the view or drawn before. */
function useFirstView(bench: Bench): void {
  useEffect(() => {
    const { session, scenes } = bench;
    // The canvas was put up anew and its view is known.
    if (session.getState().canvasSize.width > 0) return undefined;
    let shown = session.getState().viewport;
    const fit = (): void => {
      const { viewport, canvasSize, selection, tool, editing } = session.getState();
      if (canvasSize.width === 0) return;
      const isTouched = viewport !== shown || selection.length > 0 || editing !== null || tool.kind !== 'select';
      const isDone = isTouched || scenes.scene().bounds !== null;
      if (isDone) for (const stop of stops) stop();
      if (isTouched) return;
      fitAll(bench);
      shown = session.getState().viewport;
    };
    const stops = [
      scenes.subscribe(fit),
      session.subscribe((now, before) => {
        if (now.canvasSize !== before.canvasSize || now.editing !== before.editing) fit();
      }),
    ];
    fit();
    return () => {
      for (const stop of stops) stop();
    };
  }, [bench]);
}

/**
 * Tells the style sheet how much signs and lines have to grow to be seen from afar. In steps, since each change styles the whole diagram
 * again; at usual zooms it is 1 and never changes.
 */
function useFarFactor({ session }: Bench, surface: HTMLElement | null): void {
  useEffect(() => {
    if (surface === null) return undefined;
    let applied = 0;
    const apply = (): void => {
      const factor = farFactor(session.getState().viewport.zoom);
      if (factor !== applied) {
        surface.style.setProperty('--far', String(factor));
        surface.toggleAttribute('data-grown', factor > 1);
      }
      applied = factor;
    };
    apply();
    return session.subscribe(apply);
  }, [session, surface]);
}

/** What is deleted or moved to another diagram, by whomever, leaves the selection and the focus. */
function useTidySelection({ room, session, canvas }: Bench): void {
  useEffect(
    () =>
      room.document.subscribe(({ model, diff }) => {
        const now = session.getState();
        const current = shownDiagram(model.diagrams, now.diagram);
        const { elements } = room.index();
        const left = diff.elements.changed.filter((id) => elements.get(id)?.diagram !== current);
        const gone = new Set<string>([...diff.elements.removed, ...diff.flows.removed, ...left]);
        if (gone.size === 0) return;
        const { selection } = now;
        if (selection.some((id) => gone.has(id))) now.select(selection.filter((id) => !gone.has(id)));
        const { focus, hover } = canvas.getState();
        if (focus !== null && gone.has(focus)) canvas.setState({ focus: null });
        if (hover !== null && gone.has(hover)) canvas.setState({ hover: null });
      }),
    [room, session, canvas],
  );
}
