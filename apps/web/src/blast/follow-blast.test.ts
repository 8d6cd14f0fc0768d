import { board } from '@strideboard/kubernetes/board';
import { blast as part } from '@strideboard/kubernetes/blast';
import type { BoardChange } from '@strideboard/document';
import { diffModels, elementId, type Model } from '@strideboard/model';
import type { PackBase } from '@strideboard/packs';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { BlastReply, BlastRequest } from '../analysis/blast-protocol.ts';
import { createBlastStore } from '../analysis/blast-store.ts';
import { provenAcme } from '../packs/testing/acme-pack.ts';
import { createSession } from '../session/session-store.ts';
import { createAnswers } from './answer-blast.ts';
import { createBlastCompiler } from './compile-with.ts';
import { type BlastPort, followBlast } from './follow-blast.ts';

const compileWith = createBlastCompiler(board, part);
const start = elementId('p');

/** A pod on a node; privileged, not, or nobody said. */
const podOnNode = (properties: { readonly privileged?: boolean }): Model =>
  buildModel({
    elements: [
      { id: 'n', kind: 'boundary', type: 'tb.node' },
      { id: 'p', kind: 'process', type: 'wl.pod', parent: 'n', properties },
    ],
  });

/** A pack with a kind of pod of its own, `acme:cell`. */
function packWithCell(): PackBase {
  const { board: own, judgement } = provenAcme('1');
  const stencils = own.stencils.map((stencil) => ({
    ...stencil,
    id: 'acme:cell',
    kind: 'process' as const,
    like: 'wl.pod',
  }));
  return { board: { ...own, stencils: [...own.stencils, ...stencils] }, judgement };
}

/** Everything around `followBlast`, with a worker in this thread that answers when it is told to. */
function openBoard(model: Model) {
  let answers = createAnswers(compileWith);
  const packs = createStore(() => ({ additions: [] as readonly PackBase[] }));
  let restarts = 0;
  const session = createSession({ windowWidth: 1200 });
  const store = createBlastStore();
  const sent: BlastRequest[] = [];
  let now = model;
  let listener: (change: BoardChange) => void = () => {};
  let hear: (reply: BlastReply) => void = () => {};
  let fail: (reason: string) => void = () => {};
  let answered = 0;
  const port: BlastPort = {
    postMessage: (request) => sent.push(structuredClone(request)),
    listen: (reply) => {
      hear = reply;
    },
    onFailure: (onFailure) => {
      fail = onFailure;
    },
    restart: () => {
      restarts += 1;
      answered = sent.length;
      answers = createAnswers(compileWith);
    },
    terminate: () => {
      hear = () => {};
    },
  };
  session.getState().setBlast({ start, assumed: [] });
  const document = {
    model: () => now,
    subscribe: (listen: (change: BoardChange) => void) => {
      listener = listen;
      return () => {};
    },
  };
  const dispose = followBlast({ document, packs, session, store, port });
  return {
    session,
    store,
    sent,
    dispose,
    packs,
    restarts: () => restarts,
    fail: () => fail('it died'),
    /** The worker's own word that it cannot answer. */
    refuse: () => hear({ run: sent.at(-1)?.run ?? 0, ok: false, reason: 'it broke' }),
    change: (next: Model) => {
      const previous = now;
      now = next;
      listener({ model: next, previous, diff: diffModels(previous, next), local: true });
    },
    /** Answers the oldest request that waits. */
    answer: () => {
      const request = sent[answered];
      if (request === undefined) throw new Error('answer: nothing was asked');
      answered += 1;
      hear({ run: request.run, ok: true, answer: answers(request) });
    },
    certainty: () => store.getState().answer?.after.reached.find(({ subject }) => subject === 'n')?.certainty ?? null,
  };
}

