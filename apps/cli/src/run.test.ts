import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNative, writeNative } from '@strideboard/formats';
import { exportCodecs, findExportCodec } from '@strideboard/formats/write';
import { templateList } from '@strideboard/kubernetes/templates';
import type { Model } from '@strideboard/model';
import { groupThreats } from '@strideboard/stride';
import { buildModel } from '@strideboard/testkit';
import { english } from '@strideboard/words';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { listFiles } from './list-files.ts';
import { run } from './run.ts';

let folder = '';
let template: Model;
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strideboard-cli-'));
  const entry = templateList.find(({ id }) => id === 'pod-launch');
  if (entry === undefined) throw new Error('there is no template pod-launch');
  template = await entry.load();
  file = await given('pod-launch.json', writeNative(template));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function given(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly written: ReadonlyMap<string, string | Uint8Array>;
}

async function strideboard(...args: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const written = new Map<string, string | Uint8Array>();
  const terminal = {
    stdout: (content: string | Uint8Array) => out.push(String(content)),
    stderr: (line: string) => err.push(`${line}\n`),
    today: () => TODAY,
    readFile: (path: string) => readFileSync(path),
    listFiles,
    writeFile: (path: string, content: string | Uint8Array) => {
      if (path.includes('full')) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      written.set(path, content);
    },
  };
  const code = await run(args, terminal, english);
  return { code, out: out.join(''), err: err.join(''), written };
}

interface Printed {
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly questions: number;
  readonly threats: readonly {
    readonly id: string;
    readonly rule: string;
    readonly state: string;
    readonly severity: string;
    readonly because: readonly { readonly text: string; readonly kind: string }[];
    readonly decision: unknown;
    readonly standing: string | null;
  }[];
}
/** The day it is for the command line. */
const TODAY = '2026-03-01';

const parse = (text: string): Printed => JSON.parse(text) as Printed; // the shape under test

