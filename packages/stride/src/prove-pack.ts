/**
 * From the text of a pack to a pack that can be trusted to judge: loaded on top of a base, its conditions compiled, its examples run. Anything
 * wrong refuses it whole, with everything that can be told about it.
 */

import {
  type LoadedPack,
  loadPack,
  mergePacks,
  type PackBase,
  type PackFile,
  type PackProblem,
  type RefusedPack,
} from '@strideboard/packs';
import { type ExampleReport, runExamples } from './examples.ts';
import { type CompiledJudgement, type CompiledRule, compileJudgement } from './judgement.ts';

/** A pack whose examples do what they say, or everything that is wrong with it. */
export type ProvenPack =
  | {
      readonly ok: true;
      readonly pack: LoadedPack;
      /** How many examples were run, and which rules of the pack have none that fires or none that does not. */
      readonly examples: Omit<ExampleReport, 'failures'>;
    }
  | RefusedPack;

/** Proves a pack; without a base it stands alone. Costs time in the size of the pack, which its limits bound. */
export function provePack(files: readonly PackFile[], base: PackBase | null): ProvenPack {
  const pack = loadPack(files, base);
  if (!pack.ok) return pack;
  const parts = base === null ? pack : mergePacks(base, [pack]);
  if (!parts.ok) return parts;
  const compiled = compileJudgement(parts.board, parts.judgement, pack.conditionPlaces);
  if (!compiled.ok) return { ok: false, problems: compiled.problems };

  const own = new Set(pack.judgement.rules.map(({ id }) => id));
  const rules = compiled.judgement.rules.filter(({ rule }) => own.has(rule.id));
  const reports = rules.map((rule) => runExamples(alone(compiled.judgement, rule)));
  const problems = reports.flatMap((report) => exampleProblems(report, pack));
  if (problems.length > 0) return { ok: false, problems };
  const examples = {
    run: reports.reduce((sum, { run }) => sum + run, 0),
    withoutFiring: reports.flatMap(({ withoutFiring }) => withoutFiring),
    withoutQuiet: reports.flatMap(({ withoutQuiet }) => withoutQuiet),
  };
  return { ok: true, pack, examples };
}

/** The judgement with this rule alone: what a rule finds does not depend on the others, and a pack may have very many. */
function alone(judgement: CompiledJudgement, rule: CompiledRule): CompiledJudgement {
  const isIt = ({ compiled }: { readonly compiled: CompiledRule }): boolean => compiled === rule;
  return {
    ...judgement,
    rules: [rule],
    flowRules: judgement.flowRules.filter(isIt),
    modelRules: judgement.modelRules.filter(isIt),
    rulesFor: (element) => judgement.rulesFor(element).filter(isIt),
    checklist: () => [],
  };
}

const exampleProblems = ({ failures }: ExampleReport, { examplePlaces }: LoadedPack): readonly PackProblem[] =>
  failures.map(({ rule, example, expected, note, found }) => ({
    ...(examplePlaces[rule]?.[example] ?? { file: '', line: null, column: null }),
    code: 'example-wrong',
    item: `rule ${rule}`,
    path: `examples[${example}]`,
    message: sentence({ expected, note, found }),
  }));

function sentence({
  expected,
  note,
  found,
}: Pick<ExampleReport['failures'][number], 'expected' | 'note' | 'found'>): string {
  const about = note === '' ? 'The example' : `The example (${note})`;
  return expected === 'fires'
    ? `${about} should fire and does not. Correct the condition or the example.`
    : `${about} should not fire and does, on ${found.join(', ')}. Correct the condition or the example.`;
}
