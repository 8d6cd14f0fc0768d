/** What the threats of a board say about the last steps of attack trees. */

import type { ThreatState } from '@strideboard/model';
import type { Analysis } from '../finding.ts';
import { groupBy } from '../register/group-by.ts';
import { isOpenThreat, type Threat } from '../threats.ts';
import type { GraphNode } from './tree-graph.ts';

/**
 * What is known of a step, most open first. `lit`: an open threat says it can be taken. `accepted`: the threat is there and was accepted,
 * transferred or deferred, which stops nobody. `unknown`: a rule waits for an answer. `decided`: mitigated, or does not apply. `quiet`: the
 * rules looked and found nothing. `none`: no rule looks at it.
 */
export const LEAF_STATES = ['lit', 'accepted', 'unknown', 'decided', 'quiet', 'none'] as const;
/** One of {@link LEAF_STATES}. */
export type LeafState = (typeof LEAF_STATES)[number];

/** What is known of one step. */
export interface LeafLight {
  readonly state: LeafState;
  /** Threats in scope that its rules found, open ones first. */
  readonly threats: readonly Threat[];
}

/** What the analysis of a board says. */
export interface BoardFindings {
  readonly threats: readonly Threat[];
  readonly analysis: Pick<Analysis, 'questions' | 'elsewhere' | 'undecided'>;
  /** Ids of the rules that were judged. */
  readonly rules: ReadonlySet<string>;
}

/** Looks steps up. */
export function createLights({ threats, analysis, rules }: BoardFindings): (node: GraphNode) => LeafLight {
  const byRule = groupBy(
    threats.filter(({ finding }) => !finding.outOfScope),
    ({ finding }) => finding.rule,
  );
  const waiting = new Set([
    ...analysis.questions.flatMap((question) => question.rules.map(({ id }) => id)),
    ...[...analysis.elsewhere, ...analysis.undecided].map(({ rule }) => rule),
  ]);
  const stateOf = (rule: string): LeafState => {
    const states = (byRule.get(rule) ?? []).map(threatLight);
    if (waiting.has(rule)) states.push('unknown');
    states.push(rules.has(rule) ? 'quiet' : 'none');
    return mostOpen(states);
  };
  return (node) => {
    const states = node.rules.map(stateOf);
    const found = node.rules.flatMap((rule) => byRule.get(rule) ?? []);
    const open = found.filter(isOpenThreat);
    return {
      state: node.match === 'any' ? mostOpen(states) : leastOpen(states),
      threats: [...open, ...found.filter((threat) => !isOpenThreat(threat))],
    };
  };
}

const STAYS: ReadonlySet<ThreatState> = new Set(['accepted', 'transferred', 'deferred']);

const threatLight = (threat: Threat): LeafState =>
  isOpenThreat(threat) ? 'lit' : STAYS.has(threat.state) ? 'accepted' : 'decided';

const rankOf = (state: LeafState): number => LEAF_STATES.indexOf(state);

const mostOpen = (states: readonly LeafState[]): LeafState =>
  LEAF_STATES[Math.min(rankOf('none'), ...states.map(rankOf))] ?? 'none';

/** All of them are needed, so one that is shut shuts the step; a rule that nobody judges says nothing. */
function leastOpen(states: readonly LeafState[]): LeafState {
  const known = states.filter((state) => state !== 'none');
  return known.length === 0 ? 'none' : (LEAF_STATES[Math.max(...known.map(rankOf))] ?? 'none');
}
