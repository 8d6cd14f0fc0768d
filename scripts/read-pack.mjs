/** Reads a content pack of this repository in plain Node, through Vite's module runner because the reader of packs is TypeScript. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runnerImport } from 'vite';
import { Advice, root } from './install.mjs';

/** The loaded pack of `packages/<name>/pack`, with how many of its texts each language has. Throws {@link Advice} with every problem of a broken one. */
export async function readPack(name) {
  const folder = join(root, 'packages', name, 'pack');
  const { module: packs } = await runnerImport(join(root, 'packages/packs/src/index.ts'));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({ path: relative(root, join(folder, file)), text: readFileSync(join(folder, file), 'utf8') }));
  const pack = packs.loadPack(files);
  if (!pack.ok) throw new Advice(pack.problems.map(packs.formatProblem).join('\n'));
  const counted = Object.entries(pack.translations).map(([language, translation]) => [
    language,
    packs.countTexts(pack, translation),
  ]);
  return { ...pack, counted: Object.fromEntries(counted) };
}
