/** How far a change reaches: from what changed to whoever looked at it, on through answers that turn out different, to the units. */

import type { ElementId, SubjectId } from '@strideboard/model';
import type { Answer, LivingWorld } from './facts/create-world.ts';
import type { Dependencies, Observer } from './facts/dependencies.ts';
import type { Graph } from './facts/graph.ts';
import type { Subject } from './facts/world.ts';
import type { Outcome } from './outcome.ts';
import type { Rounds } from './rounds.ts';
import type { TakenChange } from './subjects.ts';
import type { Unit } from './unit.ts';

/** A change and everything needed to follow it; `world`, `rounds` and `graph` know the new model already. */
export interface Spread {
  /** Subjects whose place is another, or that came or went. */
  readonly elsewhere: ReadonlySet<SubjectId>;
  readonly facts: TakenChange['facts'];
  readonly world: LivingWorld;
  readonly dependencies: Dependencies;
  readonly rounds: Rounds;
  readonly graph: Graph;
  readonly find: (id: SubjectId) => Subject | undefined;
}

/** Units to judge again: wholly, or by the rules that look at some properties. */
export type Reached = ReadonlyMap<Unit, ReadonlySet<string> | 'all'>;

/** Follows a change. Every answer that may be another is given up before the first is worked out again. */
export function reachedBy({ elsewhere, facts, world, dependencies, rounds, graph, find }: Spread): Reached {
  const reached = new Map<Unit, Set<string> | 'all'>();
  const answers: Answer[] = [];

  const reachUnit = (unit: Unit, name: string | null): void => {
    const known = reached.get(unit);
    if (known === 'all') return;
    if (name === null) reached.set(unit, 'all');
    else if (known === undefined) reached.set(unit, new Set([name]));
    else known.add(name);
  };
  const reach = (observers: readonly Observer[], name: string | null): void => {
    for (const observer of observers) {
      if (isAnswer(observer)) answers.push(observer);
      else if (isUnit(observer)) reachUnit(observer, name);
    }
  };
  /** The unit of the subject, and those of its flows, which see it as their own. */
  const reachOwners = (id: SubjectId, name: string | null): void => {
    const flows = [...graph.arriving(id as ElementId), ...graph.leaving(id as ElementId)]; // a flow has none
    for (const unit of rounds.unitsOf(id)) reachUnit(unit, name);
    for (const { flow } of flows) for (const unit of rounds.unitsOf(flow.id)) reachUnit(unit, name);
  };

  // First everything that is said or stands elsewhere is given up, then those who looked are told.
  const told: (() => void)[] = [];
  const whole = new Set([...elsewhere, ...facts.filter(([, names]) => names === 'all').map(([id]) => id)]);
  for (const id of whole) {
    const observers = dependencies.ofSubject(id);
    world.dropSubject(id);
    told.push(() => {
      reach(observers, null);
      reachOwners(id, null);
    });
  }
  for (const [id, names] of facts) {
    if (names === 'all' || whole.has(id)) continue;
    for (const name of names) {
      const observers = dependencies.ofFact(id, name);
      world.drop(id, name);
      told.push(() => {
        reach(observers, name);
        reachOwners(id, name);
      });
    }
  }
  for (const tell of told) tell();

  for (let answer = answers.pop(); answer !== undefined; answer = answers.pop()) {
    const { subject: id, property } = answer;
    if (!world.stands(answer)) continue;
    const observers = dependencies.ofFact(id, property);
    world.drop(id, property);
    const subject = find(id);
    if (subject === undefined || isSameOutcome(answer.outcome, world.read(subject, property))) continue;
    reach(observers, property);
    reachOwners(id, property);
  }
  return reached;
}

const isAnswer = (observer: Observer): observer is Answer => 'outcome' in observer;
const isUnit = (observer: Observer): observer is Unit => 'verdicts' in observer;

const isSameOutcome = (a: Outcome<unknown>, b: Outcome<unknown>): boolean =>
  JSON.stringify([a.value, a.because, a.missing]) === JSON.stringify([b.value, b.because, b.missing]);
