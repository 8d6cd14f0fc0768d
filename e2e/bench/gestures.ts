/** Gestures on a drawing, frame by frame, each read back: a view that did not move, or a thing that was not dragged, is an error. */
import type { Page } from '@playwright/test';
import { press } from './browser.ts';
import type { FrameTimes } from './in-page.ts';

const FRAMES = 60;
const NEAR_ZOOM = 0.25;
/** The name of a boundary stands on the upper side of its frame; so far from the corner is in it, canvas px. */
const IN_NAME = 60;

/** Where a drawing takes its gestures. */
export interface Subject {
  readonly page: Page;
  readonly target: string;
}

/** Canvas px. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a page has once its meter is installed. */
interface Metered {
  readonly measureFrames: (step: (at: number) => void, most: number) => Promise<FrameTimes>;
}

/** Pan offset and zoom as the drawing has them. */
function viewOf({ page }: Subject): Promise<{ x: number; y: number; zoom: number }> {
  return page.evaluate(() => {
    const own = (globalThis as unknown as { peerView?: { x: number; y: number; zoom: number } }).peerView; // of the raw canvas
    if (own !== undefined) return { ...own };
    const layer = document.querySelector('.react-flow__viewport, [data-testid="diagram-layer"]');
    const { a, e, f } = new DOMMatrix(layer === null ? '' : getComputedStyle(layer).transform);
    return { x: e, y: f, zoom: a };
  });
}

/** Turns the wheel once for each frame, further one way than back. */
function turn(
  { page, target }: Subject,
  by: { readonly x: number; readonly y: number; readonly ctrl: boolean },
): Promise<FrameTimes> {
  return page.evaluate(
    ({ selector, x, y, ctrlKey, most }) => {
      const element = document.querySelector(selector);
      if (element === null) throw new Error(`there is no ${selector}`);
      const box = element.getBoundingClientRect();
      const middle = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
      return (globalThis as unknown as Metered).measureFrames((at) => {
        const sign = at % 20 < 12 ? 1 : -1;
        const turned = { deltaX: sign * x, deltaY: sign * y, ctrlKey, bubbles: true, cancelable: true };
        element.dispatchEvent(new WheelEvent('wheel', { ...middle, ...turned, view: window }));
      }, most);
    },
    { selector: target, x: by.x, y: by.y, ctrlKey: by.ctrl, most: FRAMES },
  );
}

/** Moves the view. */
export async function panned(subject: Subject): Promise<FrameTimes> {
  const before = await viewOf(subject);
  const times = await turn(subject, { x: 9, y: 5, ctrl: false });
  const after = await viewOf(subject);
  if (Math.abs(after.x - before.x) < 9 || after.zoom !== before.zoom) throw new Error('the pan did not move the view');
  return times;
}

/** Enlarges the view. */
export async function zoomed(subject: Subject): Promise<FrameTimes> {
  const before = await viewOf(subject);
  const times = await turn(subject, { x: 0, y: -4, ctrl: true });
  const after = await viewOf(subject);
  if (!(after.zoom > before.zoom * 1.02)) throw new Error('the zoom did not enlarge the view');
  return times;
}

