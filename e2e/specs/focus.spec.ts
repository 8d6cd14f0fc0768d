/** Where the keyboard is on the diagram, and what is read out there. Numbers are those of ux.md. */
import { createBoard, openBoard, saved } from '../support/board.ts';
import { announced, command, focused, goTo, insertByKeys } from '../support/keys.ts';
import { observe } from '../support/observer.ts';
import { anaOn } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('ux 58: Enter goes into a boundary, Esc goes up, and what has the focus is clear of panels', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana', { viewport: { width: 400, height: 800 } });
  await createBoard(page, server.url, /Pod launch, in full/u);
  // What is outside of every boundary has nothing around it to go up to.
  await expect(page.locator('[data-testid^="node-"]').first()).toBeVisible();
  await page.locator('[data-surface]').focus();
  for (let step = 0; step < 24 && !/, in /u.test((await focused(page)) ?? ''); step++) {
    await page.keyboard.press(step % 2 === 0 ? 'ArrowRight' : 'ArrowUp');
    // What comes into view is there with the next picture.
    await expect.poll(() => focused(page)).not.toBeNull();
  }
  expect(await focused(page)).toMatch(/, in /u);
  await page.keyboard.press('Escape');
  const outer = await focused(page);
  expect(outer).not.toBeNull();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).not.toBe(outer);
  await expect(announced(page)).toContainText('Inside');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe(outer);

  // The sheet with the threats covers the lower half: whatever has the focus is above it.
  await page.keyboard.press('Enter');
  await command(page, 'Show the threats tab');
  await page.locator('[data-surface]').focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown']) {
    await page.keyboard.press(key);
    // The view follows the focus with the next picture.
    const isClear = () =>
      page.evaluate(() => {
        const id = document.querySelector('[data-surface]')?.getAttribute('aria-activedescendant') ?? '';
        const box = document.getElementById(id)?.getBoundingClientRect();
        const sheet = document.getElementById('details')?.getBoundingClientRect();
        return box !== undefined && sheet !== undefined && box.top < sheet.top && box.bottom > 0;
      });
    await expect.poll(isClear).toBe(true);
  }
});

test('ux 58: Ctrl and arrows put the focus on a flow, which is read out, on to its end, and to the next flow', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'API server', label: 'api', at: [0, 0] },
      { is: 'etcd', label: 'etcd', at: [300, 0] },
      { is: 'Kubelet', label: 'kubelet', at: [300, 300] },
    ],
    flows: [
      { from: 'kubelet', to: 'api', label: 'b status' },
      { from: 'kubelet', to: 'etcd', label: 'a keys' },
    ],
  });
  const drawnFocus = page.locator('[data-surface] [data-focused]');
  await goTo(page, 'kubelet');
  await page.keyboard.press('ControlOrMeta+ArrowRight');
  await expect.poll(() => focused(page)).toMatch(/^Data flow from kubelet to etcd, a keys/u);
  await expect(announced(page)).toHaveText('Flow 1 of 2 out of kubelet');
  await expect(drawnFocus).toHaveAttribute('data-testid', `flow-line-${board.flows[1] ?? ''}`);
  await page.keyboard.press('ControlOrMeta+ArrowDown');
  await expect.poll(() => focused(page)).toMatch(/^Data flow from kubelet to api, b status/u);
  await expect(announced(page)).toHaveText('Flow 2 of 2 out of kubelet');
  await page.keyboard.press('ControlOrMeta+ArrowDown');
  await expect.poll(() => focused(page)).toMatch(/^Data flow from kubelet to etcd, a keys/u);
  await page.keyboard.press('ControlOrMeta+ArrowUp');
  await page.keyboard.press('ControlOrMeta+ArrowRight');
  await expect.poll(() => focused(page)).toMatch(/^api, /u);
  await expect(drawnFocus).toHaveAttribute('data-testid', `node-${board.id('api')}`);

  // Back along the flow one came by.
  await page.keyboard.press('ControlOrMeta+ArrowLeft');
  await expect.poll(() => focused(page)).toMatch(/^Data flow from kubelet to api, b status/u);
  await expect(announced(page)).toHaveText('Flow 1 of 1 into api');
  await page.keyboard.press('ControlOrMeta+ArrowLeft');
  await expect.poll(() => focused(page)).toMatch(/^kubelet, /u);
  await page.keyboard.press('ControlOrMeta+ArrowLeft');
  await expect(announced(page)).toHaveText('No flow reaches kubelet.');

  // A flow that has the focus is selected and named like an element.
  await page.keyboard.press('ControlOrMeta+ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toMatch(/, selected$/u);
  await page.keyboard.press('F2');
  await expect(page.getByTestId('label-editor')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('reports');
  await page.keyboard.press('Enter');
  await saved(page);
  const observer = await observe(board.link);
  await expect.poll(() => observer.edges().get(board.flows[0] ?? '')?.['label']).toBe('reports');
  observer.dispose();
});

test('ux 61: changes of others are read out, grouped, and can be muted', async ({ server, person }) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url);
  const { page: other } = await person('Kim');
  await openBoard(other, board.link);
  const heard: string[] = [];
  await page.exposeFunction('hear', (text: string) => heard.push(text));
  await announced(page).evaluate((voice) => {
    const { hear } = globalThis as unknown as { hear: (text: string) => void }; // exposed above
    new MutationObserver(() => hear(voice.textContent)).observe(voice, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  await insertByKeys(other, 'API server', 'api');
  await expect(announced(page)).toHaveText(/^Kim (?:added|changed) api\.$/u);

  await page.keyboard.press('?');
  const hearing = page.getByRole('checkbox', { name: /Read out what others change/u });
  await hearing.uncheck();
  await insertByKeys(other, 'etcd', 'etcd');
  await saved(other);
  await expect(page.locator('[data-testid^="node-"][aria-label^="etcd, "]')).toBeVisible();
  await hearing.check();
  await insertByKeys(other, 'kubelet', 'agent');
  await expect(announced(page)).toHaveText(/^Kim (?:added|changed) agent\.$/u);
  expect(heard.filter((text) => /etcd|elements/u.test(text))).toEqual([]);
});
