import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNative, writeNative } from '@strideboard/formats';
import { buildModel } from '@strideboard/testkit';
import { english } from '@strideboard/words';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from './list-files.ts';
import { run } from './run.ts';

const place = (control: string, element: string, state: 'implemented' | 'verified' | 'planned') => ({
  control,
  element,
  state,
  owner: '',
  evidence: '',
  ticket: '',
});
const before = writeNative(
  buildModel({
    elements: [
      { id: 'pod', label: 'Shop' },
      { id: 'db', label: 'Orders' },
    ],
    register: {
      applied: [place('K12', 'db', 'planned'), place('K17', 'pod', 'implemented'), place('K22', 'pod', 'verified')],
    },
  }),
);
const JUNIT = `<testsuites><testcase name="[K17@pod] a"/><testcase name="[K22@pod] b"><failure/></testcase>
<testcase name="[K9@other] of another board"/></testsuites>`;

let folder = '';
let model = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strideboard-results-'));
  model = join(folder, 'model.json');
});
beforeEach(() => writeFile(model, before));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs `results` with these results in a file of this name; `written` is what was written, by file name. */
async function results(name: string, content: string, ...more: readonly string[]) {
  const file = join(folder, name);
  await writeFile(file, content);
  const [out, err]: [string[], string[]] = [[], []];
  const written = new Map<string, string>();
  const terminal = {
    stdout: (text: string | Uint8Array) => out.push(String(text)),
    stderr: (line: string) => err.push(line),
    readFile: (path: string) => readFileSync(path),
    listFiles,
    writeFile: (path: string, text: string | Uint8Array) => written.set(path, String(text)),
  };
  const code = await run(['results', model, file, ...more], terminal, english);
  return { code, out: out.join(''), err: err.join('\n'), written };
}

function statesOf(text: string | undefined): readonly (readonly string[])[] {
  const read = readNative(text ?? '');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.model.applied.map(({ control, element, state, evidence }) => [control, element, state, evidence]);
}

describe('strideboard results', () => {
  it('sets controls to verified or failed, writes the model back, and says what it could not match', async () => {
    const { code, out, err, written } = await results('junit.xml', JUNIT);
    expect(code).toBe(0);
    expect(out).toBe('Verified: 1. Failed: 1. As before: 0.\n');
    expect([...written.keys()]).toEqual([model]);
    expect(statesOf(written.get(model))).toEqual([
      ['K12', 'db', 'planned', ''],
      ['K17', 'pod', 'verified', 'junit.xml'],
      ['K22', 'pod', 'failed', 'junit.xml'],
    ]);
    expect(err).toContain('  K22 on Shop: failed');
    expect(err).toContain('1 test names no control that is applied in this model:\n  [K9@other] of another board');
    expect(err).toContain('1 place of a control has no test in these results:\n  K12 on Orders: planned');
  });

  it('writes only what differs, elsewhere when asked', async () => {
    const target = join(folder, 'other.json');
    const { written } = await results('list.json', '[{"name":"[K17@pod]","outcome":"passed"}]', '-o', target);
    const lines = (text: string): readonly string[] => text.split('\n');
    const now = lines(written.get(target) ?? '');
    expect(now.filter((line, at) => line !== lines(before)[at])).toEqual([expect.stringContaining('"control": "K17"')]);
  });

  it.each([
    ['another.xml', '<testsuite><testcase name="[K9@other] x"/></testsuite>', 'The only test in '],
    ['empty.xml', '<testsuites/>', 'There are no tests in '],
    ['page.xml', '<html/>', 'These are no test results that can be read.'],
    ['hostile.xml', '<!DOCTYPE a><testsuite/>', 'DOCTYPE'],
  ])('changes nothing and ends with 1 for %s', async (name, content, said) => {
    const { code, out, err, written } = await results(name, content);
    expect([code, out, written.size]).toEqual([1, '', 0]);
    expect(err).toContain(said);
    expect(await readFile(model, 'utf8')).toBe(before);
  });

  it('does not write a model back into a file of another kind', async () => {
    await writeFile(model, '<ThreatModel xmlns="x"/>');
    const { code, written } = await results('junit.xml', JUNIT);
    expect([code, written.size]).toEqual([1, 0]);
  });
});
