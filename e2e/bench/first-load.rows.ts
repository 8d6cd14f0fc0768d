/**
 * C5: what a browser downloads before the first click on a board, compressed, by the budget that guards it (.size-limit.js), on the built app.
 * `npm run build` first. Beside it a page that has bare React Flow and nothing else.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundlePeer } from './peers/bundle.ts';
import { attempt, row } from './rows.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What one of the budgets guards; the file has more of it. */
interface Budget {
  readonly name: string;
  readonly path: readonly string[];
}

await attempt('C5', 'JavaScript to first use', async () => {
  const { default: budgets } = (await import(join(ROOT, '.size-limit.js'))) as { default: readonly Budget[] }; // the file says so
  const flow = kilobytes([Buffer.from(await bundlePeer('react-flow'))]);
  for (const { name, path } of budgets) {
    if (path.length === 0) throw new Error(`the ${name} is not built`);
    const ours = kilobytes(path.map((file) => readFileSync(join(ROOT, file))));
    const limits = name === 'board' ? { floor: 220, moonshot: 200, peers: { 'React Flow': flow } } : {};
    row({ id: 'C5', what: `JavaScript to first use, ${name}`, unit: 'KB gzip', ours, ...limits });
  }
});

function kilobytes(files: readonly Buffer[]): number {
  return files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0) / 1_000;
}
