import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Model } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { decided, judgedInput } from '../testing/judged-input.ts';
import { writeIssues } from './write-issues.ts';
import { writeJira } from './write-jira.ts';

const hostile = '`rm -rf /` $(id) "@team" #1 <!-- x --> */ `${process.exit(9)}`\u2028\u202E';
const model = buildModel({
  elements: [
    { id: 'api', type: 'cp.apiserver', label: hostile, properties: { anonymous: true } },
    { id: 'api2', type: 'cp.apiserver', label: 'lab', properties: { anonymous: true } },
  ],
  decisions: { 'R-1~api2': decided({ state: 'notApplicable', fields: { why: 'lab' } }) },
});
const settle = (id: string): Model => ({
  ...model,
  decisions: {
    ...model.decisions,
    ...buildModel({ decisions: { [id]: decided({ state: 'mitigated' }) } }).decisions,
  },
});
const withBasis = (given: Model): Model => {
  const basisOf = new Map(judgedInput(given).threats.map(({ finding }) => [finding.id as string, finding.basis]));
  const decisions = Object.entries(given.decisions).map(([id, one]) => [id, { ...one, basis: basisOf.get(id) ?? '' }]);
  return { ...given, decisions: Object.fromEntries(decisions) as Model['decisions'] }; // the same decisions on today's facts
};

const folder = mkdtempSync(join(tmpdir(), 'strideboard-issues-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A stand-in for the GitHub program: keeps issues in a file and writes down how it was called. */
const GH = `#!${process.execPath}
const { readFileSync, writeFileSync, appendFileSync } = require('node:fs');
const { join } = require('node:path');
const store = join(__dirname, 'issues.json');
const args = process.argv.slice(2);
appendFileSync(join(__dirname, 'calls.txt'), JSON.stringify(args) + '\\n');
const issues = JSON.parse(readFileSync(store, 'utf8'));
const after = (name) => args[args.indexOf(name) + 1];
const input = args.includes('--body-file') ? readFileSync(0, 'utf8') : '';
const [, verb, number] = args;
const one = issues.find((issue) => String(issue.number) === number);
if (args[0] === 'issue' && verb === 'list') console.log(JSON.stringify(issues));
if (args[0] === 'issue' && verb === 'create') issues.push({ number: issues.length + 1, title: after('--title'), body: input, state: 'OPEN' });
if (args[0] === 'issue' && verb === 'edit') Object.assign(one, { title: after('--title'), body: input });
if (args[0] === 'issue' && verb === 'close') one.state = 'CLOSED';
writeFileSync(store, JSON.stringify(issues));
`;

interface Stored {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: string;
}
const stored = (): Stored[] => JSON.parse(readFileSync(join(folder, 'issues.json'), 'utf8')) as Stored[]; // as the stand-in writes them
const keep = (issues: readonly Stored[]) => writeFileSync(join(folder, 'issues.json'), JSON.stringify(issues));

/** Runs the script of a model with the stand-in first in the path. */
function runScript(given: Model, ...args: readonly string[]): string {
  const script = join(folder, 'github-issues.mjs');
  writeFileSync(script, writeIssues(judgedInput(given)).text);
  const path = [folder, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    env: { PATH: path },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

beforeEach(() => {
  writeFileSync(join(folder, 'gh'), GH);
  chmodSync(join(folder, 'gh'), 0o755);
  writeFileSync(join(folder, 'calls.txt'), '');
  keep([]);
});

describe('the script that makes GitHub issues', () => {
  it('changes nothing until it is told to', () => {
    const told = runScript(model);
    expect(stored()).toEqual([]);
    expect(told).toContain('Nothing was changed. With --apply: 2 to create');
    expect(readFileSync(join(folder, 'calls.txt'), 'utf8').trim().split('\n')).toHaveLength(1);
  });

  it('makes one issue an open threat, and none twice', () => {
    expect(runScript(model, '--apply', '--repo', 'acme/shop')).toContain(
      '2 created, 0 updated, 0 closed, 0 unchanged.',
    );
    expect(stored()).toHaveLength(2);
    expect(readFileSync(join(folder, 'calls.txt'), 'utf8')).toContain('"--repo","acme/shop"]');
    expect(runScript(model, '--apply')).toContain('0 created, 0 updated, 0 closed, 2 unchanged.');
    expect(stored()).toHaveLength(2);
  });

  it('hands on what people wrote as text, whatever it is', () => {
    runScript(model, '--apply');
    const { title = '', body = '' } = stored().find((issue) => issue.body.includes('R-1~api')) ?? {};
    expect(title).toContain('`rm -rf /` $(id) "@team"');
    expect(title).not.toMatch(/[\u2028\u202E]/u);
    expect(body).not.toContain('@team');
    expect(body).toContain('&#64;team');
    expect(body.match(/(?<!\\)<!--/gu)).toHaveLength(3);
  });

  it('changes its own part of an issue and leaves what people wrote around it', () => {
    runScript(model, '--apply');
    keep(stored().map((issue) => ({ ...issue, body: `Ours first\r\n${issue.body}\nand last` })));
    const renamed = { ...model, elements: model.elements.map((element) => ({ ...element, label: 'renamed' })) };
    expect(runScript(renamed, '--apply')).toContain('0 created, 1 updated, 0 closed, 1 unchanged.');
    const changed = stored().find(({ title }) => title.includes('renamed'));
    expect(changed?.body).toMatch(
      /^Ours first\n<!-- strideboard-begin -->[\s\S]*renamed[\s\S]*<!-- strideboard-end -->\nand last$/u,
    );
  });

  it('closes the issue of a threat that is settled, once', () => {
    runScript(model, '--apply');
    const settled = withBasis(settle('R-1~api'));
    expect(runScript(settled, '--apply')).toContain('1 updated, 1 closed');
    expect(stored().filter(({ state }) => state === 'CLOSED')).toHaveLength(1);
    expect(runScript(settled, '--apply')).toContain('0 created, 0 updated, 0 closed');
  });

  it('says what to do when the GitHub program is not there', () => {
    rmSync(join(folder, 'gh'));
    const script = join(folder, 'github-issues.mjs');
    writeFileSync(script, writeIssues(judgedInput(model)).text);
    const { status, stderr } = spawnSync(process.execPath, [script], { env: { PATH: folder }, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('Install it from https://cli.github.com')]);
  });
});

describe('the import of Jira', () => {
  it('has the open threats, with nothing that calculates or formats', () => {
    const { text, losses } = writeJira(judgedInput(withBasis(model)));
    expect(text).toMatch(/^Summary,Issue Key,Issue Type,Priority,Labels,Labels,Due Date,Description\r\n/u);
    expect(text).toContain('Highest,threat-model,spoofing_elevation-of-privilege');
    expect(text).toContain('\\#1');
    expect(text).not.toMatch(/[\u2028\u202E]/u);
    expect(losses).toEqual([{ code: 'threat-left-out', where: 'R-1~api2' }]);
  });

  it('updates the issue whose key is the ticket of a threat', () => {
    const ticketed = buildModel({
      decisions: {
        'R-3~model': decided({ state: 'investigating', fields: { ticket: 'https://jira.example/browse/SEC-12' } }),
      },
    });
    expect(writeJira(judgedInput(ticketed)).text).toContain(',SEC-12,Task,');
  });
});
