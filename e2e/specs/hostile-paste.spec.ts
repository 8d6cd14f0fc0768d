/** What is pasted is hostile: any text becomes a note, and what is no clip is refused in words. Numbers are those of ux.md. */
import type { Page } from '@playwright/test';
import { createBoard, insert, saved } from '../support/board.ts';
import { badNumbers, BIDI, MARKS, MARKUP } from '../support/hostile.ts';
import { observe } from '../support/observer.ts';
import { expect, test } from '../support/test.ts';

/** Writes text to the clipboard and pastes it onto the canvas. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => navigator.clipboard.writeText(given), text);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+v');
}

test('ux 30: foreign text of any kind becomes a note, whole or with a word about what was cut', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana', { permissions: ['clipboard-read', 'clipboard-write'] });
  const link = await createBoard(page, server.url, /Empty board/u);
  const observer = await observe(link);
  const texts = [
    'Ask the platform team.',
    '<p onclick="document.title=3">Ask</p>',
    JSON.stringify({ type: 'excalidraw/clipboard', elements: [{ id: 'a', x: 1 }] }),
    MARKUP,
    BIDI,
    MARKS,
  ];
  for (const [at, text] of texts.entries()) {
    await paste(page, text);
    await expect.poll(() => [...observer.nodes().values()].filter(({ label }) => label === text), text).toHaveLength(1);
    expect(observer.nodes().size).toBe(at + 1);
  }
  for (const { kind } of observer.nodes().values()) expect(kind).toBe('note');

  // Longer than a name: the name is its beginning, the rest is in its notes. Longer than a note: that is said.
  await paste(page, 'x'.repeat(10_000));
  await expect.poll(() => observer.nodes().size).toBe(7);
  const lengths = (): readonly number[] => [...observer.doc.getMap('text').values()].map((text) => String(text).length);
  await expect.poll(lengths).toContain(10_000);
  await paste(page, '\u{1F600}'.repeat(2_500_000));
  await expect(page.getByText(/longer than a note can hold\. Its first 50000 characters/u)).toBeVisible();
  await expect.poll(() => observer.nodes().size).toBe(8);
  await expect.poll(lengths).toContain(50_000);
  await saved(page);
  expect(await page.title()).not.toMatch(/^[123]$/u);
  observer.dispose();
});

test('ux 30: a clip that is damaged, or too large, and a picture are refused in words and nothing is pasted', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana', { permissions: ['clipboard-read', 'clipboard-write'] });
  const link = await createBoard(page, server.url, /Empty board/u);
  const observer = await observe(link);
  await insert(page, 'API server', 'api');
  // Comes together with the clipboard, after the first picture.
  await expect(page.getByRole('group', { name: 'Zoom' })).toBeAttached();
  await page.keyboard.press('Control+c');
  await expect(page.getByText('Copied 1 element.')).toBeVisible();
  const clip = await page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(() => observer.nodes().size).toBe(1);

  await paste(page, clip.slice(0, -30));
  await expect(page.getByText(/it is damaged and was not pasted\. Copy it again/u)).toBeVisible();
  await paste(page, clip.replace('"flows": []', `"flows": [], "pad": "${'x'.repeat(5_000_000)}"`));
  await expect(page.getByText(/too large to be pasted\. Copy less at once/u)).toBeVisible();
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4, 4);
    canvas.getContext('2d')?.fillRect(0, 0, 4, 4);
    const picture = await canvas.convertToBlob({ type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  });
  await page.keyboard.press('Control+v');
  await expect(page.getByText(/A picture cannot be pasted onto a board\. Paste text/u)).toBeVisible();
  expect(observer.nodes().size).toBe(1);

  // What can be read of a clip is pasted, and what not is counted.
  const parsed = JSON.parse(clip) as { elements: readonly object[]; flows: readonly object[] };
  const odd = { ...parsed.elements[0], id: 'an-odd-one-here', size: [-1, 1e308], at: ['an-odd-one-here', 5, 5] };
  await paste(
    page,
    JSON.stringify({ ...parsed, elements: [...parsed.elements, odd, null], flows: [{ id: 'no-ends-at-all' }] }),
  );
  await expect(
    page.getByText(/\d things could not be read and were left out or read with their defaults/u),
  ).toBeVisible();
  await expect.poll(() => observer.nodes().size).toBe(3);
  expect(await badNumbers(page)).toEqual([]);
  observer.dispose();
});
