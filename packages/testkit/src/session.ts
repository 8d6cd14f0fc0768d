/**
 * Random sessions of several people as data: a script of steps, each with a seed of its own, so that a step does the same kind of thing
 * whether or not the steps before it are there. That lets a failing script be made shorter.
 */

import { createPeers, type Peer, type PeerGroup } from './peers.ts';
import { createRandom, type Random } from './random.ts';
import {
  DRAWING_GESTURES,
  GESTURES,
  type GestureName,
  populate,
  randomGesture,
  REGISTER_GESTURES,
} from './random-gesture.ts';

/** One step: who (an index among the peers), what, and the seed of every chance in it. */
export interface SessionStep {
  readonly who: number;
  readonly act: 'gesture' | 'undo' | 'redo' | 'deliver' | 'offline' | 'online';
  readonly seed: number;
}

/** What happened at a step. */
export interface StepReport {
  readonly step: SessionStep;
  readonly peer: Peer;
  /** The gesture that was tried, or the command that was to be taken back or done again. */
  readonly name: string | null;
  /** How many updates left the peer. */
  readonly sent: number;
}

/** Looks at a session while it runs and throws where something is wrong. */
export interface SessionWatcher {
  /** Everybody has the same board to begin with. */
  readonly begin?: (group: PeerGroup) => void;
  readonly before?: (step: SessionStep, peer: Peer) => void;
  readonly after?: (report: StepReport) => void;
  /** Everybody has everything. */
  readonly end?: (group: PeerGroup) => void;
}

/** A script of one seed. */
export interface Session {
  readonly seed: number;
  readonly steps: readonly SessionStep[];
}

const NAMES = ['ada', 'bob', 'cy'];
/** One person's clock is a year behind. */
const CLOCKS = { ada: 1_700_000_000_000, bob: 1_700_000_000_000, cy: 1_700_000_000_000 - 365 * 86_400_000 };
/** What sessions are about, by how often. */
const THEMES: readonly (readonly GestureName[])[] = [DRAWING_GESTURES, DRAWING_GESTURES, GESTURES, REGISTER_GESTURES];

/** Writes the script of a seed: gestures, undo, redo, partial deliveries, spells offline. */
export function writeSession(seed: number, count = 150): Session {
  const random = createRandom(seed);
  const steps: SessionStep[] = [];
  for (let at = 0; at < count; at++) {
    const who = random.below(NAMES.length);
    steps.push({ who, act: pickAct(random), seed: random.between(0, 2 ** 31) });
  }
  return { seed, steps };
}

function pickAct(random: Random): SessionStep['act'] {
  const chance = random.next();
  if (chance < 0.4) return 'gesture';
  if (chance < 0.55) return random.chance(0.65) ? 'undo' : 'redo';
  if (chance < 0.95) return random.chance(0.15) ? 'gesture' : 'deliver';
  return random.chance(0.4) ? 'offline' : 'online';
}

/** Plays a script before its watchers. The theme, the first content and the roles follow from the seed alone. */
export function playSession({ seed, steps }: Session, watchers: readonly SessionWatcher[]): void {
  const random = createRandom(seed ^ 0x5eed);
  const group = createPeers(random, NAMES, { clocks: CLOCKS });
  const theme = random.pick(THEMES) ?? GESTURES;
  for (const peer of group.peers) populate(random, peer, 6);
  group.deliverAll();
  // One of them may not have all rights.
  if (random.chance(0.5)) group.peers[1]?.setRole('edit');
  const offline = new Set<Peer>();
  try {
    for (const watcher of watchers) watcher.begin?.(group);
    for (const step of steps) {
      const peer = group.peers[step.who];
      if (peer === undefined) continue;
      peer.document.flush();
      for (const watcher of watchers) watcher.before?.(step, peer);
      const sent = peer.updates.length;
      const name = take(step, { peer, group, offline, theme });
      for (const watcher of watchers) watcher.after?.({ step, peer, name, sent: peer.updates.length - sent });
    }
    group.deliverAll(createRandom(seed));
    for (const watcher of watchers) watcher.end?.(group);
  } finally {
    group.dispose();
  }
}

interface Scene {
  readonly peer: Peer;
  readonly group: PeerGroup;
  readonly offline: Set<Peer>;
  readonly theme: readonly GestureName[];
}

function take(step: SessionStep, { peer, group, offline, theme }: Scene): string | null {
  const random = createRandom(step.seed);
  switch (step.act) {
    case 'gesture':
      return randomGesture(random, peer, theme);
    case 'undo':
    case 'redo': {
      const { command = null } = peer.history[`${step.act}Name`] ?? {};
      peer.history[step.act]();
      return command;
    }
    case 'deliver':
      if (!offline.has(peer)) group.deliverSome(peer, random);
      return null;
    case 'offline':
      offline.add(peer);
      return null;
    case 'online':
      offline.delete(peer);
      return null;
  }
}

/** The shortest script found that still fails: whole stretches are left out first, single steps last. `budget` bounds the number of tries. */
export function minimise(session: Session, fails: (shorter: Session) => boolean, budget = 400): Session {
  let { steps } = session;
  let tries = 0;
  for (let length = Math.ceil(steps.length / 2); length >= 1; ) {
    let shortened = false;
    for (let at = steps.length - length; at > -length && tries < budget; at -= length) {
      const shorter = [...steps.slice(0, Math.max(0, at)), ...steps.slice(at + length)];
      tries++;
      if (shorter.length === steps.length || !fails({ ...session, steps: shorter })) continue;
      steps = shorter;
      shortened = true;
    }
    if (length === 1 && (!shortened || tries >= budget)) break;
    length = length > 1 ? Math.ceil(length / 2) : 1;
  }
  return { ...session, steps };
}

/** A script as text, one step a line, with what each turned out to be. */
export function describeSession(session: Session): string {
  const names = new Map<SessionStep, string | null>();
  const recorder: SessionWatcher = { after: ({ step, name }) => void names.set(step, name) };
  playSession(session, [recorder]);
  return session.steps
    .map((step) => `  ${NAMES[step.who]} ${step.act} ${names.get(step) ?? ''} (${step.seed})`)
    .join('\n');
}
