import { describe, expect, it } from 'vitest';
import { followPeer, stopFollowing } from '../../room/following.ts';
import type { Peer } from '../../room/peers.ts';
import { createSession } from '../../session/session-store.ts';
import type { Bench } from '../bench.ts';
import { createCanvasStore } from '../canvas-store.ts';
import { followPerson } from './follow-person.ts';

type Told = Readonly<Record<string, unknown>>;

const person = (principal: string, given: Partial<Peer['presence']> = {}, client = principal.length): Peer =>
  ({
    client,
    principal,
    name: principal,
    colour: '#0f766e',
    presence: { viewport: null, selection: [], follow: null, mode: null, ...given },
  }) as unknown as Peer; // only these parts are read
const looking = (x: number, y: number, zoom = 1): Partial<Peer['presence']> => ({
  viewport: { x, y, zoom, width: 800 / zoom, height: 600 / zoom },
});

/** Me, by the id `me`, in a window of 800 × 600 px, with the others as they are told. */
function board({ mayGlide = true } = {}) {
  let peers: readonly Peer[] = [];
  let idle: ReadonlySet<number> = new Set();
  let isConnected = true;
  const heard = new Set<() => void>();
  const waits: (() => void)[] = [];
  const told: Told[] = [];
  const glided: unknown[] = [];
  const listen = (listener: () => void): (() => void) => {
    heard.add(listener);
    return () => heard.delete(listener);
  };
  const tellAll = (): void => {
    for (const listener of [...heard]) listener();
  };
  const room = {
    peers: { list: () => peers, subscribe: listen },
    connection: { state: () => ({ principal: 'me' }) },
    presence: { set: (fields: Told) => told.push(fields) },
    document: {
      model: () => ({
        diagrams: [{ id: 'one' }, { id: 'two' }],
        flows: [{ id: 'f1' }, { id: 'f2' }],
        records: [{ id: 'r1' }],
      }),
    },
    index: () => ({ elements: new Map([['pod', {}]]), flows: new Map() }),
  } as unknown as Bench['room']; // only these parts are used
  const session = createSession({ windowWidth: 1200 });
  session.getState().setCanvasSize({ width: 800, height: 600 });
  const canvas = createCanvasStore();
  const dispose = followPerson(
    { room, session, canvas },
    {
      idle: { list: () => idle, subscribe: listen },
      mayGlide: () => mayGlide,
      glide: (show) => ({
        to: (view) => {
          glided.push(view);
          show(view);
        },
        stop: () => {},
      }),
      isConnected: () => isConnected,
      after: (_, what) => {
        waits.push(what);
        return () => void waits.splice(waits.indexOf(what), 1);
      },
    },
  );
  return {
    room,
    session,
    canvas,
    told,
    glided,
    dispose,
    see: (...next: readonly Peer[]) => {
      peers = next;
      tellAll();
    },
    fallIdle: (...clients: readonly number[]) => {
      idle = new Set(clients);
      tellAll();
    },
    connect: (on: boolean) => {
      isConnected = on;
    },
    pass: () => {
      for (const what of waits.splice(0)) what();
    },
    view: () => session.getState().viewport,
    following: () => session.getState().following?.principal ?? null,
    lastMessage: () => session.getState().messages.at(-1)?.text,
  };
}

/** The board while I follow Bo, who looks at 100, 100. */
function withBo(options = {}) {
  const here = board(options);
  const bo = person('bo', looking(100, 100));
  here.see(bo);
  followPeer(here.room, here.session, bo);
  return here;
}

