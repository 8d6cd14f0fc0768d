/** The models of docs/ open without a loss, their decisions still apply, and the reports beside them are those that the code writes. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { judge } from '../apps/cli/src/judge.ts';
import { readNative, writeNative } from '../packages/formats/src/index.ts';
import { findExportCodec } from '../packages/formats/src/write.ts';
import { english } from '../packages/words/src/index.ts';
import { EXAMPLE_DAY, EXAMPLE_MODELS, EXAMPLE_REPORTS } from './example-models.mjs';
import { root } from './install.mjs';

const LIMIT = 1_000_000;
const read = (path) => readFileSync(join(root, path), 'utf8');
const open = (path) => {
  const text = read(`${path}.strideboard.json`);
  const file = readNative(text);
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  return { text, ...file, judged: { ...judge(file, english, undefined, { today: EXAMPLE_DAY }), today: EXAMPLE_DAY } };
};

describe.each(EXAMPLE_MODELS)('%s', (path) => {
  let opened;
  beforeAll(() => {
    opened = open(path);
  });

  it('opens without a loss and is in the canonical form', () => {
    expect(opened.losses).toEqual([]);
    expect(writeNative(opened.model)).toBe(opened.text);
    expect(opened.judged.analysis.problems).toEqual([]);
  });

  it('has decisions that all apply: none about a threat that no longer arises or on other facts', () => {
    const { vanished, threats } = opened.judged;
    expect(vanished.map(({ id }) => id)).toEqual([]);
    expect(threats.filter(({ confirmAgain }) => confirmAgain).map(({ finding }) => finding.id)).toEqual([]);
  });

  it('gives a reason for every decision that needs one and an owner to all that is being worked on', () => {
    const decisions = Object.entries(opened.model.decisions);
    const silent = decisions.filter(
      ([, { state, fields }]) => state !== 'open' && (fields.why ?? fields.treatment ?? '') === '',
    );
    const orphaned = decisions.filter(([, { state, fields }]) => state === 'investigating' && !fields.owner);
    expect([...silent, ...orphaned].map(([id]) => id)).toEqual([]);
  });

  it.each(EXAMPLE_REPORTS)(
    'has a report $ending that is up to date; npm run docs:examples writes it anew',
    async ({ to, ending }) => {
      const encoded = await findExportCodec(to)?.encode(opened.judged);
      expect(encoded?.losses).toEqual([]);
      expect(read(`${path}${ending}`) === encoded?.text).toBe(true);
      expect(statSync(join(root, `${path}${ending}`)).size).toBeLessThan(LIMIT);
    },
  );
});

describe('the worked example', () => {
  it('shows every state a threat can have, and what its page tells of it', () => {
    const { model, judged } = open('docs/examples/ci-cd');
    const states = new Set(Object.values(model.decisions).map(({ state }) => state));
    for (const { state, ended } of model.standing) if (ended === null) states.add(state);
    expect([...states].sort()).toEqual([
      'accepted',
      'deferred',
      'investigating',
      'mitigated',
      'notApplicable',
      'open',
      'transferred',
    ]);
    const hanging = judged.threats.filter(({ broken }) => broken.length > 0);
    expect(hanging.map(({ finding }) => finding.id)).toEqual(['SC-013~runner']);
    // What its broken assumption has opened again is told among the threats, and not as decided.
    const [, decided = ''] = /\n### What was decided\n([^]*?)\n##/u.exec(read('docs/examples/ci-cd.report.md')) ?? [];
    expect(decided).toContain('accepted as they are');
    for (const { decision } of hanging) expect(decided).not.toContain(decision.fields.why);
    const page = read('docs/examples/README.md');
    const told = `${judged.threats.length} threats that rules found, ${model.manual.length} that people wrote, ${Object.keys(model.decisions).length} decisions, ${judged.questions.length} questions left open`;
    expect(page).toContain(told);
  });
});

describe('the threat model of the product', () => {
  const { model } = open('docs/threat-model/strideboard');
  const told = [
    ...model.applied.map(({ evidence }) => evidence),
    ...Object.values(model.decisions).flatMap(({ fields }) =>
      Object.values(fields).filter((text) => typeof text === 'string'),
    ),
    ...model.records.map(({ text }) => text),
    ...model.elements.map(({ notes }) => notes),
    ...model.controls.map(({ notes }) => notes),
    model.meta.summary,
  ].join('\n');

  it('names only tests, pages and manifests that exist', () => {
    const paths = [...told.matchAll(/(?:apps|packages|e2e|scripts|docs)\/[\w./-]+\.(?:ts|mjs|md|yaml)/gu)].map(
      ([path]) => path,
    );
    expect(new Set(paths).size).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('has for every verified control a test by its title', () => {
    const bare = model.applied.filter(({ state, evidence }) => state === 'verified' && !/“.+”/u.test(evidence));
    expect(bare.map(({ control }) => control)).toEqual([]);
    const named = [...told.matchAll(/((?:apps|packages|e2e|scripts)\/\S+): “([^”]+)”/gu)];
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(([, path, title]) => !read(path).includes(title)).map(([text]) => text)).toEqual([]);
  });

  it('has a decision for every threat, found or written', () => {
    const { judged } = open('docs/threat-model/strideboard');
    const found = judged.threats.filter(
      ({ decision, standing, finding }) => decision === null && standing === null && !finding.outOfScope,
    );
    const written = model.manual.filter(({ id }) => model.decisions[`manual~${id}`] === undefined);
    expect([...found.map(({ finding }) => finding.id), ...written.map(({ id }) => id)]).toEqual([]);
  });
});
