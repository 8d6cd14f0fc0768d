/** Steps over the small pack for tests: whatever a test brings, with sensible defaults. */

import { elementId, type Model } from '@strideboard/model';
import type { BlastPart, BlastStep } from '@strideboard/packs';
import type { BlastRadius, Reached } from '../blast/blast-radius.ts';
import { type CompiledBlast, compileBlast } from '../blast/compile-steps.ts';
import { createBlast } from '../blast/create-blast.ts';
import { SMALL_INDEX } from './small-pack.ts';

/** A stop with sensible defaults. */
export const buildStop = (
  parts: Partial<BlastStep['stops'][number]> & { readonly control: string },
): BlastStep['stops'][number] => ({ kind: 'wall', unsaid: 'doubt', assumable: true, ...parts });

/** A step from one pod to itself with sensible defaults. */
export const buildStep = (parts: Partial<BlastStep> & Pick<BlastStep, 'id'>): BlastStep => ({
  title: `${parts.id}: {source} to {target}`,
  via: 'node',
  from: ['wl.pod'],
  having: 'control',
  when: 'true',
  to: { kind: 'self' },
  gives: 'control',
  why: 'because',
  stops: [],
  references: [],
  examples: [],
  ...parts,
});

/**
 * Steps ready to walk.
 * @throws when a condition does not compile, naming what is wrong: a broken fixture is a broken test.
 */
export function buildBlast(steps: readonly BlastStep[], rings: BlastPart['rings'] = []): CompiledBlast {
  const compiled = compileBlast({ index: SMALL_INDEX }, { id: 'small', version: '1', title: 'Small', rings, steps });
  if (!compiled.ok) throw new Error(compiled.problems.map(({ item, message }) => `${item}: ${message}`).join('\n'));
  return compiled.blast;
}

/**
 * The radius from an element.
 * @throws when there is no such start: a broken fixture is a broken test.
 */
export function radiusOf(
  model: Pick<Model, 'elements' | 'flows'>,
  blast: CompiledBlast,
  start: string,
  assumed: readonly string[] = [],
): BlastRadius {
  const radius = createBlast(model, blast).from(elementId(start), assumed);
  if (radius === null) throw new Error(`radiusOf: there is no ${start}`);
  return radius;
}

/** An entry in short, e.g. `db control proven`. */
export const brief = ({ subject, access, certainty }: Reached): string => `${subject} ${access} ${certainty}`;
