/** Random gestures on what is kept beside the drawing, in talk and in a workshop. */

import {
  CARD_MARKS,
  CONTROL_STATES,
  RECORD_KINDS,
  RECORD_STATES,
  THREAT_STATES,
  TREE_NODE_KINDS,
  SENTENCE_PARTS,
  threatId,
} from '@strideboard/model';
import type { Peer } from './peers.ts';
import type { Random } from './random.ts';
import {
  anyBoundary,
  anyControl,
  anyElement,
  anyId,
  anyRule,
  anySubject,
  anyThreat,
  type Maker,
  modelOf,
  place,
  title,
  word,
} from './random-picks.ts';

/** Above this many of a kind a script makes no more. */
const PLENTY = 6;
const hasPlenty = (list: readonly unknown[]): boolean => list.length >= PLENTY;
const someSubjects = (random: Random, peer: Peer): readonly string[] => [
  anySubject(random, peer),
  anySubject(random, peer),
];
const ids = (random: Random, items: readonly { readonly id: string }[]): { readonly ids: readonly string[] } => ({
  ids: [anyId(random, items)],
});

const addRecord: Maker = (random, peer) => {
  const { records } = modelOf(peer);
  if (hasPlenty(records)) return;
  const replaces = random.chance(0.3) ? random.pick(records) : undefined;
  peer.commands.addRecord({
    kind: random.pick(RECORD_KINDS) ?? 'goal',
    title: title(random),
    about: random.chance(0.5) ? [...someSubjects(random, peer), anyThreat(random, peer)] : [],
    text: word(random),
    ...(replaces === undefined ? {} : { replaces: replaces.id }),
  });
};

const editRecord: Maker = (random, peer) => {
  const record = random.pick(modelOf(peer).records);
  if (record === undefined) return;
  const state = random.pick(RECORD_STATES[record.kind]);
  peer.commands.editRecord({
    id: record.id,
    ...(random.chance(0.5) && state !== undefined ? { state } : { title: title(random) }),
    ...(random.chance(0.3) ? { about: someSubjects(random, peer) } : {}),
    ...(random.chance(0.2) ? { agreed: random.chance(0.5) ? ([peer.name, 5] as const) : null } : {}),
  });
};

const treeGesture =
  (act: (random: Random, peer: Peer, tree: ReturnType<typeof modelOf>['trees'][number]) => void): Maker =>
  (random, peer) => {
    const tree = random.pick(modelOf(peer).trees);
    if (tree !== undefined) act(random, peer, tree);
  };

