/** What is written stays: without the network, by wrong clocks, as hostile text, and when there is very much of it. Numbers are those of ux.md. */
import { randomBytes } from 'node:crypto';
import * as Y from 'yjs';
import { boardReady, saved } from '../support/board.ts';
import { commentOn, DRAWING, log, openList, pins, reply, row, talk } from '../support/comments.ts';
import { facilitator } from '../support/facilitator.ts';
import { observe } from '../support/observer.ts';
import { anaAndBo } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { dock as list } from '../support/workshop.ts';

/** Writes conversations of two comments each, on one element. */
async function seedConversations(link: string, node: string, count: number): Promise<void> {
  const doc = new Y.Doc();
  const comments = doc.getMap('comments');
  const newId = (): string => randomBytes(9).toString('base64url');
  doc.transact(() => {
    for (let at = 0; at < count; at++) {
      const thread = newId();
      comments.set(`someoneelse00|${thread}`, {
        thread,
        anchor: ['node', node],
        body: `Question ${at}`,
        at: at * 1_000,
      });
      comments.set(`someoneelse00|${newId()}`, { thread, body: `Answer ${at}`, at: at * 1_000 + 1 });
    }
  });
  const call = await facilitator(link);
  await call('/updates', new Uint8Array(Y.encodeStateAsUpdate(doc)));
}

test.describe('without the network', () => {
  // What is fetched later has to be there as well.
  test.use({ serviceWorkers: 'allow' });

  test('ux 46, 10: what is written without the network is kept over a reload and sent later, and unsent text is never lost', async ({
    server,
    person,
  }) => {
    const { ana, bo } = await anaAndBo(person, server.url, DRAWING);
    await commentOn(ana.page, 'payments', 'Before');
    await saved(ana.page);
    await ana.page.getByRole('button', { name: 'Saved' }).click();
    await expect(ana.page.getByRole('dialog', { name: 'Where this board is kept' })).toContainText(
      'You can close, reload and open this board here without the network.',
      { timeout: 30_000 },
    );
    await ana.page.keyboard.press('Escape');
    await ana.context.setOffline(true);
    await expect(ana.page.getByTestId('save-state')).toContainText('Offline');
    await reply(ana.page, 'Written in the tunnel');
    await talk(ana.page).getByLabel('Your reply').fill('Half a sen');
    await expect(ana.page.getByTestId('save-state')).toHaveText(/Offline · \d+ changes? waiting/u);

    // Closing the conversation, changes of others and a reload take nothing.
    await talk(ana.page).getByLabel('Close the comments').click();
    ana.page.once('dialog', (dialog) => void dialog.accept());
    await ana.page.reload();
    await boardReady(ana.page);
    await pins(ana.page).click();
    await expect(log(ana.page)).toContainText('Written in the tunnel');
    await expect(talk(ana.page).getByLabel('Your reply')).toHaveValue('Half a sen');

    await ana.context.setOffline(false);
    await expect(ana.page.getByTestId('save-state')).toHaveText('Saved', { timeout: 30_000 });
    await pins(bo.page).click();
    await expect(log(bo.page)).toContainText('Written in the tunnel');
    await reply(bo.page, 'Welcome back');
    await expect(log(ana.page)).toContainText('Welcome back');
    await expect(talk(ana.page).getByLabel('Your reply')).toHaveValue('Half a sen');
  });
});

test('ux 46: clocks that are an hour wrong do not mix up who answered whom', async ({ server, person }) => {
  const { ana, bo } = await anaAndBo(person, server.url, DRAWING);
  for (const [one, hours] of [
    [ana, 1],
    [bo, -1],
  ] as const) {
    await one.context.addInitScript((by) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + by * 3_600_000;
    }, hours);
    await one.page.reload();
    await boardReady(one.page);
  }
  await commentOn(ana.page, 'payments', 'one');
  await pins(bo.page).click();
  await reply(bo.page, 'two');
  await expect(log(ana.page)).toContainText('two');
  await reply(ana.page, 'three');
  await expect(log(bo.page)).toContainText('three');
  await reply(bo.page, 'four');
  for (const { page } of [ana, bo]) {
    await expect(log(page).locator('article > div')).toHaveText(['one', 'two', 'three', 'four']);
    await expect(log(page).locator('time').first()).toHaveText(/now|sec|min/u);
  }
});

test('ux 46: hostile text stays text', async ({ server, person }) => {
  const { ana, bo } = await anaAndBo(person, server.url, DRAWING);
  const body =
    '<img src=x onerror="document.title=1"><b>bold</b> javascript:alert(1) https://bank.example@evil.example \u202Egnp.exe [x](https://a.example/x)';
  await commentOn(ana.page, 'payments', 'https://ok.example/a?b=c');
  await reply(ana.page, body);
  await pins(bo.page).click();
  await expect(log(bo.page)).toContainText('<img src=x onerror="document.title=1"><b>bold</b>');
  await expect(log(bo.page).locator('img, b, script')).toHaveCount(0);
  const links = log(bo.page).getByRole('link');
  await expect(links).toHaveCount(2);
  await expect(links.first()).toHaveAttribute('href', 'https://ok.example/a?b=c');
  await expect(links.first()).toHaveAttribute('rel', /noopener noreferrer/u);
  await expect(links.last()).toHaveAttribute('href', 'https://a.example/x');
  // A text without end is held up with a sentence.
  const field = talk(bo.page).getByLabel('Your reply');
  await field.fill('x'.repeat(4_000));
  await expect(talk(bo.page)).toContainText('A comment has room for 4000 characters.');
});

test('ux 46, 13: a thousand comments are there for everybody when all reload at once, and unsent text is still there', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  await seedConversations(board.link, board.id('payments'), 500);
  await expect(pins(ana.page)).toHaveAccessibleName(/^500 conversations here/u);
  for (const { page } of [ana, bo]) {
    await openList(page);
    await row(page, 'Question 499').click();
    await list(page).getByLabel('Your reply').fill('Not sent yet');
  }
  const crowd = Promise.all(Array.from({ length: 20 }, () => observe(board.link)));
  await Promise.all([ana.page.reload(), bo.page.reload()]);
  for (const observer of await crowd) {
    await expect.poll(() => observer.doc.getMap('comments').size).toBe(1_000);
    observer.dispose();
  }
  for (const { page } of [ana, bo]) {
    await boardReady(page);
    await openList(page);
    await expect(list(page).getByRole('radio', { name: 'All 500' })).toBeAttached();
    await row(page, 'Question 499').click();
    await expect(list(page).getByLabel('Your reply')).toHaveValue('Not sent yet');
  }
  await list(bo.page).getByLabel('Your reply').press('Enter');
  await expect(list(ana.page).getByRole('log')).toContainText('Not sent yet');
});
