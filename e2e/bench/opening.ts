/** Watches a page from its first line on: when the board's bytes came, when it was first drawn, when something could be dragged. */

/** ms since the address was given. */
export interface Opening {
  readonly bytes: number;
  readonly picture: number;
  readonly dragged: number;
}

/** Canvas px. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Installed before anything else of a page, with the middle of something on the board. Presses and pulls there from the first picture on, in
 * every frame, until the thing follows; then it is held, and the page's `drop` lets go. The result is the page's `opening`.
 */
export function watchOpening(middle: Place): void {
  let bytes = Number.NaN;
  const Own = globalThis.WebSocket;
  globalThis.WebSocket = class extends Own {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      // Asked before the app is: the moment is that of the arrival.
      this.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (data instanceof ArrayBuffer && data.byteLength > 2_000) bytes = performance.now();
      });
    }
  };
  const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
  const send = (surface: HTMLElement, type: string, by: number): void => {
    const layer = document.querySelector('[data-testid="diagram-layer"], .react-flow__viewport');
    const { a, e, f } = new DOMMatrix(layer === null ? '' : getComputedStyle(layer).transform);
    const { left, top } = surface.getBoundingClientRect();
    const place = { clientX: left + middle.x * a + e + by, clientY: top + middle.y * a + f + by };
    const pointer = { pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0 };
    const buttons = type === 'pointerup' ? 0 : 1;
    surface.dispatchEvent(new PointerEvent(type, { ...place, ...pointer, buttons, bubbles: true, cancelable: true }));
  };
  const watch = async (): Promise<Opening> => {
    const drawn = '[data-testid="underlay"], [data-testid^="node-"]';
    while (document.querySelector(drawn) === null || Number.isNaN(bytes)) await frame();
    const picture = await frame();
    for (;;) {
      const surface = document.querySelector<HTMLElement>('[data-surface]');
      if (surface === null) throw new Error('there is no surface');
      surface.setPointerCapture = () => undefined;
      surface.releasePointerCapture = () => undefined;
      send(surface, 'pointerdown', 0);
      send(surface, 'pointermove', 8);
      send(surface, 'pointermove', 16);
      await frame();
      const dragged = await frame();
      if (document.querySelector('[data-lifted]') !== null) {
        Object.assign(globalThis, { drop: () => send(surface, 'pointerup', 16) });
        return { bytes, picture, dragged };
      }
      send(surface, 'pointerup', 0);
    }
  };
  Object.assign(globalThis, { opening: watch() });
}
