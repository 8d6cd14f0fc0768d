#!/usr/bin/env node
/**
 * `npm run test:firefox`: the main journey in Firefox, from the start page to a second person, an export and a reload, in the light and the
 * dark. Without a Firefox it says how to get one and counts as skipped; with `--strict` that is a failure. STRIDEBOARD_FIREFOX names the
 * Firefox to take. It is no part of `npm test`: what Firefox is asked here, Chromium is asked there, and much more.
 */
import { findFirefox, HOW_TO_GET_FIREFOX, openFirefox } from './firefox.mjs';
import { photograph, STEPS } from './firefox-journey.mjs';
import { ensureInstalled, runMain, say } from './install.mjs';
import { startServer } from './own-server.mjs';

function print({ passed, failed, skipped }) {
  process.stdout.write(`Firefox: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
}

async function succeeds(title, step, journey) {
  try {
    await step(journey);
    say(`ok   ${title}`);
    return true;
  } catch (error) {
    say(`FAIL ${title}\n${error.stack}`);
    await photograph(journey, 'firefox-failure');
    return false;
  }
}

/** The whole journey, and how many of its steps went how. */
async function walk(firefox, url) {
  const browser = await openFirefox(firefox.path);
  const count = { passed: 0, failed: 0, skipped: 0 };
  const journey = { browser, url };
  try {
    for (const [title, step] of STEPS) {
      // Each step stands on those before: after a failure the rest tells nothing.
      if (count.failed > 0) count.skipped += 1;
      else if (await succeeds(title, step, journey)) count.passed += 1;
      else count.failed += 1;
    }
    return count;
  } finally {
    await browser.dispose();
  }
}

await runMain(async () => {
  ensureInstalled();
  const firefox = findFirefox();
  if (firefox === null) {
    say(HOW_TO_GET_FIREFOX);
    const isStrict = process.argv.includes('--strict');
    print(isStrict ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: STEPS.length });
    return isStrict ? 1 : 0;
  }
  say(`Firefox ${firefox.version}: ${firefox.path}`);
  const { ensureBuilt } = await import('./build.mjs');
  ensureBuilt();
  const server = await startServer('firefox');
  try {
    const count = await walk(firefox, server.url);
    print(count);
    return count.failed === 0 ? 0 : 1;
  } finally {
    await server.dispose();
  }
});
