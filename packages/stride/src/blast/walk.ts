/**
 * The walk of an attacker over a model. A state is an element and what the attacker has of it. From each state the open steps lead on; a path
 * counts first by its assumptions (steps that are merely possible) and then by its length, so that what is reached with no assumption is
 * reached on the shortest proven path, and everything else on the path that asks the fewest questions.
 *
 * Each state is settled once, in the order of assumptions, then distance, then id; the first way to a state wins among equals. So the result
 * does not depend on the order of the model's lists. What a step leads to is a set that many elements share; a set that was walked once for
 * certain, or once with doubt, gives nothing new to the next, which keeps the walk linear in what is drawn.
 */

import type { Element, ElementId } from '@strideboard/model';
import { ACCESSES, type Access } from '@strideboard/packs';
import type { Certainty } from './blast-radius.ts';
import type { JudgedStop, Opening, Openings } from './openings.ts';
import { includes } from './openings.ts';
import type { Target } from './destinations.ts';

/** How a state was reached. */
export interface Arrival {
  readonly element: Element;
  readonly access: Access;
  readonly assumptions: number;
  readonly distance: number;
  /** `null` at the start. */
  readonly step: {
    readonly opening: Opening;
    readonly target: Target;
    readonly certainty: Certainty;
    readonly before: Arrival;
  } | null;
}

/** A step that did not open because of a stop. */
export interface Halt {
  readonly opening: Opening;
  readonly by: JudgedStop;
}

/** Where the attacker got. */
export interface Walk {
  /** In the order of settling; the start first. */
  readonly arrivals: readonly Arrival[];
  readonly halts: readonly Halt[];
  /** Openings that lead to nothing on the diagram, with their certainty. */
  readonly leads: readonly { readonly opening: Opening; readonly certainty: Certainty }[];
}

/** Walks from an element the attacker controls, with these controls assumed. */
export function walk(start: Element, openings: Openings, assumed: ReadonlySet<string>): Walk {
  const arrivals: Arrival[] = [];
  const halts: Halt[] = [];
  const leads: { opening: Opening; certainty: Certainty }[] = [];
  const settled = new Map<ElementId, Set<Access>>();
  const done = new Set<string>();
  const queue = createQueue();

  const has = (id: ElementId, access: Access): boolean => {
    const held = settled.get(id);
    return held !== undefined && (held.has(access) || (access === 'reach' && held.has('control')));
  };

  const take = (arrival: Arrival, opening: Opening): void => {
    const passage = pass(opening, assumed);
    if (passage.kind === 'halted') {
      halts.push({ opening, by: passage.by });
      return;
    }
    const { set, compiled } = opening;
    const { certainty } = passage;
    if (!set.isDrawn) leads.push({ opening, certainty: compiled.provided === null ? certainty : 'possible' });
    if (done.has(`proven|${set.key}`) || (certainty === 'possible' && done.has(`possible|${set.key}`))) return;
    done.add(`${certainty}|${set.key}`);
    for (const target of set.targets) {
      if (has(target.element.id, compiled.step.gives)) continue;
      const isCertain = certainty === 'proven' && (target.provided === null || target.provided.value === true);
      queue.add({
        element: target.element,
        access: compiled.step.gives,
        assumptions: arrival.assumptions + (isCertain ? 0 : 1),
        distance: arrival.distance + 1,
        step: { opening, target, certainty: isCertain ? 'proven' : 'possible', before: arrival },
      });
    }
  };

  queue.add({ element: start, access: 'control', assumptions: 0, distance: 0, step: null });
  for (let next = queue.next(); next !== null; next = queue.next()) {
    const { element, access } = next;
    if (has(element.id, access)) continue;
    const held = settled.get(element.id) ?? new Set();
    const before = [...held];
    settled.set(element.id, held.add(access));
    arrivals.push(next);
    for (const opening of openings(element, access)) {
      // What a weaker access opened already has been taken.
      if (!before.some((earlier) => includes(earlier, opening.compiled.step.having))) take(next, opening);
    }
  }
  return { arrivals, halts, leads };
}

type Passage =
  | { readonly kind: 'open'; readonly certainty: Certainty }
  | { readonly kind: 'halted'; readonly by: JudgedStop };

/** Whether a step is open while these controls are assumed. */
export function pass({ compiled, when, stops, set }: Opening, assumed: ReadonlySet<string>): Passage {
  let isDoubtful = when.value === undefined || compiled.step.atMost === 'possible' || !set.isPlaced;
  for (const by of stops) {
    const { stop, truth } = by;
    if (stop.assumable && assumed.has(stop.control)) return { kind: 'halted', by };
    if (truth === null || truth.value === false) continue;
    // A policy answers what nobody has said; what was said goes before it.
    if (stop.kind === 'policy' && when.value === true) continue;
    if (truth.value === true) return { kind: 'halted', by };
    if (stop.unsaid === 'doubt') isDoubtful = true;
  }
  return { kind: 'open', certainty: isDoubtful ? 'possible' : 'proven' };
}

/** Hands out arrivals by assumptions, distance, element and access. */
function createQueue(): { add(arrival: Arrival): void; next(): Arrival | null } {
  /** By assumptions, then by distance. A rank is sorted when its turn comes; nothing is added to a rank whose turn it is. */
  const levels: Arrival[][][] = [];
  let level = 0;
  let distance = 0;
  let rank: Arrival[] = [];
  let at = 0;
  return {
    add(arrival) {
      const ranks = (levels[arrival.assumptions] ??= []);
      (ranks[arrival.distance] ??= []).push(arrival);
    },
    next() {
      while (at >= rank.length) {
        const ranks = levels[level];
        if (ranks === undefined || distance >= ranks.length) {
          if (level >= levels.length) return null;
          level += 1;
          distance = 0;
          continue;
        }
        rank = (ranks[distance] ?? []).sort(inOrder);
        ranks[distance] = [];
        distance += 1;
        at = 0;
      }
      const arrival = rank[at];
      at += 1;
      return arrival ?? null;
    },
  };
}

const inOrder = (a: Arrival, b: Arrival): number =>
  a.element.id < b.element.id
    ? -1
    : a.element.id > b.element.id
      ? 1
      : ACCESSES.indexOf(b.access) - ACCESSES.indexOf(a.access);