/** ms from the key to the frame that shows everything, on our board. */
export async function fitTime(subject: Subject): Promise<number> {
  const before = await viewOf(subject);
  await subject.page.locator(subject.target).focus();
  const time = await subject.page.evaluate(async () => {
    const began = performance.now();
    const key = { key: '!', code: 'Digit1', shiftKey: true, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - began;
  });
  if ((await viewOf(subject)).zoom === before.zoom) throw new Error('zoom to fit did nothing');
  return time;
}

/** What is dragged on our board: an element by its middle, a boundary by its name, which lies above the flows that pass. */
export interface Dragged {
  readonly id: string;
  readonly box: Box;
  readonly by: 'middle' | 'name';
}

/**
 * Drags something; taken back afterwards. An element is dragged with everything in view; for a boundary the view comes near enough that its
 * name can be read. The release is not among the frames that are measured.
 */
export async function dragOurs(subject: Subject, { id, box, by }: Dragged): Promise<FrameTimes> {
  const { page } = subject;
  await press(page, 'Shift+Digit1');
  const { x, y, zoom } = await viewOf(subject);
  const at = {
    x: (box.x + (by === 'name' ? IN_NAME : box.width / 2)) * zoom + x,
    y: (box.y + (by === 'name' ? 0 : box.height / 2)) * zoom + y,
  };
  if (by === 'name') await comeNear(subject, at);
  const times = await page.evaluate(
    ({ from, most }) => {
      const surface = document.querySelector<HTMLElement>('[data-surface]');
      if (surface === null) throw new Error('there is no surface');
      const { left, top } = surface.getBoundingClientRect();
      // A pointer made up by a script cannot be captured.
      surface.setPointerCapture = () => undefined;
      surface.releasePointerCapture = () => undefined;
      const send = (type: string, dx: number, dy: number): boolean => {
        const place = { clientX: left + from.x + dx, clientY: top + from.y + dy };
        const pointer = { pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0 };
        const buttons = type === 'pointerup' ? 0 : 1;
        const event = { ...place, ...pointer, buttons, bubbles: true, cancelable: true };
        return surface.dispatchEvent(new PointerEvent(type, event));
      };
      Object.assign(globalThis, { drop: () => send('pointerup', 40, 20) });
      send('pointerdown', 0, 0);
      send('pointermove', 8, 4);
      return (globalThis as unknown as Metered).measureFrames(
        (frame) => send('pointermove', 8 + (frame % 40), 4 + (frame % 20)),
        most,
      );
    },
    { from: at, most: FRAMES },
  );
  await takeBack(page, id);
  return times;
}

/** Enlarges the view around a point of it, which stays where it is. */
async function comeNear(subject: Subject, at: { readonly x: number; readonly y: number }): Promise<void> {
  for (let turns = 0; turns < 60 && (await viewOf(subject)).zoom < NEAR_ZOOM; turns++) {
    await subject.page.evaluate(async (from) => {
      const surface = document.querySelector('[data-surface]');
      const { left, top } = surface?.getBoundingClientRect() ?? { left: 0, top: 0 };
      const place = { clientX: left + from.x, clientY: top + from.y };
      const turned = { deltaY: -10, ctrlKey: true, bubbles: true, cancelable: true };
      surface?.dispatchEvent(new WheelEvent('wheel', { ...place, ...turned }));
      await new Promise((done) => requestAnimationFrame(done));
    }, at);
  }
}

/** Lets go by the page's own `drop`, and takes the drag back: what stands elsewhere afterwards was moved by it. */
export async function takeBack(page: Page, id: string): Promise<void> {
  const placeOf = (): Promise<string> =>
    page.getByTestId(`node-${id}`).evaluate((node) => node.parentElement?.style.cssText ?? '');
  await page.evaluate(() => (globalThis as unknown as { drop: () => void }).drop()); // set by the drag
  await page
    .getByTestId(`node-${id}`)
    .waitFor({ state: 'attached', timeout: 30_000 })
    .catch((error: unknown) => {
      throw new Error(`the drag did not take hold of ${id}`, { cause: error });
    });
  const dropped = await placeOf();
  await page.keyboard.press('ControlOrMeta+z');
  await page
    .waitForFunction(
      ({ of, place }) => document.querySelector(`[data-testid="node-${of}"]`)?.parentElement?.style.cssText !== place,
      { of: id, place: dropped },
      { timeout: 30_000 },
    )
    .catch((error: unknown) => {
      throw new Error(`the drag moved nothing, ${id} stands where it stood`, { cause: error });
    });
}

/** Drags a node of bare React Flow. */
export async function dragPeer(page: Page, id: string): Promise<FrameTimes> {
  const read = (): Promise<string> =>
    page.evaluate((of) => document.querySelector<HTMLElement>(`[data-id="${of}"]`)?.style.transform ?? '', id);
  const before = await read();
  const times = await page.evaluate(
    ({ of, most }) => {
      const node = document.querySelector(`[data-id="${of}"]`);
      if (node === null) throw new Error(`there is no ${of}`);
      const box = node.getBoundingClientRect();
      const send = (to: EventTarget, type: string, by: number): boolean =>
        to.dispatchEvent(
          new MouseEvent(type, {
            clientX: box.x + box.width / 2 + by,
            clientY: box.y + box.height / 2 + by / 2,
            ...{ bubbles: true, cancelable: true, view: window, button: 0 },
          }),
        );
      send(node, 'mousedown', 0);
      return (globalThis as unknown as Metered)
        .measureFrames((frame) => send(window, 'mousemove', 8 + (frame % 40)), most)
        .then((found) => {
          send(window, 'mouseup', 40);
          return found;
        });
    },
    { of: id, most: FRAMES },
  );
  if ((await read()) === before) throw new Error(`React Flow dragged nothing, ${id} stands where it stood`);
  return times;
}
