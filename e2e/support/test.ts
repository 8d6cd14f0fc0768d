/** The test function with a server for each worker and people with browsers of their own. */
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { startServer, type TestServer } from './server.ts';

/** One person: a browser context of their own, so that two people talk only through the server. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained about so far: errors, CSP reports. */
  readonly complaints: readonly string[];
}

interface FirstVisit {
  /** Gets the hints of a first visit, which are in nobody's way otherwise. */
  readonly firstVisit?: boolean;
}

interface Fixtures {
  /** Brings a person with an empty browser. The name is given before the first page opens. */
  readonly person: (name?: string, options?: Parameters<Browser['newContext']>[0] & FirstVisit) => Promise<Person>;
}

interface WorkerFixtures {
  readonly server: TestServer;
}

/** Complaints that belong to what a test does on purpose: the server is away. */
const EXPECTED = [
  /WebSocket connection to .* failed/u,
  /net::ERR_/u,
  /Failed to load resource/u,
  // The service worker's, when the network goes just then.
  /An unknown error occurred when fetching the script/u,
];

/**
 * A browser without service workers fetches the whole app ahead, some hundred files, which most tests never need. Here the list of them is
 * empty; everything else is fetched as it is.
 */
function fetchNothingAhead(): void {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) =>
    input === '/shell.json' ? Promise.resolve(new Response('[]')) : fetch(input, init);
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.dispose();
    },
    { scope: 'worker' },
  ],
  person: async ({ browser, serviceWorkers }, use) => {
    const people: Person[] = [];
    await use(async (name, { firstVisit = false, ...options } = {}) => {
      const context = await browser.newContext(options);
      const complaints: string[] = [];
      const preferences = { name: name ?? null, colour: null, hintsSeen: !firstVisit };
      if ((options.serviceWorkers ?? serviceWorkers) === 'block') await context.addInitScript(fetchNothingAhead);
      await context.addInitScript((chosen) => {
        if (localStorage.getItem('strideboard.person') === null) {
          localStorage.setItem('strideboard.person', JSON.stringify({ version: 1, boards: [], preferences: chosen }));
        }
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`CSP report: ${event.violatedDirective} ${event.blockedURI}`);
        });
      }, preferences);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() !== 'error') return;
        const text = message.text();
        if (!EXPECTED.some((pattern) => pattern.test(text))) complaints.push(text);
      });
      const person = { page, context, complaints };
      people.push(person);
      return person;
    });
    for (const { context } of people) await context.close();
    for (const { complaints } of people) expect(complaints, 'no page error and no CSP report').toEqual([]);
  },
});

export { expect } from '@playwright/test';
