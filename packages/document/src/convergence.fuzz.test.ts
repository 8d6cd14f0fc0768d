import {
  brokenInvariants,
  createPeers,
  createRandom,
  dump,
  dumpText,
  needlesslyFresh,
  populate,
  type Peer,
  type Random,
  randomGesture,
  seedsUpTo,
} from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { readView } from './read-model.ts';

const SEEDS = Number(process.env['STRIDEBOARD_FUZZ_SEEDS'] ?? 100);
const STEPS = 150;

describe('three people at one board', () => {
  it.each(batches(seedsUpTo(SEEDS)))('converge, and every view equals one from scratch (seeds %s)', (_, seeds) => {
    for (const seed of seeds) script(seed);
  });
});

/** Tests are per ten seeds, so that a report stays readable; the failing seed is named in the message. */
function batches(seeds: readonly number[]): [string, readonly number[]][] {
  const groups: [string, readonly number[]][] = [];
  for (let at = 0; at < seeds.length; at += 10) {
    const group = seeds.slice(at, at + 10);
    groups.push([`${group[0]}–${group.at(-1)}`, group]);
  }
  return groups;
}

function script(seed: number): void {
  const random = createRandom(seed);
  const group = createPeers(random);
  for (const peer of group.peers) populate(random, peer, 6);
  group.deliverAll();
  const broughtBack = new Map(group.peers.map((peer) => [peer, new Set<string>()]));
  const offline = new Map<Peer, number>();
  for (let step = 0; step < STEPS; step++) {
    const peer = random.pick(group.peers);
    if (peer === undefined) return;
    const where = `seed ${seed}, step ${step}, ${peer.name}`;
    if (random.chance(0.05)) offline.set(peer, step + 20);
    const isOffline = (offline.get(peer) ?? 0) > step;
    if (!isOffline && random.chance(0.4)) group.deliverSome(peer);
    else act(random, peer, { broughtBack, where });
    if (random.chance(0.7)) checkView(peer, where);
  }
  group.deliverAll();
  const [first] = group.peers;
  for (const peer of group.peers) {
    checkView(peer, `seed ${seed}, at the end, ${peer.name}`);
    expect(dumpText(peer.doc), `documents of seed ${seed}`).toBe(first === undefined ? '' : dumpText(first.doc));
    expect(shown(peer), `views of seed ${seed}`).toBe(first === undefined ? '' : shown(first));
  }
  group.dispose();
}

const shown = ({ document }: Peer): string => JSON.stringify([document.model(), document.issues()]);

/** What each peer's restoring brought back, with what was hidden only because of it. */
type BroughtBack = ReadonlyMap<Peer, Set<string>>;

/** One gesture, undo or redo: at most one update leaves, and undo touches only what is one's own. */
function act(
  random: Random,
  peer: Peer,
  { broughtBack, where }: { readonly broughtBack: BroughtBack; readonly where: string },
): void {
  peer.document.flush();
  const sent = peer.updates.length;
  const before = shownIds(peer);
  const undoing = random.chance(0.2) ? (random.chance(0.65) ? 'undo' : 'redo') : null;
  const command = undoing === null ? randomGesture(random, peer) : peer.history[`${undoing}Name`]?.command;
  if (undoing !== null) takeBack(peer, undoing, { mine: broughtBack.get(peer), where });
  expect(peer.updates.length - sent, `updates of one gesture, ${where}`).toBeLessThanOrEqual(1);
  if (command !== 'restore' || undoing === 'undo') return;
  peer.document.flush();
  for (const id of shownIds(peer)) if (!before.has(id)) broughtBack.get(peer)?.add(id);
}

const shownIds = ({ document }: Peer): ReadonlySet<string> =>
  new Set<string>([...document.model().elements, ...document.model().flows].map(({ id }) => id));

function takeBack(
  peer: Peer,
  direction: 'undo' | 'redo',
  { mine, where }: { readonly mine: ReadonlySet<string> | undefined; readonly where: string },
): void {
  const before = dump(peer.doc);
  const shownBefore = shownIds(peer);
  peer.history[direction]();
  peer.document.flush();
  for (const [key, { value }] of dump(peer.doc)) {
    const was = before.get(key);
    if (was === undefined || was.value === value) continue;
    expect(was.writer, `${direction} overwrote ${key} of somebody else, ${where}`).toBe(peer.doc.clientID);
  }
  if (direction === 'redo') return;
  const now = shownIds(peer);
  for (const id of shownBefore) {
    const isFair = now.has(id) || mine?.has(id) === true || isOnlyMine(before, id, peer.doc.clientID);
    expect(isFair, `undo may hide ${id}, ${where}`).toBe(true);
  }
}

/** Whether every key of it was last written by this client. */
function isOnlyMine(before: ReturnType<typeof dump>, id: string, client: number): boolean {
  const path = before.has(`nodes/${id}`) ? `nodes/${id}` : `edges/${id}`;
  return [...before].every(([key, { writer }]) => !(key === path || key.startsWith(`${path}/`)) || writer === client);
}

function checkView(peer: Peer, where: string): void {
  const before = peer.document.model();
  peer.document.flush();
  const after = peer.document.model();
  const fresh = readView(peer.doc);
  expect(shown(peer), `patched against fresh view, ${where}`).toBe(JSON.stringify([fresh.model, fresh.issues]));
  expect(needlesslyFresh(before, after), `identity, ${where}`).toEqual([]);
  expect(brokenInvariants(after), `invariants, ${where}`).toEqual([]);
}
