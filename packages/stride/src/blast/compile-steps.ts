/** A pack's steps of an attacker, compiled: every condition a closure, every step filed under the kinds of element it starts from. */

import type { Element } from '@strideboard/model';
import {
  type BlastPart,
  type BlastStep,
  createPackIndex,
  type PackIndex,
  type PackPlace,
  type PackProblem,
} from '@strideboard/packs';
import { type CompiledCondition, compileCondition } from '../condition/compile.ts';
import type { ConditionSubject } from '../condition/compiled.ts';
import type { CompiledJudgement } from '../judgement.ts';

/** A condition: its verdict alone, and with the trace. */
type Judge = Pick<CompiledCondition, 'condition' | 'decide'>;

/** What stops a step. */
export interface CompiledStop {
  readonly control: string;
  /** `null` for one that stands only when the control is assumed. */
  readonly when: Judge | null;
  readonly assumable: boolean;
  readonly kind: 'wall' | 'policy';
  readonly unsaid: 'doubt' | 'open';
}

/** A step with its conditions. */
export interface CompiledStep {
  readonly step: BlastStep;
  readonly when: Judge;
  readonly provided: Judge | null;
  readonly stops: readonly CompiledStop[];
  /** Ids of the controls that stop it when they are assumed, each once, sorted. */
  readonly controls: readonly string[];
}

/** Why a step starts from an element. */
export interface ChosenStep {
  readonly compiled: CompiledStep;
  /** Only that it may run as a workload chooses it: then an unknown condition opens nothing, as nobody is asked for its facts. */
  readonly byChance: boolean;
}

/** Steps that can be walked. Holds no state of any model. */
export interface CompiledBlast {
  readonly index: PackIndex;
  readonly part: BlastPart;
  readonly steps: readonly CompiledStep[];
  /** Steps that start from such an element, in the order of the pack. */
  stepsFrom(element: Element): readonly ChosenStep[];
}

/** Compiled steps, or everything that is wrong with their conditions. */
export type BlastCompileResult =
  | { readonly ok: true; readonly blast: CompiledBlast }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Compiles steps over the board of a judgement. `places` (from `loadPack`) let problems name file and line. */
export function compileBlast(
  judgement: Pick<CompiledJudgement, 'index'>,
  part: BlastPart,
  places: Readonly<Record<string, PackPlace>> = {},
): BlastCompileResult {
  const index = withPoliciesApart(judgement.index);
  const problems: PackProblem[] = [];
  const steps = part.steps.map((step): CompiledStep => {
    const item = `step ${step.id}`;
    const place = Object.hasOwn(places, item) ? places[item] : undefined;
    const compile = (text: string, subject: ConditionSubject, path: string): Judge => {
      const result = compileCondition(text, subject, index);
      if (result.ok) return result;
      const nowhere = { file: place?.file ?? '', line: place?.line ?? null, column: place?.column ?? null };
      for (const { code, at, message } of result.errors) {
        problems.push({
          ...nowhere,
          code,
          item,
          path,
          message: `${message} (character ${at.column} of the condition)`,
        });
      }
      return NEVER_RUN;
    };
    const subject = step.flow === undefined ? 'element' : 'flow';
    return {
      step,
      when: compile(step.when, subject, 'when'),
      provided: step.provided === undefined ? null : compile(step.provided, 'element', 'provided'),
      stops: step.stops.map(({ when, ...stop }, at) => ({
        ...stop,
        when: when === undefined ? null : compile(when, subject, `stops[${at}].when`),
      })),
      controls: [...new Set(step.stops.filter(({ assumable }) => assumable).map(({ control }) => control))].sort(),
    };
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, blast: { index, part, steps, stepsFrom: createChoice(index, steps) } };
}

/**
 * What a boundary enforces on what runs inside is a control that keeps ways shut, and is told as that; so it is not taken for a fact of what
 * runs inside.
 */
function withPoliciesApart({ board }: PackIndex): PackIndex {
  const properties = board.properties.map(({ follows = [], ...definition }) => {
    const own = follows.filter(({ at }) => at === undefined);
    return own.length === 0 ? definition : { ...definition, follows: own };
  });
  return createPackIndex({ ...board, properties });
}

/** Stands for a condition that could not be compiled; a problem is on record, so the pack is refused. */
const NEVER_RUN: Judge = { condition: () => refuseToRun(), decide: () => refuseToRun() };

function refuseToRun(): never {
  throw new Error('compileBlast: a broken condition was run');
}

/** Remembers its answers by kind and type, which are few. */
function createChoice(index: PackIndex, steps: readonly CompiledStep[]): CompiledBlast['stepsFrom'] {
  const byType = new Map<string, readonly ChosenStep[]>();
  return (element) => {
    const key = `${element.kind}|${element.type}`;
    const known = byType.get(key);
    if (known !== undefined) return known;
    const chosen = steps.map((compiled) => choose(index, compiled, element)).filter((step) => step !== null);
    byType.set(key, chosen);
    return chosen;
  };
}

function choose(index: PackIndex, compiled: CompiledStep, element: Element): ChosenStep | null {
  const selectors = compiled.step.from.filter((selector) => index.matches(element, selector));
  if (selectors.length === 0) return null;
  const byChance = selectors.every(
    (selector) => index.group(selector) !== null && !index.isNamedMember(element, selector),
  );
  return { compiled, byChance };
}
