/**
 * Generates the recording of a workshop: three parts of a cluster one after another, and for each of them drawing, silent cards, reveal and
 * gathering, a vote, decisions, and talk. People leave and come back, point, drag, take back, decide and decide again. What is created is
 * deleted again and what is asked is answered, so that the board stays as large as it was: whatever else grows has leaked.
 */

import { createRandom, type Random } from './random.ts';
import type { RecordedAct, RecordedStep } from './recording.ts';

/** How the workshop is. */
export interface WorkshopPlan {
  readonly seed: number;
  readonly people: number;
  /** Parts after one another, each of {@link PART_MS}. */
  readonly parts: number;
}

const MINUTE_MS = 60_000;
/** How long one part takes, ms. */
export const PART_MS = 40 * MINUTE_MS;

interface Phase {
  readonly name: string;
  readonly minutes: number;
  /** What the facilitator does as it begins. */
  readonly begins?: RecordedAct['do'] & ('silence' | 'reveal' | 'vote' | 'count');
  /** Mean time between two acts of one person, ms. */
  readonly everyMs: number;
  /** Acts by how often they come. */
  readonly acts: readonly (readonly [Kind, number])[];
}

type Kind = keyof typeof MAKE;

const PHASES: readonly Phase[] = [
  {
    name: 'draw',
    minutes: 12,
    everyMs: 25_000,
    acts: [
      ['drag', 30],
      ['point', 30],
      ['create', 8],
      ['delete', 8],
      ['connect', 6],
      ['rename', 8],
      ['flip', 10],
      ['undo', 5],
      ['redo', 3],
    ],
  },
  { name: 'threats', minutes: 6, begins: 'silence', everyMs: 90_000, acts: [['flip', 1]] },
  {
    name: 'gather',
    minutes: 5,
    begins: 'reveal',
    everyMs: 30_000,
    acts: [
      ['gather', 4],
      ['point', 6],
    ],
  },
  { name: 'vote', minutes: 3, begins: 'vote', everyMs: 60_000, acts: [['point', 1]] },
  {
    name: 'decide',
    minutes: 10,
    begins: 'count',
    everyMs: 30_000,
    acts: [
      ['decide', 30],
      ['flip', 15],
      ['point', 25],
      ['comment', 6],
      ['resolve', 7],
      ['undo', 5],
      ['redo', 3],
    ],
  },
  {
    name: 'talk',
    minutes: 4,
    everyMs: 30_000,
    acts: [
      ['comment', 10],
      ['resolve', 14],
      ['drag', 10],
      ['point', 30],
      ['delete', 6],
    ],
  },
];

/** Facts whose answer brings a threat or takes it away. */
const PROPERTIES = ['clusterAdmin', 'privileged', 'hostNetwork'];
const RULES = ['WL-001', 'WL-002', 'WL-003', 'CP-001'];
const STATES = ['open', 'mitigated', 'accepted', 'open'];
const LABELS = ['payments', 'api server', 'etcd', 'ingress', 'kubelet', 'registry', 'ключи', '監視'];
const SENTENCES = [
  'Who may read this?',
  'An attacker with this token reads every secret.',
  'Agreed.',
  'Encrypted in transit?',
];
/** More than there will ever be: a number names a thing by its place modulo how many there are. */
const MANY = 100_000;

const point = (random: Random, reach: number): readonly [number, number] => [
  random.between(-reach, reach),
  random.between(-reach, reach),
];
const word = (random: Random, among: readonly string[]): string => random.pick(among) ?? '';

