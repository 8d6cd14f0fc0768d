import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ControlState } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { judgedInput } from '../testing/judged-input.ts';
import { matchResults } from './match-results.ts';
import { writeProofCsv } from './proof-csv.ts';
import { readResults } from './read-results.ts';
import { writeTestSkeleton } from './test-skeleton.ts';

const place = (control: string, element: string, state: ControlState) => ({
  control,
  element,
  state,
  owner: '=cmd()',
  evidence: '',
  ticket: '',
});
const own = (title: string) => ({
  id: 'own-control-1',
  title,
  group: '',
  layer: '',
  strength: { likelihood: 1, impact: 0 },
  test: `first line\nsecond line\u2028process.exit(1)`,
  signal: '',
  requirements: ['Rule 7, "quoted"'],
  notes: '',
});
const input = (title = 'Four "eyes"\n*/ process.exit(1)', label = 'API\nserver') =>
  judgedInput(
    buildModel({
      meta: { title: 'Shop\nexit()' },
      elements: [{ id: 'api', label }],
      register: {
        controls: [own(title)],
        applied: [place('K1', 'api', 'verified'), place('own-control-1', 'api', 'failed')],
        mitigations: [{ threat: 'R-1~api', control: 'own-control-1' }],
      },
    }),
  );

describe('the proof as CSV', () => {
  it('has one row a place with its case and every hole, and no cell that a spreadsheet calculates', () => {
    const { text } = writeProofCsv(input('=1+1'));
    const [head, k1, mine] = text.split('\r\n');
    expect(head).toMatch(/^Control,Title,Where,Where id,State,.*,Missing,Test case$/u);
    expect(k1).toBe(
      "K1,Switch anonymous access off,API server,api,verified,'=cmd(),,,,,,,,,,Answers no threat; In place without evidence; No test; No requirement; No signal; Strength not stated,[K1@api]",
    );
    expect(mine).toContain("own-control-1,'=1+1,API server,api,failed,'=cmd(),");
    expect(text).toContain('Its test failed; No signal,[own-control-1@api]');
  });
});

describe('the test skeleton', () => {
  it('runs as it is, proves nothing before it is written, and its results come back to their controls', () => {
    const folder = mkdtempSync(join(tmpdir(), 'strideboard-proof-'));
    try {
      const run = (text: string) => {
        const file = join(folder, 'controls.test.mjs');
        writeFileSync(file, text);
        // A worker of the test runner would make the child believe that it is one itself.
        const { NODE_TEST_CONTEXT: _context, NODE_OPTIONS: _options, ...env } = process.env;
        const args = ['--test', '--test-reporter=junit', file];
        let bytes: Uint8Array;
        try {
          bytes = execFileSync(process.execPath, args, { env });
        } catch (error) {
          // Tests that fail end the runner with 1; what it printed is the result.
          bytes = (error as { stdout: Uint8Array }).stdout; // execFileSync throws with what was printed
        }
        const read = readResults(bytes);
        if (!read.ok) throw new Error(JSON.stringify(read.problem));
        return matchResults(read.cases, input().model.applied, 'results.xml');
      };
      const { text } = writeTestSkeleton(input());
      expect(run(text)).toMatchObject({ isForeign: false, tested: [], untested: [], unmatched: [] });
      const written = text
        .replaceAll(/, \{ skip: "[^"]*" \}/gu, '')
        .replace('async () => {});', "async () => { throw new Error('it is open'); });");
      expect(run(written).tested).toMatchObject([
        { control: 'K1', state: 'failed', evidence: 'results.xml' },
        { control: 'own-control-1', state: 'verified' },
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('keeps what people wrote inside comments and strings', () => {
    const lines = writeTestSkeleton(input()).text.split(/[\n\r\u2028\u2029]/u);
    expect(lines.filter((line) => !/^(?:\/\/ |test\("|import |$)/u.test(line))).toEqual([]);
  });

  it('says so where no control is applied', () => {
    expect(writeTestSkeleton(judgedInput(buildModel({}))).text).toContain('// No control is applied anywhere yet.\n');
  });
});
