/** What a blast radius says: what an attacker who has one thing gets, on which path, and what stands in the way. */

import type { ElementId, FlowId } from '@strideboard/model';
import type { Access, RingId, StepWay } from '@strideboard/packs';
import type { Fact, Missing } from '../fact.ts';

/** `proven`: every step of the path rests on known facts. `possible`: some step waits for facts nobody has given, or for how far it goes. */
export type Certainty = 'proven' | 'possible';

/** How near the start something is; `outside` is in none of the rings. */
export type Whereabouts = RingId | 'outside';

/** One step of a path. */
export interface PathStep {
  /** Id of the step of the pack: there its reason and its sources stand. */
  readonly rule: string;
  /** The step's title with labels filled in. */
  readonly title: string;
  readonly from: ElementId;
  readonly to: ElementId;
  /** The flow it goes along; `null` for a step that needs none. */
  readonly flow: FlowId | null;
  readonly via: StepWay;
  readonly gives: Access;
  readonly certainty: Certainty;
  /** What opens it, each fact once. */
  readonly facts: readonly Fact[];
  /** Facts nobody has given that could close it, each once. Empty for a possible step that no fact decides. */
  readonly missing: readonly Missing[];
  /** Controls that would stop it, sorted. */
  readonly controls: readonly string[];
}

/** Something that is reached. A subject has several of these only where the stronger one is merely possible. */
export interface Reached {
  readonly subject: ElementId;
  readonly access: Access;
  readonly certainty: Certainty;
  /** Steps of the path that are merely possible; 0 = proven. */
  readonly assumptions: number;
  readonly where: Whereabouts;
  /** Steps from the start. */
  readonly distance: number;
  /** The path of fewest assumptions, of those the shortest. */
  readonly path: readonly PathStep[];
  readonly outOfScope: boolean;
}

/** A step that a control stopped. */
export interface ClosedStep {
  readonly rule: string;
  /** The step's title as far as it is known: without its target where it had several. */
  readonly title: string;
  readonly from: ElementId;
  readonly flow: FlowId | null;
  readonly control: string;
  /** The facts by which the control stands; empty for one that is assumed. */
  readonly facts: readonly Fact[];
  /** What it keeps from the attacker: what the step would give and no proven path gives otherwise, sorted. Never empty. */
  readonly kept: readonly ElementId[];
}

/** A step that is open and leads to something that is not on the diagram. */
export interface UndrawnStep {
  readonly rule: string;
  readonly title: string;
  readonly from: ElementId;
  readonly certainty: Certainty;
  /** Selectors of what would be there. */
  readonly selectors: readonly string[];
}

/** What assuming one control would do. */
export interface Cut {
  readonly control: string;
  /** How many paths of `reached` have a step that it stops. */
  readonly paths: number;
  /** Elements no longer reached, sorted. */
  readonly gone: readonly ElementId[];
  /** Elements still reached, but with less: a weaker access, or no longer proven; sorted. */
  readonly lessened: readonly ElementId[];
}

/** How many entries of `reached`, by access. */
export type AccessCounts = Readonly<Record<Access, number>>;

/** The whole answer. Equal models give equal answers. */
export interface BlastRadius {
  readonly start: ElementId;
  /** Controls that were assumed, sorted. */
  readonly assumed: readonly string[];
  /** Proven ones first, then by assumptions, distance, access (strongest first) and subject. The start is not in it. */
  readonly reached: readonly Reached[];
  /** Sorted by step, start and flow. */
  readonly closed: readonly ClosedStep[];
  /** One for each step of the pack, sorted. */
  readonly undrawn: readonly UndrawnStep[];
  /** Controls that would take something away, those that take most first. */
  readonly cuts: readonly Cut[];
  /** What is out of scope is not counted. */
  readonly counts: {
    readonly proven: AccessCounts;
    readonly possible: AccessCounts;
    /** Elements reached with a proven path, and all others reached. */
    readonly elements: Readonly<Record<Certainty, number>>;
    readonly where: Readonly<Record<Whereabouts, number>>;
  };
}

/** What a set of controls changes. */
export interface BlastDifference {
  readonly before: BlastRadius;
  readonly after: BlastRadius;
  /** As in {@link Cut}. */
  readonly gone: readonly ElementId[];
  readonly lessened: readonly ElementId[];
}
