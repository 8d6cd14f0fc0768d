/** The heap of the crowd on Excalidraw, when it is installed in the folder that STRIDEBOARD_PEERS names; nothing of it is kept here. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import type { Crowd } from '../../support/crowd.ts';
import { heapOf } from '../browser.ts';
import { bundle } from './bundle.ts';

const ADDRESS = 'http://excalidraw.test/';
const PAGE = '<!doctype html><title>crowd</title><div id="home" style="position:fixed;inset:0"></div>';
const ENTRY = 'excalidraw-entry.js';
const PACKAGES = /^(?:@excalidraw\/excalidraw|react(?:-dom)?)(?:\/.*)?$/u;

/** MB; `null` where there is no Excalidraw. */
export async function excalidrawHeap(context: BrowserContext, crowd: Crowd): Promise<number | null> {
  const folder = resolve(process.env['STRIDEBOARD_PEERS'] ?? '/nowhere');
  if (!existsSync(join(folder, 'node_modules', '@excalidraw', 'excalidraw'))) return null;
  const page = await context.newPage();
  await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
  await page.goto(ADDRESS);
  await page.evaluate((given) => Object.assign(globalThis, { crowd: given }), crowd);
  await page.addScriptTag({ content: await codeOf(folder) });
  await page.waitForFunction(
    (count) => (globalThis as unknown as { drawn?: () => number }).drawn?.() === count, // set by the script
    crowd.boundaries.length + 2 * crowd.members.length + crowd.flows.length,
  );
  return heapOf(page);
}

/** The script of a page that shows the crowd, made of the packages in that folder. */
function codeOf(folder: string): Promise<string> {
  const { resolve: find } = createRequire(join(folder, 'package.json'));
  return bundle(ENTRY, {
    name: 'packages-of-the-peers',
    enforce: 'pre',
    resolveId: (id, importer) => {
      if (id.endsWith(ENTRY)) return ENTRY;
      return importer === ENTRY && PACKAGES.test(id) ? find(id) : null;
    },
    load: (id) => (id === ENTRY ? SOURCE : null),
  });
}

/** As its own examples do it: boxes with a name, arrows between them. */
const SOURCE = `
import { convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
const { boundaries, members, flows } = globalThis.crowd;
const box = ({ id, x, y, width, height, label }) => ({ type: 'rectangle', id, x, y, width, height, label: label && { text: label } });
const places = new Map(members.map((member) => [member.id, member]));
const arrow = ({ id, source, target }) => {
  const [from, to] = [places.get(source), places.get(target)];
  return { type: 'arrow', id, x: from.x + 160, y: from.y + 30, width: to.x - from.x - 160, height: to.y - from.y };
};
const elements = convertToExcalidrawElements([...boundaries.map(box), ...members.map(box), ...flows.map(arrow)]);
const onReady = (api) => Object.assign(globalThis, { drawn: () => api.getSceneElements().length });
createRoot(document.getElementById('home')).render(
  createElement(Excalidraw, { initialData: { elements, scrollToContent: true }, excalidrawAPI: onReady }),
);
`;
