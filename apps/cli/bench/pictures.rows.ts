/**
 * How much work pictures of large boards are: SVG of 1,000 elements, PNG of 2,000, both with the model inside. Beside it the least a picture of
 * the same size could be: a box and a name an element, no flows, no signs. Time of this process alone, so that others on the machine count
 * nothing; read the ratio.
 */

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
/** Only shows that everything runs; the figures mean nothing. */
const isShort = process.env['BENCH_SHORT'] === '1';
const SHRUNK = isShort ? 20 : 1;
const rows = [
  { format: 'svg', size: 1_000, floor: 500, moonshot: 100 },
  { format: 'png', size: 2_000, floor: 3_000, moonshot: 1_000 },
] as const;

for (const { format, size: full, floor, moonshot } of rows) {
  const size = full / SHRUNK;
  const codec = findExportCodec(format);
  if (codec === null || rasterise === null) throw new Error(`bench: no ${format} can be drawn here`);
  const input: ExportInput = { ...NOTHING, model: board(size), pack, words: english, rasterise };
  const bare = bareBoxes(input.model);
  const ours = await least(() => codec.encode(input));
  const peer = await least(() =>
    format === 'svg' ? bareText(bare) : rasterise(bareText(bare), pngSizeOf(bare)).then(({ length }) => length),
  );
  const what = `${format.toUpperCase()} of ${size} elements`;
  process.stdout.write(
    `${JSON.stringify({ id: 'R2', what, unit: 'ms', ours, peers: { 'bare boxes': peer }, floor, moonshot })}\n`,
  );
}

/** Time of this process for it, ms; the less of two runs, since in the first the engine learns the code. */
async function least(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 2; run++) {
    const from = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(from);
    times.push((user + system) / 1_000);
  }
  return Math.min(...times);
}

interface Bare {
  readonly boxes: readonly string[];
  readonly width: number;
  readonly height: number;
}

function bareBoxes({ elements }: Model): Bare {
  const [width, height] = [10_000, Math.ceil(elements.length / 210) * 800];
  const boxes = elements.map(
    ({ label }, at) =>
      `<rect x="${(at % 50) * 200}" y="${Math.floor(at / 50) * 170}" width="120" height="60" fill="#fff" stroke="#333"/><text x="${(at % 50) * 200}" y="${Math.floor(at / 50) * 170 + 30}" font-size="13">${label}</text>`,
  );
  return { boxes, width, height };
}

function bareText({ boxes, width, height }: Bare): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter">${boxes.join('')}</svg>`;
}

/** As many pixels as ours get. */
function pngSizeOf({ width, height }: Bare): { readonly width: number; readonly height: number } {
  const scale = Math.min(2, Math.sqrt((64 * 1024 * 1024) / (width * height)));
  return { width: Math.floor(width * scale), height: Math.floor(height * scale) };
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
    (path) => path.endsWith('.yaml') && !/^(?:templates|translations)/u.test(path),
  );
  const loaded = loadPack(paths.sort().map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })));
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return createPackIndex(loaded.board);
}