/** By verb. */
export const REGISTER_MAKERS = {
  rename: (random, peer) => {
    peer.commands.rename(word(random));
  },
  setMeta: (random, peer) => {
    peer.commands.setMeta(
      random.chance(0.5) ? { owner: word(random) } : { summary: word(random), reviewers: ['a', 'b'] },
    );
  },
  setSettings: (random, peer) => {
    peer.commands.setSettings({ grid: random.between(0, 40), method: { scale: random.chance(0.5) ? 5 : 'low' } });
  },
  joinPeople: (random, peer) => {
    peer.commands.joinPeople({ name: title(random).slice(0, 40), colour: random.chance(0.5) ? '#2b5fc7' : '#b3261e' });
  },
  addThreat: (random, peer) => {
    if (hasPlenty(modelOf(peer).manual)) return;
    const on = random.chance(0.7) ? someSubjects(random, peer) : [];
    peer.commands.addThreat({ title: title(random), letters: ['S', 'E'], on });
  },
  editThreat: (random, peer) => {
    const on = random.chance(0.5) ? { on: someSubjects(random, peer) } : {};
    const sentence = { [random.pick(SENTENCE_PARTS) ?? 'action']: title(random) };
    peer.commands.editThreat({ id: anyId(random, modelOf(peer).manual), title: title(random), sentence, ...on });
  },
  deleteThreat: (random, peer) => {
    peer.commands.deleteThreat(ids(random, modelOf(peer).manual));
  },
  addControl: (random, peer) => {
    if (!hasPlenty(modelOf(peer).controls)) peer.commands.addControl({ title: title(random), group: word(random) });
  },
  editControl: (random, peer) => {
    const [id, layer] = [anyId(random, modelOf(peer).controls), word(random)];
    peer.commands.editControl({ id, layer, strength: { likelihood: layer.length % 5, impact: 1 } });
  },
  deleteControl: (random, peer) => {
    peer.commands.deleteControl(ids(random, modelOf(peer).controls));
  },
  mitigate: (random, peer) => {
    const threat = anyThreat(random, peer);
    peer.commands.mitigate({ threat, control: anyControl(random, peer), on: random.chance(0.7) });
  },
  decideEach: (random, peer) => {
    const [one, other] = [anyRule(random), anyRule(random)].map((rule) => threatId(rule, [anySubject(random, peer)]));
    if (one === undefined || other === undefined) return;
    const state = random.pick(THREAT_STATES) ?? 'open';
    peer.commands.decideEach({
      decisions: [
        { threats: [one, other], ...(random.chance(0.5) ? { state } : { fields: { why: word(random) } }) },
        { threats: [one], fields: { tags: [word(random)] } },
      ],
    });
  },
  mitigateAll: (random, peer) => {
    const [threat, control] = [anyThreat(random, peer), anyControl(random, peer)];
    const links = [threat, anyThreat(random, peer)].map((one) => ({ threat: one, control, on: random.chance(0.7) }));
    peer.commands.mitigateAll({ links });
  },
  applyAll: (random, peer) => {
    const [control, state] = [anyControl(random, peer), random.pick(CONTROL_STATES) ?? 'planned'];
    const elements = [anyElement(random, peer), anyElement(random, peer)];
    peer.commands.applyAll({ places: elements.map((element) => ({ control, element, state })) });
  },
  apply: (random, peer) => {
    const state = random.chance(0.5) ? { state: random.pick(CONTROL_STATES) ?? 'planned' } : {};
    const element = anyElement(random, peer);
    peer.commands.apply({
      control: anyControl(random, peer),
      element,
      on: random.chance(0.8),
      owner: word(random),
      ...state,
    });
  },
  addStanding: (random, peer) => {
    if (hasPlenty(modelOf(peer).standing)) return;
    const scope = random.chance(0.5) ? (anyBoundary(random, peer) ?? 'model') : 'tag:lab';
    peer.commands.addStanding({ rule: anyRule(random), scope, state: random.pick(THREAT_STATES) ?? 'open' });
  },
  editStanding: (random, peer) => {
    peer.commands.editStanding({ id: anyId(random, modelOf(peer).standing), why: word(random) });
  },
  endStanding: (random, peer) => {
    if (random.chance(0.3))
      peer.commands.endStanding({ id: anyId(random, modelOf(peer).standing), why: word(random) || 'over' });
  },
  deleteStanding: (random, peer) => {
    peer.commands.deleteStanding(ids(random, modelOf(peer).standing));
  },
  addRecord,
  editRecord,
  deleteRecord: (random, peer) => {
    peer.commands.deleteRecord(ids(random, modelOf(peer).records));
  },
  addTree: (random, peer) => {
    if (modelOf(peer).trees.length < 2) peer.commands.addTree({ title: title(random) });
  },
  editTree: treeGesture((random, peer, { id }) => {
    peer.commands.editTree({ id, title: title(random) });
  }),
  addTreeNode: treeGesture((random, peer, { id, nodes }) => {
    const kind = random.pick(TREE_NODE_KINDS) ?? 'leaf';
    if (nodes.length < 10) peer.commands.addTreeNode({ tree: id, kind, at: [place(random), place(random)] });
  }),
  editTreeNode: treeGesture((random, peer, { nodes }) => {
    peer.commands.editTreeNode({ id: anyId(random, nodes), label: word(random), at: [place(random), place(random)] });
  }),
  connectTree: treeGesture((random, peer, { id, nodes }) => {
    const controls = [anyControl(random, peer)];
    peer.commands.connectTree({ tree: id, parent: anyId(random, nodes), child: anyId(random, nodes), controls });
  }),
  deleteTreePart: treeGesture((random, peer, { id, nodes, edges }) => {
    peer.commands.deleteTreePart({ ids: [random.pick([...nodes, ...edges])?.id ?? id] });
  }),
  comment: (random, peer) => {
    const body = title(random);
    const thread = random.chance(0.5) ? random.pick(modelOf(peer).comments) : undefined;
    const kind = random.pick(['node', 'edge', 'threat', 'point'] as const) ?? 'node';
    const id =
      kind === 'node'
        ? anyElement(random, peer)
        : kind === 'threat'
          ? anyThreat(random, peer)
          : anySubject(random, peer);
    if (thread !== undefined) peer.commands.comment({ thread: thread.id, body });
    else if (kind === 'point') peer.commands.comment({ anchor: { kind, x: place(random), y: place(random) }, body });
    else peer.commands.comment({ anchor: { kind, id }, body });
  },
  editComment: (random, peer) => {
    peer.commands.editComment({ id: anyMessage(random, peer), body: title(random) });
  },
  withdrawComment: (random, peer) => {
    peer.commands.withdrawComment({ id: anyMessage(random, peer) });
  },
  resolve: (random, peer) => {
    peer.commands.resolve({ thread: anyId(random, modelOf(peer).comments), resolved: random.chance(0.6) });
  },
} as const satisfies Readonly<Record<string, Maker>>;

