/** A board with one of everything, and one call of every verb that would change something there if it were allowed. */

import { makeClip } from '@strideboard/document';
import { type ElementId, type FlowId, threatId } from '@strideboard/model';
import { buildModel } from './build-model.ts';
import type { Peer } from './peers.ts';
import type { Random } from './random.ts';
import { populate } from './random-gesture.ts';

type Result = ReturnType<Peer['commands']['create']>;
/** One call per verb. */
export type EveryVerb = Readonly<Record<keyof Peer['commands'], () => Result>>;

/** The first id a command gave. Throws when it was refused: a wrong fixture is a broken test. */
function made(result: Result): string {
  const id = result.ok ? result.ids[0] : undefined;
  if (id === undefined) throw new Error(`everyVerb: the fixture was refused: ${JSON.stringify(result)}`);
  return id;
}

/** Fills a board with one of everything and gives the calls. The peer must be a facilitator while the board is filled. */
export function everyVerb(random: Random, peer: Peer): EveryVerb {
  const { commands, document } = peer;
  populate(random, peer, 30);
  document.flush();
  const { elements, flows } = document.model();
  const id = elements.find(({ kind }) => kind !== 'boundary')?.id as ElementId; // populated above; a missing one fails the test
  const boundary = elements.find(({ kind, parent }) => kind === 'boundary' && parent === null)?.id as ElementId; // as above
  const flow = flows[0]?.id as FlowId; // as above
  const second = made(commands.addDiagram({ title: 'second' })) as never; // a diagram id that the document gave
  const third = made(commands.addDiagram({ title: 'third' })) as never; // as above
  const lone = made(commands.create({ kind: 'note', type: '', at: { parent: null, x: 0, y: 0 } })) as ElementId; // as above
  const frame = made(
    commands.create({ kind: 'boundary', type: '', at: { parent: null, x: 900, y: 900 } }),
  ) as ElementId; // as above
  const clip = makeClip(document.model(), [id], 'board');
  const threat = made(commands.addThreat({ title: 'threat', on: [id] }));
  const control = made(commands.addControl({ title: 'control' }));
  const standing = made(commands.addStanding({ rule: 'WL-001', scope: 'model', state: 'accepted' }));
  const record = made(commands.addRecord({ kind: 'assumption', title: 'assumption' }));
  const tree = made(commands.addTree({ title: 'tree' }));
  const [top, leaf] = (['goal', 'leaf'] as const).map((kind) => made(commands.addTreeNode({ tree, kind, at: [0, 0] })));
  const thread = made(commands.comment({ anchor: { kind: 'node', id }, body: 'why?' }));
  const round = made(commands.setRound({ state: 'silent' }));
  commands.setRound({ round, state: 'revealed' });
  const ballot = made(commands.setBallot({ state: 'open', dots: 3 }));
  commands.setBallot({ ballot, state: 'closed' });
  const card = { id: 'card-0000000', round, lane: 'threat', letters: [], on: [], text: 'a card', at: 1 } as const;
  const [lonely, led] = [`ada|${card.id}1`, `ada|${card.id}2`];
  const more = [1, 2].map((at) => ({ ...card, id: `${card.id}${String(at)}` }));
  commands.publishCards({ cards: [card, ...more] });
  commands.gatherCards({ cards: [led], into: `ada|${card.id}` });
  document.flush();
  return {
    create: () => commands.create({ kind: 'process', type: '', at: { parent: null, x: 0, y: 0 } }),
    connect: () => commands.connect({ source: id, target: id }),
    createConnected: () =>
      commands.createConnected({ source: id, kind: 'store', type: '', at: { parent: null, x: 0, y: 0 } }),
    label: () => commands.label({ id, text: 'new' }),
    setProperty: () => commands.setProperty({ ids: [id], name: 'n', value: 'v' }),
    setType: () => commands.setType({ id, type: 'new' }),
    move: () => commands.move({ ids: [id], dx: 1, dy: 1 }),
    drop: () => commands.drop({ ids: [id], parent: null, positions: new Map([[id, { x: 1, y: 2 }]]) }),
    join: () => commands.join({ ids: [lone], boundary }),
    leave: () => commands.leave({ ids: [lone], boundary }),
    resize: () => commands.resize({ id, box: { x: 5, y: 5, width: 55, height: 55 } }),
    flow: () => commands.flow({ id: flow, order: '9' }),
    route: () => commands.route({ id: flow, points: [{ x: 1, y: 1 }] }),
    reconnect: () => commands.reconnect({ id: flow, end: 'source', element: boundary }),
    scope: () => commands.scope({ ids: [id], reason: 'r' }),
    notes: () => commands.notes({ id, text: 'n' }),
    decide: () => commands.decide({ threats: [threatId('XX-001', [id])], state: 'accepted' }),
    decideEach: () => commands.decideEach({ decisions: [{ threats: [threatId('XX-002', [id])], state: 'accepted' }] }),
    rename: () => commands.rename('new title'),
    joinPeople: () => commands.joinPeople({ name: 'Ada', colour: '#2b5fc7' }),
    addDiagram: () => commands.addDiagram({ title: 'fourth' }),
    renameDiagram: () => commands.renameDiagram({ diagram: second, title: 'renamed' }),
    moveDiagram: () => commands.moveDiagram({ diagram: third, before: second }),
    show: () => commands.show({ element: id, diagram: second, x: 0, y: 0 }),
    moveToDiagram: () => commands.moveToDiagram({ ids: [lone], diagram: second }),
    deleteDiagram: () => commands.deleteDiagram({ diagram: third }),
    setMeta: () => commands.setMeta({ summary: 's' }),
    setSettings: () => commands.setSettings({ grid: 20 }),
    addThreat: () => commands.addThreat({ title: 'another' }),
    editThreat: () => commands.editThreat({ id: threat, title: 'changed' }),
    mitigate: () => commands.mitigate({ threat: `manual~${threat}`, control, on: true }),
    apply: () => commands.apply({ control, element: id, state: 'planned' }),
    applyAll: () => commands.applyAll({ places: [{ control, element: id, evidence: 'run 7' }] }),
    mitigateAll: () => commands.mitigateAll({ links: [{ threat: `manual~${threat}`, control, on: true }] }),
    deleteThreat: () => commands.deleteThreat({ ids: [threat] }),
    addControl: () => commands.addControl({ title: 'another' }),
    editControl: () => commands.editControl({ id: control, title: 'changed' }),
    deleteControl: () => commands.deleteControl({ ids: [control] }),
    addStanding: () => commands.addStanding({ rule: 'WL-002', scope: 'model', state: 'accepted' }),
    editStanding: () => commands.editStanding({ id: standing, why: 'lab' }),
    endStanding: () => commands.endStanding({ id: standing, why: 'the platform does it now' }),
    deleteStanding: () => commands.deleteStanding({ ids: [standing] }),
    addRecord: () => commands.addRecord({ kind: 'goal', title: 'goal' }),
    editRecord: () => commands.editRecord({ id: record, state: 'broken' }),
    deleteRecord: () => commands.deleteRecord({ ids: [record] }),
    addTree: () => commands.addTree({ title: 'another' }),
    editTree: () => commands.editTree({ id: tree, title: 'changed' }),
    addTreeNode: () => commands.addTreeNode({ tree, kind: 'or', at: [1, 1] }),
    editTreeNode: () => commands.editTreeNode({ id: leaf ?? '', label: 'changed' }),
    connectTree: () => commands.connectTree({ tree, parent: top ?? '', child: leaf ?? '' }),
    deleteTreePart: () => commands.deleteTreePart({ ids: [leaf ?? ''] }),
    comment: () => commands.comment({ thread, body: 'because' }),
    editComment: () => commands.editComment({ id: thread, body: 'why not?' }),
    resolve: () => commands.resolve({ thread, resolved: true }),
    withdrawComment: () => commands.withdrawComment({ id: thread }),
    publishCards: () => commands.publishCards({ cards: [{ ...card, text: 'reworded' }] }),
    gatherCards: () => commands.gatherCards({ cards: [lonely], into: `ada|${card.id}` }),
    releaseCard: () => commands.releaseCard({ card: led }),
    promoteCards: () => commands.promoteCards({ cards: [`ada|${card.id}`], kind: 'threat', title: 'from a card' }),
    joinCards: () => commands.joinCards({ cards: [`ada|${card.id}`], threat: 'XX-001~pod' }),
    parkCards: () => commands.parkCards({ cards: [`ada|${card.id}`], parked: true }),
    settleCard: () => commands.settleCard({ card: `ada|${card.id}`, end: 'ticket', ticket: 'SEC-1' }),
    withdrawCard: () => commands.withdrawCard({ card: lonely }),
    publishVotes: () => commands.publishVotes({ ballot, dots: { [`ada|${card.id}`]: 2 } }),
    markCard: () => commands.markCard({ card: `ada|${card.id}`, field: 'state', value: 'done' }),
    arrange: () => commands.arrange({ positions: new Map([[id, { x: 77, y: 77 }]]) }),
    reorder: () => commands.reorder({ ids: [id], to: 'front' }),
    collapse: () => commands.collapse({ ids: [boundary], on: true }),
    wrap: () => commands.wrap({ ids: [id], type: '' }),
    dissolve: () => commands.dissolve({ boundary }),
    reshape: () => commands.reshape({ boundary: frame, style: 'machine' }),
    duplicate: () => commands.duplicate({ ids: [id], dx: 10, dy: 10 }),
    paste: () => commands.paste({ clip, at: null, parent: null, board: 'board' }),
    cut: () => commands.cut({ ids: [lone] }),
    lock: () => commands.lock({ ids: [frame], on: true }),
    setPhase: () => commands.setPhase({ phase: 'draw' }),
    setTimer: () => commands.setTimer({ timer: { endsAt: 9, durationMs: 9, pausedLeftMs: null } }),
    setRound: () => commands.setRound({ state: 'silent' }),
    setBallot: () => commands.setBallot({ state: 'open', dots: 2 }),
    setSpotlight: () => commands.setSpotlight({ mode: 'ask' }),
    setAgenda: () => commands.setAgenda({ agenda: ['draw'] }),
    lowerHand: () => commands.lowerHand({ principal: 'bob' }),
    delete: () => commands.delete({ ids: [id] }),
    restore: () => commands.restore({ ids: [id] }),
    facilitatorLock: () => commands.facilitatorLock({ ids: [boundary], on: true }),
    importModel: () => commands.importModel({ model: buildModel({ elements: [{ id: 'brought' }] }), mode: 'add' }),
    importFirst: () => commands.importFirst(buildModel({ elements: [{ id: 'a' }] })),
  };
}
