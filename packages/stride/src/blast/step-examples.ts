/** Runs the examples that steps carry: the smallest diagram on which the step opens, the nearest on which it does not. */

import { elementId } from '@strideboard/model';
import { exampleModel } from '../examples.ts';
import { createStillWorld } from '../facts/still-world.ts';
import type { CompiledBlast, CompiledStep } from './compile-steps.ts';
import { createOpenings, pass } from './openings.ts';

/** How far a step is open from one element to another. */
type Openness = CompiledStep['step']['examples'][number]['opens'];

/** An example that does not do what it says. */
export interface StepExampleFailure {
  readonly step: string;
  /** Its place in the step's list, from 0. */
  readonly example: number;
  readonly expected: Openness;
  readonly found: Openness;
}

/** What running all examples gave. */
export interface StepExampleReport {
  readonly run: number;
  readonly failures: readonly StepExampleFailure[];
  /** Steps without an example on which they open, and without one on which they do not. */
  readonly withoutOpening: readonly string[];
  readonly withoutClosing: readonly string[];
}

/** Runs every example of every step, each on its own diagram. */
export function runStepExamples(blast: CompiledBlast): StepExampleReport {
  const failures = blast.steps.flatMap(({ step }) =>
    step.examples.flatMap((example, at): readonly StepExampleFailure[] => {
      const found = openness(blast, step, example);
      return found === example.opens ? [] : [{ step: step.id, example: at, expected: example.opens, found }];
    }),
  );
  const lacking = (isWanted: (opens: Openness) => boolean): readonly string[] =>
    blast.steps.filter(({ step }) => !step.examples.some(({ opens }) => isWanted(opens))).map(({ step }) => step.id);
  return {
    run: blast.steps.reduce((sum, { step }) => sum + step.examples.length, 0),
    failures,
    withoutOpening: lacking((opens) => opens !== 'no'),
    withoutClosing: lacking((opens) => opens === 'no'),
  };
}

/** Whether the step alone, taken by somebody who has what it needs, leads from one to the other. */
function openness(
  blast: CompiledBlast,
  step: CompiledStep['step'],
  example: CompiledStep['step']['examples'][number],
): Openness {
  const { world, graph } = createStillWorld(exampleModel(example, blast.index), blast.index);
  const from = graph.element(elementId(example.from));
  if (from === null) return 'no';
  const found = createOpenings(world, blast)(from, step.having)
    .filter((opening) => opening.compiled.step.id === step.id)
    .flatMap((opening) => {
      const passage = pass(opening, new Set());
      const target = opening.set.targets.find(({ element }) => element.id === example.to);
      if (passage.kind === 'halted' || target === undefined) return [];
      return target.isCertain ? passage.certainty : 'possible';
    });
  return found.includes('proven') ? 'proven' : (found[0] ?? 'no');
}
