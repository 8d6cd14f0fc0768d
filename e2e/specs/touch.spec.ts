/** Fingers on the diagram: one selects, drags and moves the view, two pan and zoom, two taps connect. */
import type { BrowserContextOptions, CDPSession, Page } from '@playwright/test';
import { element, middleOf, openBoard, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { type Drawing, seedBoard } from '../support/seed.ts';
import { expect, type Person, test } from '../support/test.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What fingers do; each point is one finger that lies on the screen. */
interface Hand {
  down(...points: readonly Point[]): Promise<void>;
  /** Moves all fingers in ten steps, from where they are to these points. */
  moveTo(...points: readonly Point[]): Promise<void>;
  /** Lifts every finger. */
  up(): Promise<void>;
}

function handOf(touch: CDPSession): Hand {
  let at: readonly Point[] = [];
  const send = async (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<void> => {
    await touch.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(({ x, y }, id) => ({ x, y, id })) });
  };
  return {
    async down(...points) {
      at = points;
      await send('touchStart', at);
    },
    async moveTo(...points) {
      const from = at;
      for (let step = 1; step <= 10; step++) {
        at = points.map(({ x, y }, finger) => {
          const { x: left, y: top } = from[finger] ?? { x, y };
          return { x: left + ((x - left) * step) / 10, y: top + ((y - top) * step) / 10 };
        });
        await send('touchMove', at);
      }
    },
    async up() {
      at = [];
      await send('touchEnd', at);
    },
  };
}

const TWO: Drawing = {
  elements: [
    { is: 'Pod', label: 'left pod', at: [0, 0] },
    { is: 'etcd', label: 'right store', at: [320, 160] },
  ],
};

const widthOf = async (page: Page, label: string): Promise<number> =>
  (await element(page, label).boundingBox())?.width ?? 0;

/** Ana with her fingers on a tablet; `place` tells where the left pod is kept. */
async function onTablet(person: (name: string, options: BrowserContextOptions) => Promise<Person>, base: string) {
  const board = await seedBoard(base, TWO);
  const { page, context } = await person('Ana', { viewport: { width: 1180, height: 820 }, hasTouch: true });
  await openBoard(page, board.link);
  const watch = await observe(board.link);
  const touch = await context.newCDPSession(page);
  const place = (): string => JSON.stringify(watch.nodes().get(board.id('left pod')));
  return { page, touch, hand: handOf(touch), watch, place };
}

test('ux 63, 20, 22: a finger drags, moves the view on open ground, and connects by two taps; a second finger takes a drag back and zooms', async ({
  server,
  person,
}) => {
  const { page, hand, watch, place } = await onTablet(person, server.url);

  await test.step('on open ground the view follows, and nothing is selected', async () => {
    const before = await middleOf(element(page, 'left pod'));
    const ground = { x: before.x, y: before.y + 130 };
    await hand.down(ground);
    await hand.moveTo({ x: ground.x + 40, y: ground.y + 60 });
    await hand.up();
    await expect.poll(() => middleOf(element(page, 'left pod'))).toEqual({ x: before.x + 40, y: before.y + 60 });
  });

  await test.step('a second finger takes the drag back, and both zoom at once', async () => {
    const before = place();
    const width = await widthOf(page, 'left pod');
    const start = await middleOf(element(page, 'left pod'));
    const dragged = { x: start.x + 60, y: start.y + 40 };
    await hand.down(start);
    await hand.moveTo(dragged);
    const second = { x: dragged.x + 100, y: dragged.y };
    await hand.down(dragged, second);
    await hand.moveTo({ x: dragged.x - 50, y: dragged.y }, { x: second.x + 50, y: second.y });
    await hand.up();
    await expect.poll(() => widthOf(page, 'left pod')).toBeGreaterThan(width * 1.7);
    await saved(page);
    expect(place()).toBe(before);
    await page.keyboard.press('Shift+Digit1');
  });

  await test.step('one finger drags what it took hold of', async () => {
    const before = place();
    const start = await middleOf(element(page, 'left pod'));
    await hand.down(start);
    await hand.moveTo({ x: start.x + 20, y: start.y + 90 });
    await hand.up();
    await expect.poll(() => place()).not.toBe(before);
  });

  await test.step('tap, tap connects; tap, tap on an element edits its name', async () => {
    await page.keyboard.press('c');
    for (const label of ['left pod', 'right store']) {
      await hand.down(await middleOf(element(page, label)));
      await hand.up();
    }
    await expect(page.getByTestId('label-editor')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect.poll(() => [...watch.edges().values()].map(({ source, target }) => [source, target])).toHaveLength(1);
    const target = await middleOf(element(page, 'right store'));
    await page.touchscreen.tap(target.x, target.y);
    await page.touchscreen.tap(target.x, target.y);
    await expect(page.getByTestId('label-editor')).toHaveValue('right store');
  });
  watch.dispose();
});

test('ux 63, 16: a finger carries a stencil from the palette; after the screen was turned what was fitted is fitted again; a resting hand begins nothing', async ({
  server,
  person,
}) => {
  const { page, touch, hand, watch, place } = await onTablet(person, server.url);

  await test.step('turned, the diagram is whole on the screen', async () => {
    await page.keyboard.press('Shift+Digit1');
    await page.setViewportSize({ width: 1000, height: 1180 });
    const canvas = await page.getByTestId('canvas').boundingBox();
    const middle = (canvas?.x ?? 0) + (canvas?.width ?? 0) / 2;
    await expect
      .poll(async () => {
        const [left, right] = [await middleOf(element(page, 'left pod')), await middleOf(element(page, 'right store'))];
        return Math.abs((left.x + right.x) / 2 - middle);
      })
      .toBeLessThan(20);
  });

  await test.step('sideways out of the palette and onto the canvas', async () => {
    const from = await middleOf(page.getByRole('button', { name: 'Pod', exact: true }).first());
    const place = await middleOf(element(page, 'left pod'));
    await hand.down(from);
    await hand.moveTo({ x: from.x + 40, y: from.y });
    await hand.moveTo({ x: place.x + 30, y: place.y + 260 });
    await hand.up();
    await expect.poll(() => watch.nodes().size).toBe(3);
    await page.keyboard.press('Escape');
  });

  await test.step('the side of a hand drags nothing', async () => {
    const before = place();
    const { x, y } = await middleOf(element(page, 'left pod'));
    const palm = (at: Point) => [{ ...at, id: 0, radiusX: 20, radiusY: 50 }];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: palm({ x, y }) });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: palm({ x: x + 50, y: y + 60 }) });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await saved(page);
    expect(place()).toBe(before);
  });
  watch.dispose();
});
