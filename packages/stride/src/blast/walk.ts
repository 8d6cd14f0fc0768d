/**
 * The walk of an attacker over a model. A state is an element and what the attacker has of it. From each state the open steps lead on; a path
 * counts first by its assumptions (steps that are merely possible) and then by its length, so that what is reached with no assumption is
 * reached on the shortest proven path, and everything else on the path that asks the fewest questions.
 *
 * Each state is settled once, in the order of assumptions, then distance, then id; the first way to a state wins among equals. So the result
 * does not depend on the order of the model's lists. What a step leads to is a set that many elements share; a set that was walked once for
 * certain, or once with doubt, gives nothing new to the next, which keeps the walk linear in what is drawn.
 */

import type { Element } from '@strideboard/model';
import { ACCESSES, type Access } from '@strideboard/packs';
import type { Certainty } from './blast-radius.ts';
import type { Target, TargetSet } from './destinations.ts';
import { type Opening, type Openings, pass } from './openings.ts';

/** How a state was reached. */
export interface Arrival {
  /** Its place in the walk's list. */
  readonly order: number;
  readonly element: Element;
  readonly access: Access;
  readonly assumptions: number;
  readonly distance: number;
  /** `null` at the start. */
  readonly step: Taken | null;
}

/** A step that was taken. */
interface Taken {
  readonly opening: Opening;
  readonly target: Target;
  readonly certainty: Certainty;
  readonly before: Arrival;
}

/** Where the attacker got. */
export interface Walk {
  readonly assumed: ReadonlySet<string>;
  /** In the order of settling; the start first. */
  readonly arrivals: readonly Arrival[];
  /** By place of the element: one bit for each access that is had, and one more where it is proven. The start has none. */
  readonly grips: Uint8Array;
}

/** What an attacker walks on: elements by their place in a sorted list, and the steps between them. */
export interface Ground {
  readonly elements: readonly Element[];
  readonly openings: Openings;
}

/** One distance more costs 1, one assumption more costs this: more than any path is long. */
const ASSUMPTION = 1e7;

/** Walks from an element (by its place) that the attacker controls, with these controls assumed. */
export function walk(start: number, { elements, openings }: Ground, assumed: ReadonlySet<string>): Walk {
  const arrivals: Arrival[] = [];
  const count = ACCESSES.length;
  const settled = new Uint8Array(elements.length * count);
  const best = new Float64Array(elements.length * count).fill(Number.POSITIVE_INFINITY);
  const grips = new Uint8Array(elements.length);
  const certainly = new Set<TargetSet>();
  const doubtfully = new Set<TargetSet>();
  const queue = createQueue();

  const isHad = (at: number, access: number): boolean =>
    settled[at * count + access] === 1 || (access === REACH && settled[at * count + CONTROL] === 1);

  const take = (before: Arrival, opening: Opening): void => {
    const passage = pass(opening, assumed);
    if (passage.kind === 'halted') return;
    const { set, compiled } = opening;
    const isOpen = passage.certainty === 'proven';
    if (certainly.has(set) || (!isOpen && doubtfully.has(set))) return;
    (isOpen ? certainly : doubtfully).add(set);
    const access = ACCESSES.indexOf(compiled.step.gives);
    for (const target of set.targets) {
      if (isHad(target.at, access)) continue;
      const isCertain = isOpen && target.isCertain;
      const assumptions = before.assumptions + (isCertain ? 0 : 1);
      const distance = before.distance + 1;
      const state = target.at * count + access;
      const cost = assumptions * ASSUMPTION + distance;
      if (cost >= (best[state] ?? 0)) continue;
      best[state] = cost;
      const step: Taken = { opening, target, certainty: isCertain ? 'proven' : 'possible', before };
      queue.add({ at: target.at, access, assumptions, distance, step });
    }
  };

  queue.add({ at: start, access: CONTROL, assumptions: 0, distance: 0, step: null });
  for (let next = queue.next(); next !== null; next = queue.next()) {
    const { at, assumptions, distance, step } = next;
    const [element, access] = [elements[at], ACCESSES[next.access]];
    if (element === undefined || access === undefined) throw new Error(`walk: there is no element at ${at}`);
    if (isHad(at, next.access)) continue;
    const wasReached = settled[at * count + REACH] === 1;
    settled[at * count + next.access] = 1;
    if (at !== start) {
      grips[at] = (grips[at] ?? 0) | (1 << next.access) | (assumptions === 0 ? 1 << (next.access + count) : 0);
    }
    const arrival = { order: arrivals.length, element, access, assumptions, distance, step };
    arrivals.push(arrival);
    for (const opening of openings(element, access)) take(arrival, opening);
    // Control includes reach.
    if (access === 'control' && !wasReached) for (const opening of openings(element, 'reach')) take(arrival, opening);
  }
  return { assumed, arrivals, grips };
}

const REACH = ACCESSES.indexOf('reach');
const CONTROL = ACCESSES.indexOf('control');

/** A state on its way to be settled. */
interface Candidate {
  /** Place of the element, and of the access. */
  readonly at: number;
  readonly access: number;
  readonly assumptions: number;
  readonly distance: number;
  readonly step: Taken | null;
}

/** Hands out candidates by assumptions, distance, element, and the stronger access first. */
function createQueue(): { add(candidate: Candidate): void; next(): Candidate | null } {
  /** By assumptions, then by distance. A rank is sorted when its turn comes; nothing is added to a rank whose turn it is. */
  const levels: Candidate[][][] = [];
  let level = 0;
  let distance = 0;
  let rank: Candidate[] = [];
  let at = 0;
  return {
    add(candidate) {
      const ranks = (levels[candidate.assumptions] ??= []);
      (ranks[candidate.distance] ??= []).push(candidate);
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
        rank = (ranks[distance] ?? []).sort((a, b) => a.at - b.at || b.access - a.access);
        ranks[distance] = [];
        distance += 1;
        at = 0;
      }
      const candidate = rank[at];
      at += 1;
      return candidate ?? null;
    },
  };
}
