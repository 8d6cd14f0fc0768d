/** Browser tests: the built product from outside, in a real browser against a real server. `npm test` finds the browser and names it. */
import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;
const quiet = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const executablePath = process.env['STRIDEBOARD_BROWSER'];

export default defineConfig({
  testDir: './specs',
  outputDir: '../test-results/browser',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  // One more try on a shared build machine; a test that needed it is named in the summary.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? [['list']] : [['list'], ['json']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    acceptDownloads: true,
    // Fetching everything for a life without network costs each new browser a tenth of its time; what goes offline says 'allow'.
    serviceWorkers: 'block',
    actionTimeout: 20_000,
    // Recording costs every test about a fifth of its time; to look into a failure at home: --trace retain-on-failure.
    trace: 'on-first-retry',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // 192.168.7.7 stands for an address in the local network: plain http, where browsers withhold clipboard and randomUUID.
      args: [...(isRoot ? ['--no-sandbox'] : []), ...quiet, '--host-resolver-rules=MAP 192.168.7.7 127.0.0.1'],
    },
  },
});