describe('strideboard analyze', () => {
  it('prints the threats of a template, worst first, each with its reasons', async () => {
    const { code, out, err } = await strideboard('analyze', file, '--format', 'json');
    const { title, counts, threats, questions } = parse(out);
    expect([code, err]).toEqual([0, '']);
    expect(title).toBe(template.meta.title);
    expect(threats.length).toBeGreaterThanOrEqual(12);
    expect(questions).toBeGreaterThan(0);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(threats.length);
    const ranks = threats.map(({ severity }) => ['critical', 'high', 'medium', 'low'].indexOf(severity));
    expect(ranks).toEqual([...ranks].sort());
    expect(threats.filter(({ because }) => because.every(({ text }) => text !== '')).length).toBe(threats.length);
  });

  it('joins decisions of the file', async () => {
    const first = parse((await strideboard('analyze', file, '--format', 'json')).out).threats[0];
    const id = first?.id ?? '';
    const decision = { state: 'accepted', basis: '', by: 'bo', at: 1, fields: { why: 'lab' } } as const;
    const decided = await given('decided.json', writeNative({ ...template, decisions: { [id]: decision } }));
    const { threats, counts } = parse((await strideboard('analyze', decided, '--format', 'json')).out);
    expect(threats.find((threat) => threat.id === id)).toMatchObject({ state: 'accepted', decision });
    expect(counts['decided']).toBe(1);
  });

  it('says what removed the threat of a decision, and nothing of decisions whose pack is missing', () => {
    const decision = { state: 'accepted' as const, basis: '', by: '', at: 0, fields: {} };
    const model = buildModel({ decisions: { 'acme:R-1~x': decision, 'WL-001~gone': decision } });
    const judged = judge({ model }, english, undefined, { absent: ['acme'] });
    expect(judged?.vanished.map(({ id }) => id)).toEqual(['WL-001~gone']);
    expect(judged?.causes.get('WL-001~gone')).toEqual({ kind: 'subject-gone', subject: 'gone' });
    expect(judge({ model }, english)?.vanished).toHaveLength(2);
  });

  it('says how far STRIDE is covered and what is left out of the judgement, in the table and for programs', async () => {
    const elements = template.elements.map((element) =>
      element.id === 'reg' ? { ...element, outOfScope: 'run by the platform team' } : element,
    );
    const scoped = await given('scoped.json', writeNative({ ...template, elements }));
    const { out } = await strideboard('analyze', scoped);
    expect(out).toMatch(
      /\nSTRIDE coverage: \d+ with open threats, \d+ waiting for answers, \d+ answered, \d+ that no/u,
    );
    expect(out).toContain(
      '\n1 element or flow is out of scope and not judged:\n  Image registry: run by the platform team\n',
    );
    expect(out).toContain('\nNot considered by any rule: Side channels; Hardware, firmware and physical access; ');
    const printed: unknown = JSON.parse((await strideboard('analyze', scoped, '--format', 'json')).out);
    expect(printed).toMatchObject({
      excluded: [{ name: 'Image registry', reason: 'run by the platform team' }],
      coverage: { open: expect.any(Number) as number, asked: expect.any(Number) as number },
    });
    expect(printed).toHaveProperty(['notConsidered', 0, 'title'], 'Side channels');
  });

  it('tells the checks of one standard once, with the checks inside, in the table and in Markdown', async () => {
    const table = (await strideboard('analyze', file)).out.split('\n');
    const at = table.findIndex((line) => /^Low +2 threats +.*Workload hardening incomplete$/u.test(line));
    expect(table[at + 1]).toMatch(/^ {2}Low +Open +WL-015 /u);
    expect(table[at + 2]).toMatch(/^ {2}Low +Open +WL-021 /u);
    const { out } = await strideboard('export', file, '--to', 'md-list');
    expect(out).toMatch(
      /\n- \*\*○ Low\*\* · \*\*Workload hardening incomplete\*\* · 2 checks\n {2}- \*\*○ Low\*\* · WL-015 · .*\n {4}- State: Open\n/u,
    );
  });

  it('counts what standing decisions decide and says which expired and what removed a decided threat, in the table too', async () => {
    const [first] = parse((await strideboard('analyze', file, '--format', 'json')).out).threats;
    const stands = {
      rule: first?.rule ?? '',
      state: 'accepted',
      why: 'lab',
      owner: '',
      created: null,
      ended: null,
    } as const;
    const decision = { state: 'mitigated', basis: '', by: 'bo', at: 1, fields: {} } as const;
    const model: Model = {
      ...template,
      decisions: { 'WL-001~gone': decision },
      standing: [
        { ...stands, id: 's1', scope: 'model', until: '' },
        { ...stands, id: 's2', scope: 'model', until: '2001-01-01' },
      ],
    };
    const standing = await given('standing.json', writeNative(model));
    const all = parse((await strideboard('analyze', standing, '--format', 'json')).out);
    const inheriting = all.threats.filter((threat) => threat.standing === 's1').length;
    expect(inheriting).toBeGreaterThan(0);
    expect(all.counts['decided']).toBe(inheriting);
    const { out } = await strideboard('analyze', standing);
    expect(out).toContain('Accepted (standing)');
    expect(out).toMatch(
      new RegExp(`\\n${inheriting} threats? (?:is|are) decided by (?:a )?standing decisions?\\.\\n`, 'u'),
    );
    expect(out).toContain('\n1 standing decision has expired and applies to nothing any more.\n');
    expect(out).toContain('  WL-001~gone (Mitigated): What it was about is no longer on the board.\n');
  });

  it('names what could not be judged on standard error, whatever is printed', async () => {
    const strange = buildModel({
      elements: [
        { id: 'a', type: 'no.such', label: 'oddity' },
        { id: 'b', type: 'wl.pod', label: 'payments', properties: { privileged: 'pears' } },
      ],
    });
    const path = await given('strange.json', writeNative(strange));
    for (const format of ['table', 'json', 'sarif']) {
      const { code, err } = await strideboard('analyze', path, '--format', format);
      expect(code).toBe(0);
      expect(err).toContain('2 things in the model could not be judged:\n');
      expect(err).toContain('oddity (a): no pack has the kind “no.such”');
      expect(err).toMatch(/payments \(b\): “privileged” cannot be "?pears"?, so it counts as unknown\./u);
    }
  });

  it('names a few of many things that could not be judged, and counts the rest', async () => {
    const elements = Array.from({ length: 10_000 }, (_, at) => ({ id: `e${at}`, type: 'no.such' }));
    const path = await given('many.json', writeNative(buildModel({ elements })));
    const { code, err } = await strideboard('analyze', path);
    expect(code).toBe(0);
    expect(err.split('\n')).toHaveLength(1 + 20 + 1 + 1);
    expect(err).toContain('10000 things in the model could not be judged:');
    expect(err).toContain('and 9980 more');
  });

  it('prints an aligned table and a line of counts by default', async () => {
    const { code, out } = await strideboard('analyze', file);
    const lines = out.split('\n');
    const [header = '', first = ''] = lines;
    const { threats } = parse((await strideboard('analyze', file, '--format', 'json')).out);
    expect(code).toBe(0);
    expect(header).toMatch(/^Severity +State +Rule +Element +Title$/u);
    expect(first.slice(header.indexOf('Rule')).startsWith(threats[0]?.rule ?? '?')).toBe(true);
    const rows = groupThreats(judge({ model: template }, english)?.threats ?? []).map((group) => group.threats.length);
    expect(lines.indexOf('')).toBe(rows.reduce((sum, count) => sum + (count > 1 ? count + 1 : 1), 1));
    expect(lines.filter((line) => line.startsWith('  ')).length).toBe(
      rows.filter((count) => count > 1).reduce((sum, count) => sum + count, 0),
    );
    expect(out).toMatch(/\nOpen: \d+ critical, \d+ high, \d+ medium, \d+ low\. Decided: 0\. Out of scope: \d+\.\n/u);
  });

  it('says so when there is nothing to find', async () => {
    const empty = await given('empty-board.json', writeNative(buildModel({})));
    expect(await strideboard('analyze', empty)).toMatchObject({ code: 0, err: '' });
    expect((await strideboard('analyze', empty)).out).toContain('No threats were found.');
  });

  it('ends with 3 when something is open at the severity asked for, and with 0 once it is decided', async () => {
    const gated = await strideboard('analyze', file, '--fail-on', 'high', '--format', 'json');
    const { counts, threats } = parse(gated.out);
    const worst = (counts['critical'] ?? 0) + (counts['high'] ?? 0);
    expect(worst).toBeGreaterThan(0);
    expect(gated).toMatchObject({ code: 3, err: `${worst} threats are open at High or worse.\n` });
    const decision = { state: 'accepted', basis: '', by: 'bo', at: 1, fields: { why: 'lab' } } as const;
    const decisions = Object.fromEntries(threats.map(({ id }) => [id, decision]));
    const decided = await given('all-decided.json', writeNative({ ...template, decisions }));
    expect(await strideboard('analyze', decided, '--fail-on', 'low')).toMatchObject({ code: 0, err: '' });
  });

  it('explains one threat with its facts, what is unknown, what helps and the sources', async () => {
    const { threats } = parse((await strideboard('analyze', file, '--format', 'json')).out);
    const { id = '', because = [] } = threats.find((threat) => threat.rule.startsWith('WL')) ?? {};
    const { code, out } = await strideboard('analyze', file, '--explain', id);
    expect(code).toBe(0);
    expect(out).toContain(`${id} · `);
    for (const { text } of because) expect(out).toContain(`  - ${text}`);
    for (const heading of ['\nBecause\n', '\nWhat helps\n', '\nSources\n']) expect(out).toContain(heading);
    expect(await strideboard('analyze', file, '--explain', 'WL-001~nothing')).toMatchObject({ code: 1, out: '' });
  });

  it('prints SARIF that points into the file it was given', async () => {
    const { code, out } = await strideboard('analyze', file, '--format', 'sarif');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ version: '2.1.0', runs: [{ artifacts: [{ location: { uri: file } }] }] });
  });

  it('lets no label move the cursor of the terminal or turn its line around', async () => {
    const label = 'evil\u001b[2J\u202Ename';
    const hostile = await given(
      'hostile.json',
      writeNative({ ...template, elements: template.elements.map((element) => ({ ...element, label })) }),
    );
    expect((await strideboard('analyze', hostile)).out).not.toMatch(/[^\n\P{Cc}]|\u202E/u);
    const { threats } = parse((await strideboard('analyze', hostile, '--format', 'json')).out);
    const explained = await strideboard('analyze', hostile, '--explain', threats[0]?.id ?? '');
    expect(explained.out).toContain('evil');
    expect(explained.out).not.toMatch(/[^\n\P{Cc}]|\u202E/u);
  });
});