describe('following a person', () => {
  it('shows what they see, follows their moves and diagram, and says so in presence', () => {
    const here = withBo();
    expect(here.view()).toEqual({ x: 300, y: 200, zoom: 1 });
    expect(here.told).toContainEqual({ follow: 'bo' });
    here.see(person('bo', { ...looking(0, 0, 2), mode: 'd:two' }));
    expect(here.view()).toEqual({ x: 400, y: 300, zoom: 2 });
    expect(here.session.getState().diagram).toBe('two');
    expect(here.following()).toBe('bo');
  });

  it('goes along with the step of the numbers, and with the threat or record, until one goes one’s own way', () => {
    const here = withBo();
    const now = () => here.session.getState();
    here.see(person('bo', { ...looking(100, 100), mode: 'd:one|w:f1|register:rule~pod' }));
    expect([now().walking, now().walkStep]).toEqual([true, { flow: 'f1', mirrored: true }]);
    expect([now().review, now().reviewFocus, now().looksAt?.mirrored]).toEqual(['register', { id: 'rule~pod' }, true]);
    here.see(person('bo', { ...looking(100, 100), mode: 'd:one|w:f2|records:new-goal' }));
    expect([now().walkStep?.flow, now().review, now().reviewFocus]).toEqual(['f2', 'records', null]);
    // A place I closed stays closed until they go elsewhere.
    now().showReview(null);
    here.see(person('bo', { ...looking(100, 101), mode: 'd:one|w:f2|records:new-goal' }));
    expect(now().review).toBeNull();
    here.see(person('bo', { ...looking(100, 101), mode: 'd:one|w:gone|records:r1' }));
    expect([now().walking, now().review, now().reviewFocus]).toEqual([false, 'records', { id: 'r1' }]);
    here.see(person('bo', { ...looking(100, 101), mode: 'd:one' }));
    expect([now().review, now().looksAt]).toEqual([null, null]);
    here.see(person('bo', { ...looking(100, 101), mode: 'd:one|w:f1|panel:rule~pod' }));
    stopFollowing(here.session);
    expect([now().walkStep, now().looksAt]).toEqual([
      { flow: 'f1', mirrored: false },
      { place: 'panel', id: 'rule~pod', mirrored: false },
    ]);
  });

  it('glides, but jumps where motion is reduced and to another diagram', () => {
    const gliding = withBo();
    expect(gliding.glided).toHaveLength(1);
    gliding.see(person('bo', { ...looking(5, 5), mode: 'd:two' }));
    expect(gliding.glided).toHaveLength(1);
    const jumping = withBo({ mayGlide: false });
    expect(jumping.glided).toEqual([]);
    expect(jumping.view()).toEqual({ x: 300, y: 200, zoom: 1 });
  });

  it('stops when I move the view or go to another diagram', () => {
    const here = withBo();
    here.session.getState().setViewport({ x: 0, y: 0, zoom: 1 });
    expect(here.following()).toBe(null);
    expect(here.told.at(-1)).toEqual({ follow: null });
    here.see(person('bo', looking(500, 500)));
    expect(here.view()).toEqual({ x: 0, y: 0, zoom: 1 });
    const again = withBo();
    again.session.getState().setDiagram('two' as never); // an id of the model
    expect(again.following()).toBe(null);
  });

  it('does not begin with somebody who follows me, directly or through another', () => {
    const here = board();
    const bo = person('bo', { ...looking(9, 9), follow: 'cyril' });
    here.see(bo, person('cyril', { follow: 'me' }));
    expect(followPeer(here.room, here.session, bo)).toBe(false);
    expect(here.following()).toBe(null);
    expect(here.lastMessage()).toContain('both look at the same place');
  });

  it('of two who began at once goes on for the one with the larger id', () => {
    const here = withBo();
    // "bo" is smaller than "me": Bo gives way, not I.
    here.see(person('bo', { ...looking(100, 100), follow: 'me' }));
    expect(here.following()).toBe('bo');
    const zoe = person('zoe', looking(1, 1));
    here.see(zoe);
    followPeer(here.room, here.session, zoe);
    here.see(person('zoe', { ...looking(1, 1), follow: 'me' }));
    expect(here.following()).toBe(null);
    expect(here.lastMessage()).toContain('zoe now follows you');
  });

  it('ends with a message when they leave for longer than a reload takes, not while I am cut off myself', () => {
    const here = withBo();
    here.see();
    here.connect(false);
    here.pass();
    expect(here.following()).toBe('bo');
    here.connect(true);
    here.pass();
    expect(here.following()).toBe(null);
    expect(here.lastMessage()).toBe('bo has left the board, so you no longer follow their view.');
  });

  it('goes on with another window of theirs after a reload', () => {
    const here = withBo();
    here.see();
    here.see(person('bo', looking(50, 50), 77));
    here.pass();
    expect(here.session.getState().following).toEqual({ principal: 'bo', client: 77 });
    expect(here.view()).toEqual({ x: 350, y: 250, zoom: 1 });
  });

  it('ends when they fall idle; who was found idle is shown where they were', () => {
    const here = withBo();
    here.fallIdle(2);
    expect(here.following()).toBe(null);
    expect(here.lastMessage()).toContain('done nothing for a while');
    followPeer(here.room, here.session, person('bo'));
    expect(here.following()).toBe('bo');
    here.fallIdle();
    here.fallIdle(2);
    expect(here.following()).toBe(null);
  });

  it('waits while I write or drag, and catches up afterwards', () => {
    const here = withBo();
    here.session.getState().edit({ id: 'pod', field: 'label' });
    here.see(person('bo', looking(0, 0)));
    expect(here.view()).toEqual({ x: 300, y: 200, zoom: 1 });
    here.session.getState().edit(null);
    expect(here.view()).toEqual({ x: 400, y: 300, zoom: 1 });
    here.canvas.setState({ busy: true });
    here.see(person('bo', looking(10, 0)));
    here.canvas.setState({ busy: false });
    expect(here.view()).toEqual({ x: 390, y: 300, zoom: 1 });
  });

  it('selects what they select until I select something myself; stopping makes it mine', () => {
    const here = withBo();
    here.see(person('bo', { ...looking(100, 100), selection: ['pod', 'gone'] }));
    const { selection, mirrored } = here.session.getState();
    expect(selection).toEqual(['pod']);
    expect(mirrored).toBe(selection);
    here.session.getState().select(['mine']);
    here.see(person('bo', { ...looking(100, 100), selection: [] }));
    expect(here.session.getState().selection).toEqual(['mine']);
    here.session.getState().select([]);
    here.see(person('bo', { ...looking(100, 100), selection: ['pod'] }));
    stopFollowing(here.session);
    expect(here.session.getState().selection).toEqual(['pod']);
    expect(here.session.getState().selection).not.toBe(here.session.getState().mirrored);
  });
});
