/**
 * What the Microsoft tool found in real models, against what our engine finds in them with their own template as a pack. The files lie outside
 * the repository (STRIDEBOARD_SAMPLES, default ../shared/samples).
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyse, compileJudgement } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { readTb7, readTm7, type TemplatePack, type Tm7Model } from './index.ts';

const FOLDER = join(
  process.env['STRIDEBOARD_SAMPLES'] ?? new URL('../../../../../shared/samples', import.meta.url).pathname,
  'tmt',
);
const MODELS = [
  {
    file: 'KubeArmor.tm7',
    threats: 75,
    counts: { process: 9, external: 2, store: 2, note: 1, box: 1, line: 2, flow: 11 },
  },
  {
    file: 'MTMT_example_coordinates.tm7',
    threats: 105,
    counts: { process: 2, external: 3, store: 3, box: 2, flow: 14 },
  },
  { file: 'MTMT_nested_tz_line.tm7', threats: 16, counts: { process: 2, store: 2, box: 1, line: 2, flow: 2 } },
  { file: 'EmptyDiagram.tm7', threats: 0, counts: {} },
] as const;
const TEMPLATE = 'k8s-STRIDE-template.tb7';
const HOSTILE = [
  ['hostile/BillionLaughs.tm7', 'xml-doctype'],
  ['hostile/mtmt-invalid-format-zip.tm7', 'foreign-format'],
] as const;

const names = [...MODELS.map(({ file }) => file), TEMPLATE, ...HOSTILE.map(([file]) => file)];
const absent = names.filter((name) => !existsSync(join(FOLDER, name)));
const reason =
  absent.length === 0 ? `${names.length} files` : `skipped: ${absent.length} of ${names.length} files absent`;

const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, name)));

/** Each file is read once. */
const opened = new Map<string, Tm7Model & { readonly template: TemplatePack }>();

function open(name: string): Tm7Model & { readonly template: TemplatePack } {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const result = readTm7(sample(name));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  if (result.template === null) throw new Error('no template inside');
  const tm7 = { ...result, template: result.template };
  opened.set(name, tm7);
  return tm7;
}

function judge({ model }: Tm7Model, { loaded }: TemplatePack): Analysis {
  const compiled = compileJudgement(loaded.board, loaded.judgement);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return analyse(model, compiled.judgement);
}

/** Type, source, flow and target of each threat, sorted. */
const storedIn = ({ stored }: Tm7Model): readonly string[] =>
  stored.map(({ type, source, flow, target }) => [type, source, flow, target].join(' ')).sort();

function foundIn({ model }: Tm7Model, { findings }: Analysis): readonly string[] {
  const flows = new Map<string, (typeof model.flows)[number]>(model.flows.map((flow) => [flow.id, flow]));
  return findings
    .map(({ rule, subjects: [subject = ''] }) => {
      const flow = flows.get(subject);
      return [rule.slice(rule.indexOf(':') + 1), flow?.source, flow?.id, flow?.target].join(' ');
    })
    .sort();
}

function countKinds({ model }: Tm7Model): Readonly<Record<string, number>> {
  const kinds = [
    ...model.elements.map(({ kind, shape }) => (kind === 'boundary' ? shape.kind : kind)),
    ...model.flows.map(() => 'flow'),
  ];
  return Object.fromEntries([...new Set(kinds)].map((kind) => [kind, kinds.filter((each) => each === kind).length]));
}

describe.skipIf(absent.length > 0)(`real files of the Microsoft tool (${reason})`, () => {
  describe.each(MODELS)('$file', ({ file, threats, counts }) => {
    it('has everything that is drawn', () => {
      expect(countKinds(open(file))).toEqual(counts);
    });

    it(`has exactly its ${threats} threats when its own template judges it, and asks nothing`, () => {
      const tm7 = open(file);
      const analysis = judge(tm7, tm7.template);
      expect(tm7.stored).toHaveLength(threats);
      expect(foundIn(tm7, analysis)).toEqual(storedIn(tm7));
      expect([analysis.questions, analysis.undecided, analysis.problems]).toEqual([[], [], []]);
    });

    it('keeps every stored threat as one that was brought in', () => {
      const { model } = open(file);
      expect(model.manual).toHaveLength(threats);
      expect(
        model.manual.every(
          ({ origin, on, letters }) => origin === 'import-tm7' && on.length === 1 && letters.length === 1,
        ),
      ).toBe(true);
    });
  });

  it('names and explains the same threats in the words that the tool has stored', () => {
    const { model, stored, template } = open('KubeArmor.tm7');
    const words = new Map(
      stored.map(({ type, flow, title }, at) => [
        `${template.id}:${type}~${flow}`,
        [title, model.manual.find(({ id }) => id === `tm7-${at}`)?.description],
      ]),
    );
    for (const { id, title, why } of judge(open('KubeArmor.tm7'), template).findings) {
      expect([title, why]).toEqual(words.get(id));
    }
  });

  it('judges KubeArmor the same with the template file it was made with', () => {
    const result = readTb7(sample(TEMPLATE));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { loaded } = result.pack;
    const tm7 = open('KubeArmor.tm7');
    expect(foundIn(tm7, judge(tm7, result.pack))).toEqual(storedIn(tm7));
    // 54 standard and 7 generic types, 11 of them connectors and 1 an annotation; 6 of 47 threat types hold migrated threats only.
    expect(loaded.board.stencils.length + loaded.board.boundaries.length).toBe(50);
    expect(loaded.judgement.rules).toHaveLength(41);
    expect(result.losses.map(({ code }) => code)).toEqual(['picture-left-out']);
  });

  it('names the connector without an end that one of them has', () => {
    const { losses } = open('MTMT_nested_tz_line.tm7');
    expect(losses.filter(({ code }) => code === 'flow-end-missing')).toHaveLength(1);
  });

  it.each(HOSTILE)('refuses %s', (file, code) => {
    expect(readTm7(sample(file))).toMatchObject({ ok: false, problems: [{ code }] });
  });
});
