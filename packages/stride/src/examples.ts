/** Runs the examples that rules carry: the smallest diagram that fires, the nearest that does not. */

import { assemble, defaultSize, type Element, elementId, type Flow, flowId, type Model } from '@strideboard/model';
import type { PackIndex, RuleExample } from '@strideboard/packs';
import { analyse } from './analyse.ts';
import { EMPTY_ELEMENT, EMPTY_FLOW } from './empty-subjects.ts';
import type { CompiledJudgement } from './judgement.ts';

/** An example that does not do what it says. */
export interface ExampleFailure {
  readonly rule: string;
  /** Its place in the rule's list, from 0. */
  readonly example: number;
  readonly expected: 'fires' | 'does not fire';
  readonly note: string;
  /** Threat ids that came out. */
  readonly found: readonly string[];
}

/** What running all examples gave. */
export interface ExampleReport {
  /** How many were run. */
  readonly run: number;
  readonly failures: readonly ExampleFailure[];
  /** Rules without an example that fires, and without one that does not. Prompts need none. */
  readonly withoutFiring: readonly string[];
  readonly withoutQuiet: readonly string[];
}

/** Runs every example of every rule, each on its own diagram with the whole judgement. */
export function runExamples(judgement: CompiledJudgement): ExampleReport {
  const failures: ExampleFailure[] = [];
  let run = 0;
  for (const { rule } of judgement.rules) {
    rule.examples.forEach((example, at) => {
      run++;
      const { findings, prompts } = analyse(exampleModel(example, judgement.index), judgement);
      const mine = [
        ...findings.filter((finding) => finding.rule === rule.id).map(({ id, subjects }) => ({ id, subjects })),
        ...prompts.filter((prompt) => prompt.rule === rule.id).map(({ id, subject }) => ({ id, subjects: [subject] })),
      ].filter(({ subjects }) => example.on === undefined || subjects.some((subject) => subject === example.on));
      if (mine.length > 0 === example.fires) return;
      failures.push({
        rule: rule.id,
        example: at,
        expected: example.fires ? 'fires' : 'does not fire',
        note: example.note ?? '',
        found: mine.map(({ id }) => id),
      });
    });
  }
  const lacking = (fires: boolean): readonly string[] =>
    judgement.rules
      .filter(({ rule, counted }) => counted !== null && !rule.examples.some((example) => example.fires === fires))
      .map(({ rule }) => rule.id);
  return { run, failures, withoutFiring: lacking(true), withoutQuiet: lacking(false) };
}

/** The model of an example. Nothing has a place of its own: rules do not look at places. */
export function exampleModel(
  example: Pick<RuleExample, 'elements' | 'flows'>,
  index: PackIndex,
): Pick<Model, 'elements' | 'flows'> {
  const elements = example.elements.map((item): Element => {
    const boundary = index.boundaryKind(item.type);
    const kind = boundary === null ? (index.stencil(item.type)?.kind ?? 'process') : 'boundary';
    return {
      ...EMPTY_ELEMENT,
      ...defaultSize(kind),
      id: elementId(item.id),
      kind,
      type: item.type,
      label: item.label ?? '',
      parent: item.parent === undefined ? null : elementId(item.parent),
      memberOf: (item.memberOf ?? []).map(elementId),
      properties: item.properties ?? {},
      style: boundary?.style ?? 'trust',
    };
  });
  const flows = example.flows.map(
    (item, at): Flow => ({
      ...EMPTY_FLOW,
      id: flowId(item.id ?? `flow${at + 1}`),
      source: elementId(item.source),
      target: elementId(item.target),
      direction: item.direction ?? 'one',
      order: item.order ?? '',
      properties: item.properties ?? {},
    }),
  );
  return assemble(
    elements.map((element) => ({ element, deleted: false, issues: [] })),
    flows.map((flow) => ({ flow, deleted: false, issues: [] })),
  );
}