const MAKE = {
  point: (random) => ({ do: 'point', to: point(random, 2_000), ms: random.between(1_000, 6_000) }),
  drag: (random) => ({ do: 'drag', of: random.below(MANY), by: point(random, 40), ms: random.between(400, 2_500) }),
  create: (random) => ({ do: 'create', to: point(random, 1_500), label: word(random, LABELS) }),
  connect: (random) => ({ do: 'connect', of: random.below(MANY), to: random.below(MANY) }),
  rename: (random) => ({ do: 'rename', of: random.below(MANY), label: `${word(random, LABELS)} ${random.below(100)}` }),
  flip: (random) => ({ do: 'flip', of: random.below(MANY), property: word(random, PROPERTIES) }),
  delete: (random) => ({ do: 'delete', of: random.below(MANY) }),
  undo: () => ({ do: 'undo' }),
  redo: () => ({ do: 'redo' }),
  gather: (random) => ({ do: 'gather', of: random.below(MANY), to: random.below(MANY) }),
  decide: (random) => ({
    ...{ do: 'decide', of: random.below(MANY) },
    ...{ rule: word(random, RULES), state: word(random, STATES) },
  }),
  comment: (random) => ({ do: 'comment', of: random.below(MANY), body: word(random, SENTENCES) }),
  resolve: (random) => ({ do: 'resolve', of: random.below(MANY) }),
} as const satisfies Readonly<Record<string, (random: Random) => RecordedAct>>;

/** Generates a recording; the same plan gives the same one. Steps are ordered by time. */
export function recordWorkshop({ seed, people, parts }: WorkshopPlan): readonly RecordedStep[] {
  const random = createRandom(seed);
  const everybody = Array.from({ length: people }, (_, who) => who);
  const steps: RecordedStep[] = everybody.map((who) => ({ at: who * 500, who, do: 'come' }));
  let begin = 0;
  for (let part = 0; part < parts; part++) {
    for (const phase of PHASES) {
      const end = begin + phase.minutes * MINUTE_MS;
      steps.push(...phaseSteps(random, { phase, begin, end, everybody }));
      begin = end;
    }
  }
  const absences = everybody.slice(1).flatMap((who) => absencesOf(random, { who, end: begin }));
  const isAway = ({ at, who }: RecordedStep): boolean =>
    absences.some((away) => away.who === who && at >= away.from && at <= away.to);
  const comings = absences.flatMap(({ who, from, to }): RecordedStep[] => [
    { at: from, who, do: 'leave' },
    { at: to, who, do: 'come' },
  ]);
  return [...steps.filter((step) => !isAway(step)), ...comings].sort((a, b) => a.at - b.at || a.who - b.who);
}

interface PhaseTime {
  readonly phase: Phase;
  readonly begin: number;
  readonly end: number;
  readonly everybody: readonly number[];
}

function phaseSteps(random: Random, { phase, begin, end, everybody }: PhaseTime): RecordedStep[] {
  const steps: RecordedStep[] = [{ at: begin, who: 0, do: 'phase', phase: phase.name }];
  if (phase.begins !== undefined) steps.push({ at: begin + 1_000, who: 0, do: phase.begins });
  for (const who of everybody) {
    // What was written in silence shows with the reveal, and dots with the count; browsers send them a moment later.
    const at = begin + random.between(3_000, 8_000);
    if (phase.begins === 'reveal') steps.push({ at, who, do: 'cards', texts: random.some(SENTENCES, 0.4) });
    if (phase.begins === 'count') steps.push({ at, who, do: 'dots' });
    let next = begin + 10_000 + random.below(phase.everyMs);
    while (next < end) {
      steps.push({ at: next, who, ...MAKE[kindOf(random, phase.acts)](random) });
      next += random.between(phase.everyMs / 2, phase.everyMs * 1.5);
    }
  }
  return steps.map((step) => ({ ...step, at: Math.floor(step.at) }));
}

function kindOf(random: Random, acts: Phase['acts']): Kind {
  const whole = acts.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random.next() * whole;
  for (const [kind, weight] of acts) {
    left -= weight;
    if (left < 0) return kind;
  }
  return 'point';
}

interface Absence {
  readonly who: number;
  readonly from: number;
  readonly to: number;
}

/** A coffee or another meeting: some minutes away, about once in forty minutes. */
function absencesOf(random: Random, { who, end }: { readonly who: number; readonly end: number }): Absence[] {
  const absences: Absence[] = [];
  let from = random.between(5 * MINUTE_MS, PART_MS);
  while (from < end - 5 * MINUTE_MS) {
    const to = from + random.between(MINUTE_MS, 4 * MINUTE_MS);
    absences.push({ who, from, to });
    from = to + random.between(PART_MS / 2, (PART_MS * 3) / 2);
  }
  return absences;
}
