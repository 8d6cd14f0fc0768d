/** How long a browser takes from the file on disk to the first screen. */

import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const RUNS = 5;

/** Median first paint of each file in ms, each time in a browser context that knows nothing; `null` where no browser is at hand. */
export async function firstScreen(files: readonly string[]): Promise<readonly number[] | null> {
  const executablePath = process.env['STRIDEBOARD_BROWSER'] ?? chromium.executablePath();
  if (!existsSync(executablePath)) return null;
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath, args: isRoot ? ['--no-sandbox'] : [] });
  try {
    const medians: number[] = [];
    for (const file of files) {
      const times: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        const context = await browser.newContext({ offline: true });
        const page = await context.newPage();
        await page.goto(pathToFileURL(file).href);
        await page.waitForFunction('performance.getEntriesByName("first-contentful-paint").length > 0');
        times.push(await page.evaluate('performance.getEntriesByName("first-contentful-paint")[0].startTime'));
        await context.close();
      }
      medians.push(times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0);
    }
    return medians;
  } finally {
    await browser.close();
  }
}
