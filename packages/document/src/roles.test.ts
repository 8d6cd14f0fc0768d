import { buildModel, createPeers, createRandom, dump, everyVerb, GESTURES, randomGesture } from '@strideboard/testkit';
import { ACCESS, isRootName, type Role } from '@strideboard/wire';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

function board() {
  const random = createRandom(7);
  const [ada] = createPeers(random, ['ada']).peers;
  if (ada === undefined) throw new Error('no peer');
  return { ada, verbs: everyVerb(random, ada) };
}

/** What a person with a comment link may do. */
const COMMENTING = [
  'joinPeople',
  'comment',
  'editComment',
  'resolve',
  'withdrawComment',
  'publishCards',
  'withdrawCard',
  'publishVotes',
];
/** What only facilitators may do; first content is refused on a board that has some. */
const FACILITATING = [
  'setSettings',
  'setPhase',
  'setTimer',
  'setRound',
  'setBallot',
  'setSpotlight',
  'setAgenda',
  'lowerHand',
  'facilitatorLock',
];

describe('roles', () => {
  it.each<[Role, readonly string[]]>([
    ['view', []],
    ['comment', COMMENTING],
  ])('a person with role %s may do no more than %j', (role, allowed) => {
    const { ada: peer, verbs } = board();
    const before = dump(peer.doc);
    peer.setRole(role);
    for (const [name, call] of Object.entries(verbs)) {
      expect([name, call().ok]).toEqual([name, allowed.includes(name)]);
    }
    peer.history.undo();
    const changed = [...dump(peer.doc)].filter(([key, { value }]) => before.get(key)?.value !== value);
    const roots = ['cards', 'comments', 'people', 'threadState', 'votes'];
    expect([...new Set(changed.map(([key]) => key.split('/')[0]))].sort()).toEqual(allowed.length === 0 ? [] : roots);
  });

  it('an editor may do everything but what is a facilitator’s, and first content with settings', () => {
    const { ada: peer, verbs } = board();
    peer.setRole('edit');
    const refused = Object.entries(verbs).filter(([, call]) => !call().ok);
    expect(refused.map(([name]) => name)).toEqual([...FACILITATING, 'importFirst']);
    const [fresh] = createPeers(createRandom(3), ['eve']).peers;
    fresh?.setRole('edit');
    const model = buildModel({ settings: { packs: [['kubernetes', '1']] } });
    expect(fresh?.commands.importFirst(model)).toEqual({ ok: true, ids: [], skipped: ['packs'] });
  });

  it('keeps the gesture for later when its author has lost the right to undo it', () => {
    const { ada: peer } = board();
    peer.setRole('view');
    expect(peer.history.undo().done).toBe(false);
    peer.setRole('edit');
    expect(peer.history.undo().done).toBe(true);
  });

  it('refuses what a facilitator has locked, and lets the facilitator through', () => {
    const { ada: peer } = board();
    const [element] = peer.document.model().elements;
    if (element === undefined) throw new Error('no element');
    peer.doc.getMap('locks').set(`nodes|${element.id}`, ['carol', 1, 'agreed']);
    peer.setRole('edit');
    const label = () => peer.commands.label({ id: element.id, text: 'other' });
    expect(label()).toEqual({ ok: false, problem: { code: 'locked', ids: [element.id] } });
    peer.setRole('facilitate');
    expect(label().ok).toBe(true);
  });
});

/** Random gestures seldom grow one with a branch. */
const step = (id: string, kind: 'goal' | 'leaf') => ({ id, kind, label: id, rule: '', to: null, x: 0, y: 0 });
const TREE = {
  id: 't',
  title: 'T',
  assumptions: [],
  z: 'a0',
  nodes: [step('goal', 'goal'), step('leaf', 'leaf')],
  edges: [{ id: 'e', parent: 'goal', child: 'leaf', controls: [] }],
};

describe('roots', () => {
  it('are all in the table both ends share, with somebody who may write them', () => {
    const random = createRandom(11);
    const [ada] = createPeers(random, ['ada']).peers;
    if (ada === undefined) throw new Error('no peer');
    ada.commands.importFirst(
      buildModel({
        meta: { title: 'T' },
        settings: { packs: [['k', '1']] },
        diagrams: [{ id: 'd' }],
        elements: [{ id: 'a' }],
        register: { trees: [TREE] },
      }),
    );
    for (let step = 0; step < 1_400; step++) randomGesture(random, ada, GESTURES);
    ada.commands.joinPeople({ name: 'Ada', colour: '#2b5fc7' });
    expect([...ada.doc.share.keys()].filter((name) => !isRootName(name))).toEqual([]);
    const written = [...ada.doc.share]
      .filter(([, root]) => root instanceof Y.Map && root.size > 0)
      .map(([name]) => name);
    const untouched = Object.keys(ACCESS).filter((name) => !written.includes(name));
    expect(untouched).toEqual([]);
    for (const name of written) if (isRootName(name)) expect(ACCESS[name].facilitate).not.toBe('none');
  });

  it('hold log entries and people only under the writer’s own key', () => {
    const { ada: peer, verbs } = board();
    for (const call of Object.values(verbs)) call();
    peer.history.undo();
    for (const root of ['decisionLog', 'people'] as const) {
      const keys = [...peer.doc.getMap(root).keys()];
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.filter((key) => !key.startsWith('ada|'))).toEqual([]);
    }
  });
});