/** Every format that is a text. */
const TEXTS = exportCodecs.map(({ id }) => id).filter((id) => !['png', 'xlsx', 'pdf'].includes(id));

describe('strideboard export', () => {
  it('writes everything as one archive, each file as it is written alone', async () => {
    const { code, out, err, written } = await strideboard('export', file, '--all', 'all.zip');
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('contents.md inside the archive.\nWritten: all.zip\n');
    const archive = written.get('all.zip');
    const files = unzipSync(archive === undefined || typeof archive === 'string' ? new Uint8Array() : archive);
    expect(Object.keys(files)).toEqual(['contents.md', ...exportCodecs.map(({ fileName }) => fileName)].sort());
    expect(strFromU8(files['model.json'] ?? new Uint8Array())).toBe(readFileSync(file, 'utf8'));
    expect(strFromU8(files['threats.sarif'] ?? new Uint8Array())).toBe(
      (await strideboard('export', file, '--to', 'sarif')).out,
    );
  });

  it.each(TEXTS)('prints %s byte for byte as the codec writes it', async (to) => {
    const { code, out, err } = await strideboard('export', file, '--to', to);
    const judged = judge({ model: template }, english);
    const expected = judged === null ? null : await findExportCodec(to)?.encode({ ...judged, today: TODAY });
    const { name, losses } = english.outputs.formats[to];
    expect([code, err.split('\n')[0]]).toEqual([0, `${name}: ${losses}`]);
    expect(expected).toMatchObject({ text: out });
    expect(out.startsWith('\uFEFF')).toBe(false);
    expect(out).toMatch(/[^\n]\n$/u);
  });

  it('draws an image at double size that opens again as the same model', async () => {
    const { code, err, written } = await strideboard('export', file, '--to', 'png', '-o', 'picture.png');
    expect([code, err]).toEqual([0, expect.stringContaining('Written: picture.png\n')]);
    const drawn = written.get('picture.png');
    const image = typeof drawn === 'string' || drawn === undefined ? new Uint8Array() : drawn;
    const svg = (await strideboard('export', file, '--to', 'svg')).out;
    const [, width, height] = /width="(\d+)" height="(\d+)"/u.exec(svg) ?? [];
    const view = new DataView(image.buffer);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([Number(width) * 2, Number(height) * 2]);
    for (const [name, picture] of [
      ['again.png', image],
      ['again.svg', svg],
    ] as const) {
      const { out } = await strideboard('export', await given(name, picture), '--to', 'json');
      expect(out).toBe(readFileSync(file, 'utf8'));
    }
  });

  it('says that a picture from elsewhere holds no model', async () => {
    const foreign = await given('foreign.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const { code, err } = await strideboard('analyze', foreign);
    expect([code, err]).toEqual([1, expect.stringContaining('No model is inside this SVG picture.')]);
  });

  it('gives back a native file unchanged, so that its model, ids and decisions are equal', async () => {
    const { out } = await strideboard('export', file, '--to', 'json');
    expect(out).toBe(readFileSync(file, 'utf8'));
    expect(readNative(out)).toMatchObject({ ok: true, model: template, losses: [] });
  });

  it('writes to a file on request and says so on the error stream', async () => {
    const { code, out, err, written } = await strideboard('export', file, '--to', 'csv', '-o', 'threats.csv');
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('Written: threats.csv\n');
    expect(written.get('threats.csv')).toBe((await strideboard('export', file, '--to', 'csv')).out);
  });

  it('tells the day a report is of, today or the one that is asked for, and takes nothing else for a day', async () => {
    expect((await strideboard('export', file, '--to', 'md')).out).toContain('2026-03-01');
    const asked = await strideboard('export', file, '--to', 'md', '--day', '2031-05-06');
    expect(asked.out).toContain('2031-05-06');
    expect(asked.out).not.toContain('2026-03-01');
    for (const day of ['yesterday', '2026-13-01', '2026-1-1'])
      expect((await strideboard('export', file, '--to', 'md', '--day', day)).code).toBe(2);
  });

  it('leaves badges out of a drawing on request', async () => {
    expect((await strideboard('export', file, '--to', 'svg')).out).toContain('id="badges"');
    expect((await strideboard('export', file, '--to', 'svg', '--no-badges')).out).not.toContain('id="badges"');
  });

  it('says what to do when the disk is full', async () => {
    const { code, out, err } = await strideboard('export', file, '--to', 'csv', '-o', 'full/threats.csv');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('full/threats.csv: The output could not be written (ENOSPC).');
  });
});

describe('bad input', () => {
  it.each([
    ['broken.json', '{"format": "strideboard",\n', 'at line 2, column 1 it stops being valid JSON'],
    ['nothing.json', '', 'The file is empty'],
    ['model.tm7', '<ThreatModel xmlns="x">', 'at line 1, column 24 it stops being valid XML'],
    ['template.tb7', '<KnowledgeBase/>', 'Microsoft Threat Modeling Tool template (.tb7)'],
    ['dragon.json', '{"summary":{},"detail":{"diagrams":[]}}', 'Threat Dragon'],
    ['newer.json', '{"format":"strideboard","schema":99}', 'newer Strideboard'],
    ['twice.json', '{"format":"strideboard","schema":1,"schema":1}', 'stands twice'],
    ['latin.json', Buffer.from('{"format":"strideboard","schema":1,"meta":{"title":"\xe9"}}', 'latin1'), 'be read'],
  ])('%s is refused with its name, the reason and exit code 1', async (name, content, reason) => {
    const path = await given(name, content);
    for (const args of [
      ['analyze', path],
      ['export', path, '--to', 'svg'],
    ]) {
      const { code, out, err } = await strideboard(...args);
      expect([code, out]).toEqual([1, '']);
      expect(err.startsWith(`${path}: `)).toBe(true);
      expect(err).toContain(reason);
    }
  });

  it('names a file that is not there and one that is a folder', async () => {
    expect(await strideboard('analyze', join(folder, 'gone.json'))).toMatchObject({ code: 1, out: '' });
    expect((await strideboard('analyze', join(folder, 'gone.json'))).err).toContain(
      'gone.json: There is no such file.',
    );
    expect((await strideboard('analyze', folder)).err).toContain('This is a folder.');
  });

  it('lists what a file lost on standard error and still does the work', async () => {
    const text = readFileSync(file, 'utf8').replace('{\n', '{\n  "mood": "good",\n');
    const { code, out, err } = await strideboard('export', await given('mood.json', text), '--to', 'json');
    expect([code, out]).toEqual([0, readFileSync(file, 'utf8')]);
    expect(err).toMatch(/mood\.json: 1 thing was not carried over:\n {2}Left out .*: mood\n/u);
  });
});

describe('usage', () => {
  it.each([[['export', 'x.json']], [['export', 'x.json', '--to', 'docx']], [['analyze']], [['frobnicate']], [[]]])(
    '%j ends with exit code 2 and help on standard error',
    async (args) => {
      const { code, out, err } = await strideboard(...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain('Usage: strideboard');
    },
  );

  it('prints help on standard output when asked', async () => {
    const { code, out, err } = await strideboard('--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('analyze');
  });
});