describe('followBlast', () => {
  it('asks when it begins and keeps the answer', () => {
    const { store, answer, certainty } = openBoard(podOnNode({ privileged: true }));
    expect(store.getState().phase).toBe('working');
    answer();
    expect(store.getState().phase).toBe('answered');
    expect(certainty()).toBe('proven');
  });

  it('asks anew when a fact changes', () => {
    const { change, answer, certainty } = openBoard(podOnNode({}));
    answer();
    expect(certainty()).toBe('possible');
    change(podOnNode({ privileged: true }));
    answer();
    expect(certainty()).toBe('proven');
  });

  it('has one request on its way at most, and of what waits asks the newest only', () => {
    const { change, answer, sent, certainty } = openBoard(podOnNode({}));
    change(podOnNode({ privileged: false }));
    change(podOnNode({ privileged: true }));
    expect(sent).toHaveLength(1);
    answer();
    expect(sent).toHaveLength(2);
    answer();
    expect(sent).toHaveLength(2);
    expect(certainty()).toBe('proven');
  });

  it('sends the model only when it changed', () => {
    const { session, answer, sent } = openBoard(podOnNode({ privileged: true }));
    answer();
    session.getState().setBlast({ start, assumed: ['X-CEL'] });
    expect(sent.map(({ model }) => model === null)).toEqual([false, true]);
  });

  it('says what assumed controls take away', () => {
    const { session, store, answer, certainty } = openBoard(podOnNode({ privileged: true }));
    answer();
    session.getState().setBlast({ start, assumed: ['X-SANDBOX', 'X-CEL', 'K22'] });
    answer();
    expect(store.getState().answer).toMatchObject({
      lessened: ['n'],
      after: { assumed: ['K22', 'X-CEL', 'X-SANDBOX'] },
    });
    expect(certainty()).toBe('possible');
  });

  it('drops the answer about another start', () => {
    const { session, store, answer } = openBoard(podOnNode({ privileged: true }));
    session.getState().setBlast({ start: elementId('n'), assumed: [] });
    answer();
    expect(store.getState()).toMatchObject({ answer: null, phase: 'working' });
    answer();
    expect(store.getState().answer?.after.start).toBe('n');
  });

  it('says that the start is gone', () => {
    const { change, answer, store } = openBoard(podOnNode({}));
    answer();
    change(buildModel({ elements: [] }));
    answer();
    expect(store.getState()).toMatchObject({ answer: null, phase: 'gone' });
  });

  it('starts a worker that died once more, with model and packs, and says nothing of it', () => {
    const { store, sent, answer, fail, restarts, certainty } = openBoard(podOnNode({ privileged: true }));
    fail();
    expect(restarts()).toBe(1);
    expect(sent[1]).toMatchObject({ model: { elements: {} }, additions: [] });
    expect(store.getState().phase).toBe('working');
    answer();
    expect(certainty()).toBe('proven');
  });

  it('says so when the next worker fails too, keeps the last answer, and asks again when told to', () => {
    const { store, sent, answer, change, fail, refuse, certainty } = openBoard(podOnNode({}));
    answer();
    change(podOnNode({ privileged: true }));
    fail();
    refuse();
    expect(store.getState().phase).toBe('failed');
    expect(certainty()).toBe('possible');
    const before = sent.length;
    store.getState().retry();
    expect(sent).toHaveLength(before + 1);
    expect(store.getState().phase).toBe('working');
    answer();
    expect(store.getState().phase).toBe('answered');
    expect(certainty()).toBe('proven');
  });

  it('asks again by itself when the board changes after a failure', () => {
    const { store, answer, change, fail } = openBoard(podOnNode({}));
    fail();
    fail();
    expect(store.getState().phase).toBe('failed');
    change(podOnNode({ privileged: true }));
    answer();
    expect(store.getState().phase).toBe('answered');
  });

  it('judges with the packs of the board, which it sends only when they change', () => {
    const cell = buildModel({
      elements: [
        { id: 'n', kind: 'boundary', type: 'tb.node' },
        { id: 'p', kind: 'process', type: 'acme:cell', parent: 'n', properties: { privileged: true } },
      ],
    });
    const { packs, session, sent, answer, certainty } = openBoard(cell);
    answer();
    expect(certainty()).toBeNull();
    const acme = packWithCell();
    packs.setState({ additions: [acme] });
    answer();
    expect(sent[1]).toMatchObject({ model: null, additions: [{ board: { id: 'acme' } }] });
    expect(certainty()).toBe('proven');
    packs.setState({ additions: [acme] });
    session.getState().setBlast({ start, assumed: ['X-CEL'] });
    expect(sent).toHaveLength(3);
    expect(sent[2]?.additions).toBeNull();
  });

  it('leaves nothing behind when it ends', () => {
    const { answer, dispose, store } = openBoard(podOnNode({ privileged: true }));
    answer();
    dispose();
    expect(store.getState().answer).toBeNull();
  });
});
