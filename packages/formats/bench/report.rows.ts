/**
 * R1: the report of 1,000 threats as text, to the first screen of a browser, and as PDF. R2: the SVG of 1,000 elements. Reports from peers took
 * 3.9 s at 500 elements (Threat Dragon) and 72 s at 40 (pytm). Read the ratio, not the figures.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildModel } from '@strideboard/testkit';
import { drawSvg } from '../src/picture/draw-svg.ts';
import { writeHtmlReport } from '../src/report/report-html.ts';
import { writeMarkdownReport } from '../src/report/report-markdown.ts';
import { writePdfReport } from '../src/report/report-pdf.ts';
import { judgedInput } from '../src/testing/judged-input.ts';
import { bareTable } from './bare-table.ts';
import { firstScreen } from './first-screen.ts';

/** Only shows that everything runs; the figures mean nothing. */
const isShort = process.env['BENCH_SHORT'] === '1';
const THREATS = isShort ? 50 : 1_000;
const RUNS = isShort ? 2 : 7;

/** So many elements, and a flow from each to the next: something is wrong with every one of them. */
const boardOf = (size: number) =>
  judgedInput(
    buildModel({
      elements: Array.from({ length: size }, (_, at) => ({
        id: `e${at}`,
        type: 'cp.apiserver',
        label: `API server ${at}`,
        x: (at % 40) * 240,
        y: Math.floor(at / 40) * 120,
        properties: { anonymous: true },
      })),
      flows: Array.from({ length: size }, (_, at) => ({
        id: `f${at}`,
        source: `e${at}`,
        target: `e${(at + 1) % size}`,
        label: 'asks',
        properties: { encrypted: false },
      })),
    }),
  );
const input = boardOf(THREATS / 2);
const large = boardOf(THREATS);
const { text: page } = writeHtmlReport(input);
const bare = median(() => bareTable(input));
const limits = { floor: 300, moonshot: 50 };
print({
  id: 'R1',
  what: `report of ${input.threats.length} threats as HTML, text`,
  ours: median(() => writeHtmlReport(input)),
  peers: { 'bare table': bare },
  ...limits,
});
print({
  id: 'R1',
  what: `the same as Markdown`,
  ours: median(() => writeMarkdownReport(input)),
  peers: { 'bare table': bare },
  ...limits,
});
const folder = mkdtempSync(join(tmpdir(), 'strideboard-report-'));
try {
  const [ourFile, bareFile] = [join(folder, 'report.html'), join(folder, 'bare.html')];
  writeFileSync(ourFile, page);
  writeFileSync(bareFile, bareTable(input));
  const screens = await firstScreen([ourFile, bareFile]);
  if (screens === null) print({ id: 'R1', what: 'the report to the first screen', skipped: 'no browser' });
  else {
    const [ours = 0, peer = 0] = screens;
    const size = Math.round(page.length / 1_024);
    print({
      id: 'R1',
      what: `its ${size} KB opened from disk, to the first screen`,
      ours,
      peers: { 'bare table': peer },
      ...limits,
    });
  }
} finally {
  rmSync(folder, { recursive: true });
}
const from = process.cpuUsage();
await writePdfReport(input);
print({
  id: 'R1',
  what: 'the same as PDF, once, with its library',
  ours: spent(from),
});
print({
  id: 'R2',
  what: `SVG of ${THREATS} elements and as many flows`,
  ours: median(() => drawSvg(large)),
  floor: 500,
  moonshot: 100,
});

/** Time of this process alone, ms: what else runs on the machine is not counted. */
function spent(from?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
}

function median(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage();
    work();
    return spent(start);
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

function print(row: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify({ unit: 'ms', ...row })}\n`);
}
