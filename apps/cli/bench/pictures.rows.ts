/** How long pictures of large boards take to draw: SVG of 1,000 elements, PNG of 2,000, both with the model inside. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExportInput } from '@strideboard/formats';
import { findExportCodec } from '@strideboard/formats/write';
import type { Model } from '@strideboard/model';
import { createPackIndex, formatProblem, loadPack, type PackIndex } from '@strideboard/packs';
import { buildModel, type ElementParts, type FlowParts } from '@strideboard/testkit';
import { english } from '@strideboard/words';
import { loadRasteriser } from '../src/rasterise.ts';

const pack = kubernetesPack();
const rasterise = await loadRasteriser();
/** Nothing was judged: what is measured is the drawing. */
const NOTHING = {
  threats: [],
  vanished: [],
  causes: new Map(),
  standing: [],
  questions: [],
  prompts: [],
  elsewhere: [],
  exclusions: [],
  controls: {},
  catalogue: [],
} as const;
const rows = [
  { format: 'svg', size: 1_000, floor: 500, moonshot: 100 },
  { format: 'png', size: 2_000, floor: 3_000, moonshot: 1_000 },
] as const;

for (const { format, size, floor, moonshot } of rows) {
  const codec = findExportCodec(format);
  if (codec === null || rasterise === null) throw new Error(`bench: no ${format} can be drawn here`);
  const input: ExportInput = { ...NOTHING, model: board(size), pack, words: english, rasterise };
  // Once for the engine to know the code, once to measure.
  await codec.encode(input);
  const start = performance.now();
  await codec.encode(input);
  const ours = performance.now() - start;
  process.stdout.write(
    `${JSON.stringify({ id: 'R2', what: `${format.toUpperCase()} of ${size} elements`, unit: 'ms', ours, floor, moonshot })}\n`,
  );
}

/** Namespaces of twenty workloads in rows, a flow from each to the next. */
function board(size: number): Model {
  const elements: ElementParts[] = [];
  const flows: FlowParts[] = [];
  for (let at = 0; elements.length < size; at++) {
    const namespace = Math.floor(at / 20);
    const parent = `ns${namespace}`;
    const place = { x: (namespace % 10) * 1_000, y: Math.floor(namespace / 10) * 800 };
    if (at % 20 === 0)
      elements.push({
        id: parent,
        kind: 'boundary',
        type: 'tb.namespace',
        label: parent,
        ...place,
        width: 960,
        height: 760,
      });
    const inside = { x: 30 + (at % 5) * 180, y: 60 + (Math.floor(at / 5) % 4) * 170 };
    elements.push({ id: `e${at}`, type: 'wl.deployment', label: `Workload ${at}`, parent, ...inside });
    if (at % 20 > 0)
      flows.push({ id: `f${at}`, source: `e${at - 1}`, target: `e${at}`, label: 'HTTPS', order: `${at}` });
  }
  return buildModel({ elements, flows });
}

/** The pack as it stands in its folder; benches run without the build that makes modules of it. */
function kubernetesPack(): PackIndex {
  const folder = fileURLToPath(new URL('../../../packages/kubernetes/pack', import.meta.url));
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.yaml') && !path.startsWith('templates'),
  );
  const loaded = loadPack(paths.sort().map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })));
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return createPackIndex(loaded.board);
}
