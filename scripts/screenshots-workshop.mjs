/** Pictures of a workshop of three, from the agenda to the review: those of docs/first-workshop.md. */
import { join } from 'node:path';
import { root } from './install.mjs';
import { open, person, run, settled } from './photograph.mjs';

const SIZE = { viewport: { width: 1280, height: 800 }, colorScheme: 'light' };
const CARDS = {
  Bo: [
    {
      text: 'Whoever takes over cert-manager reads every Secret',
      letter: 'Information disclosure',
      on: 'cert-manager',
    },
    { text: 'The certificate runs out and nobody notices', letter: 'Denial of service', on: 'TLS certificate' },
  ],
  Cy: [
    { text: 'An attacker goes round the firewall, straight to us', letter: 'Spoofing', on: 'Cloud load balancer' },
    { text: 'Logs hold session tokens', letter: 'Information disclosure', on: 'Log store' },
  ],
};

const bar = (page) => page.getByRole('region', { name: 'Workshop', exact: true });
const dock = (page) => page.getByRole('region', { name: 'Review', exact: true });
const button = (within, name) => within.getByRole('button', { name });

/** Plays it through; with `guide` on the command line the pictures of the page are renewed, else they go to the others. */
export async function photographWorkshop(gallery) {
  if (!gallery.wants('workshop') && !gallery.wants('guide')) return;
  const folder = process.argv.includes('guide') ? join(root, 'docs', 'images') : gallery.folder;
  const take = async (page, what) => {
    // Wherever the pointer has been, it points at nothing now.
    await page.mouse.move(640, 2);
    await page.waitForTimeout(900);
    await page.screenshot({ path: join(folder, `workshop-${what}.png`) });
  };
  const [ana, bo, cy] = await meet(gallery);
  await prepare(ana, take);
  await writeAndReveal({ ana, bo, cy }, take);
  await voteAndReview({ ana, bo, cy }, take);
  for (const page of [ana, bo, cy]) await page.context().close();
}

async function meet(gallery) {
  const ana = await person(gallery, 'Ana', SIZE);
  await open(ana, gallery.url, /Ingress to service/u);
  await ana.getByRole('button', { name: 'Share' }).click();
  await ana.getByRole('button', { name: 'Make a link: Edit' }).click();
  const link = await ana.getByRole('dialog').getByLabel('Edit', { exact: true }).inputValue();
  await ana.keyboard.press('Escape');
  const others = [await person(gallery, 'Bo', SIZE), await person(gallery, 'Cy', SIZE)];
  for (const page of others) {
    await page.goto(link);
    await settled(page);
  }
  await dismiss(ana);
  return [ana, ...others];
}

/** Puts messages away. */
async function dismiss(page) {
  const messages = page.getByRole('status').getByRole('button', { name: 'Dismiss' });
  while ((await messages.count()) > 0) await messages.first().click();
}

async function prepare(ana, take) {
  await run(ana, 'Start a workshop');
  await ana.getByRole('dialog', { name: 'Start a workshop' }).waitFor();
  await take(ana, 'agenda');
  await button(ana.getByRole('dialog'), 'Start the workshop').click();
  await ana.getByRole('region', { name: 'Run your workshop' }).waitFor();
  await take(ana, 'prepare');
  await button(ana, 'Close the checklist').click();
}

async function writeAndReveal({ ana, bo, cy }, take) {
  await button(bar(ana), 'Go to phase: Silent cards').click();
  await ana.getByLabel('What to write about (optional)').fill('How could somebody get at the data?');
  await button(ana, 'Begin the round').click();
  await write(bo, CARDS.Bo);
  await write(cy, CARDS.Cy);
  await take(bo, 'silent');
  await button(bar(ana), 'Next: Reveal').click();
  await button(ana.getByRole('dialog'), 'Reveal the cards').click();
  await button(bar(ana), 'Open the cards').click();
  await dock(ana).getByRole('article').nth(3).waitFor();
  await dismiss(ana);
  await button(dock(ana), 'Use the whole window').click();
  await take(ana, 'reveal');
  await button(dock(ana), 'Leave room for the diagram').click();
  await button(bar(ana), 'People and engine').click();
  await take(ana, 'gap');
}

async function write(page, cards) {
  await button(bar(page), 'Open my cards').click();
  for (const { text, letter, on } of cards) {
    await button(dock(page), letter).click();
    await button(dock(page), 'Link with…').click();
    await page.getByRole('combobox', { name: 'Search by name' }).fill(on);
    await page.keyboard.press('Enter');
    await dock(page).getByLabel('New card').fill(text);
    await page.keyboard.press('Enter');
    await dock(page).getByRole('listitem').filter({ hasText: text }).waitFor();
  }
}

async function voteAndReview({ ana, bo, cy }, take) {
  await button(bar(ana), 'Next: Vote').click();
  await button(bar(ana), 'Open the vote').click();
  await dock(ana).getByRole('radio', { name: 'Cards' }).check({ force: true });
  await button(dock(ana), /^Open the vote on/u).click();
  for (const [page, dots] of [
    [bo, [2, 1]],
    [cy, [2, 0, 1]],
  ]) {
    await button(bar(page), 'Open the vote').click();
    for (const [at, count] of dots.entries())
      for (let dot = 0; dot < count; dot++)
        await button(dock(page).getByRole('list', { name: 'On the ballot' }), /^Give a dot/u)
          .nth(at)
          .click();
  }
  await button(dock(ana), 'Close the vote').click();
  await take(ana, 'vote');
  await button(bar(ana), 'Go to phase: Review').click();
  await button(bar(ana), 'Coverage and gaps').click();
  await take(ana, 'review');
}
