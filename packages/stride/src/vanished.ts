/** Why a threat that was decided on no longer arises: what changed, as far as the model as it is now can tell. */

import { type ElementId, type FlowId, type SubjectId, subjectsOf } from '@strideboard/model';
import type { Scene } from './condition/value.ts';
import type { Fact, Missing } from './fact.ts';
import type { Subject, World } from './facts/world.ts';
import type { ChosenRule, CompiledJudgement } from './judgement.ts';

/** What removed a threat. */
export type VanishedCause =
  /** No pack has this rule any more, or its id names what no rule judges. */
  | { readonly kind: 'rule-gone' }
  /** What it was about is not on the board. */
  | { readonly kind: 'subject-gone'; readonly subject: string }
  /** The subject is of another kind now, which the rule does not judge. */
  | { readonly kind: 'other-kind'; readonly subject: SubjectId; readonly type: string }
  /** A boundary runs the subject now and answers for it. */
  | { readonly kind: 'taken-up'; readonly subject: SubjectId; readonly by: ElementId }
  /** These facts make the rule false. */
  | { readonly kind: 'facts'; readonly because: readonly Fact[] }
  /** Nobody knows any more: these are the open questions. Unknown is not safe. */
  | { readonly kind: 'unknown'; readonly missing: readonly Missing[] }
  /** It arises: whoever asks has an older list. */
  | { readonly kind: 'arises' };

/** Where subjects are found. */
export interface VanishedLookup {
  element(id: ElementId): Subject | undefined;
  /** A flow with its ends resolved; `undefined` where there is none or an end is not there. */
  flow(id: FlowId): Pick<Scene, 'flow' | 'source' | 'target'> | undefined;
}

/** Says what removed the threat of this id. */
export function whyVanished(
  threat: string,
  judgement: CompiledJudgement,
  { world, lookup }: { readonly world: World; readonly lookup: VanishedLookup },
): VanishedCause {
  const [rule = ''] = threat.split('~');
  const compiled = judgement.rules.find((one) => one.rule.id === rule && one.counted !== null);
  if (compiled === undefined) return { kind: 'rule-gone' };
  const nothing: Scene = { world, el: null, flow: null, source: null, target: null };
  const [subject] = subjectsOf(threat);
  if (subject === undefined) return verdictOf(compiled, nothing);
  if (judgement.flowRules.some((one) => one.compiled === compiled)) {
    const found = lookup.flow(subject as FlowId); // only looked up
    return found === undefined ? { kind: 'subject-gone', subject } : verdictOf(compiled, { ...nothing, ...found });
  }
  const element = lookup.element(subject as ElementId); // only looked up
  if (element === undefined || 'source' in element) return { kind: 'subject-gone', subject };
  const chosen = judgement.rulesFor(element).find((one) => one.compiled === compiled);
  if (chosen === undefined) return { kind: 'other-kind', subject: element.id, type: element.type };
  const host = hostFor(world, chosen, element);
  if (host !== null) return { kind: 'taken-up', subject: element.id, by: host };
  return verdictOf(compiled, { ...nothing, el: element });
}

function hostFor(world: World, { direct, groups }: ChosenRule, element: Exclude<Subject, { source: unknown }>) {
  if (direct) return null;
  const hosts = groups.map((group) => world.workloads.hostOf(element, group));
  return hosts.every((host) => host !== null) ? (hosts[0]?.id ?? null) : null;
}

function verdictOf({ condition }: ChosenRule['compiled'], scene: Scene): VanishedCause {
  const { value, because, missing } = condition(scene);
  if (value === true) return { kind: 'arises' };
  return value === false ? { kind: 'facts', because } : { kind: 'unknown', missing };
}