const anyMessage = (random: Random, peer: Peer): string =>
  anyId(random, random.pick(modelOf(peer).comments)?.messages ?? []);

/** By verb; who may do them depends on the role. */
export const WORKSHOP_MAKERS = {
  setPhase: (random, peer) => {
    peer.commands.setPhase({ phase: random.pick(['draw', 'threats', 'vote']) ?? 'draw' });
  },
  setTimer: (random, peer) => {
    const timer = { endsAt: random.between(1, 999), durationMs: 60_000, pausedLeftMs: random.chance(0.5) ? 5 : null };
    peer.commands.setTimer({ timer: random.chance(0.7) ? timer : null });
  },
  setRound: (random, peer) => {
    const { rounds } = peer.document.workshop();
    const round = random.pick(rounds);
    const state = random.pick(['silent', 'revealed', 'revealed', 'discarded'] as const) ?? 'silent';
    if (round === undefined || (random.chance(0.2) && !hasPlenty(rounds))) peer.commands.setRound({ state: 'silent' });
    else peer.commands.setRound({ round: round.id, state });
  },
  setBallot: (random, peer) => {
    const { ballots } = peer.document.workshop();
    const ballot = random.pick(ballots);
    if (ballot === undefined || (random.chance(0.2) && !hasPlenty(ballots)))
      peer.commands.setBallot({ state: 'open', dots: random.between(1, 5), several: random.chance(0.7) });
    else peer.commands.setBallot({ ballot: ballot.id, state: random.chance(0.7) ? 'closed' : 'open' });
  },
  setSpotlight: (random, peer) => {
    peer.commands.setSpotlight({ mode: random.pick(['ask', 'now', null] as const) ?? null });
  },
  setAgenda: (random, peer) => {
    peer.commands.setAgenda({ agenda: random.some(['draw', 'threats', 'vote'], 0.6) });
  },
  lowerHand: (random, peer) => {
    peer.commands.lowerHand({ principal: random.pick(['ada', 'bob', 'cy']) ?? 'ada' });
  },
  publishCards: (random, peer) => {
    const round = anyId(random, peer.document.workshop().rounds);
    const card = {
      id: `card-000000${random.below(3)}`,
      round,
      lane: random.chance(0.7) ? ('threat' as const) : ('park' as const),
      letters: ['T'] as const,
      on: [anySubject(random, peer)],
      text: word(random),
      at: 1,
      late: random.chance(0.2),
    };
    peer.commands.publishCards({ cards: [card] });
  },
  publishVotes: (random, peer) => {
    const { ballots, cards } = peer.document.workshop();
    const target = random.pick(cards)?.key ?? 'K01';
    const dots = { [target]: random.between(0, 3) };
    peer.commands.publishVotes({ ballot: anyId(random, ballots), dots, late: random.chance(0.2) });
  },
  markCard: (random, peer) => {
    const cards = peer.document.workshop().cards.map(({ key }) => ({ id: key }));
    const field = random.pick(CARD_MARKS) ?? 'state';
    const value = field === 'cluster' ? anyId(random, cards) : random.chance(0.8) ? 'park' : null;
    peer.commands.markCard({ card: anyId(random, cards), field, value });
  },
  withdrawCard: (random, peer) => {
    peer.commands.withdrawCard({ card: anyCard(random, peer) });
  },
  gatherCards: (random, peer) => {
    peer.commands.gatherCards({ cards: [anyCard(random, peer)], into: anyCard(random, peer) });
  },
  releaseCard: (random, peer) => {
    peer.commands.releaseCard({ card: anyCard(random, peer) });
  },
  promoteCards: (random, peer) => {
    const kind = random.pick(['threat', 'question'] as const) ?? 'threat';
    peer.commands.promoteCards({ cards: [anyCard(random, peer)], kind, title: word(random) });
  },
  joinCards: (random, peer) => {
    peer.commands.joinCards({ cards: [anyCard(random, peer)], threat: `manual~${word(random)}` });
  },
  parkCards: (random, peer) => {
    peer.commands.parkCards({ cards: [anyCard(random, peer)], parked: random.chance(0.6) });
  },
  settleCard: (random, peer) => {
    const end = random.pick(['done', 'ticket', null] as const) ?? null;
    peer.commands.settleCard({ card: anyCard(random, peer), end, ticket: random.chance(0.3) ? word(random) : '' });
  },
  facilitatorLock: (random, peer) => {
    peer.commands.facilitatorLock({ ids: [anySubject(random, peer)], on: random.chance(0.3) });
  },
} as const satisfies Readonly<Record<string, Maker>>;

const anyCard = (random: Random, peer: Peer): string =>
  anyId(
    random,
    peer.document.workshop().cards.map(({ key }) => ({ id: key })),
  );
