import { board } from '@strideboard/kubernetes/board';
import { blast as part } from '@strideboard/kubernetes/blast';
import type { BoardChange } from '@strideboard/document';
import { diffModels, elementId, type Model } from '@strideboard/model';
import { createPackIndex } from '@strideboard/packs';
import { compileBlast } from '@strideboard/stride';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import type { BlastReply, BlastRequest } from '../analysis/blast-protocol.ts';
import { createBlastStore } from '../analysis/blast-store.ts';
import { createSession } from '../session/session-store.ts';
import { createAnswers } from './answer-blast.ts';
import { type BlastPort, followBlast } from './follow-blast.ts';

const compiled = compileBlast({ index: createPackIndex(board) }, part);
const start = elementId('p');

/** A pod on a node; privileged, not, or nobody said. */
const podOnNode = (properties: { readonly privileged?: boolean }): Model =>
  buildModel({
    elements: [
      { id: 'n', kind: 'boundary', type: 'tb.node' },
      { id: 'p', kind: 'process', type: 'wl.pod', parent: 'n', properties },
    ],
  });

/** Everything around `followBlast`, with a worker in this thread that answers when it is told to. */
function openBoard(model: Model) {
  if (!compiled.ok) throw new Error('openBoard: the pack does not compile');
  const answers = createAnswers(compiled.blast);
  const session = createSession({ windowWidth: 1200 });
  const store = createBlastStore();
  const sent: BlastRequest[] = [];
  let now = model;
  let listener: (change: BoardChange) => void = () => {};
  let hear: (reply: BlastReply) => void = () => {};
  let fail: () => void = () => {};
  let answered = 0;
  const port: BlastPort = {
    postMessage: (request) => sent.push(structuredClone(request)),
    listen: (reply) => {
      hear = reply;
    },
    onFailure: (onFailure) => {
      fail = onFailure;
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
  const dispose = followBlast({ document, session, store, port });
  return {
    session,
    store,
    sent,
    dispose,
    fail: () => fail(),
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

  it('says that the start is gone, and that the worker cannot go on', () => {
    const { change, answer, store, fail } = openBoard(podOnNode({}));
    answer();
    change(buildModel({ elements: [] }));
    answer();
    expect(store.getState()).toMatchObject({ answer: null, phase: 'gone' });
    fail();
    expect(store.getState().phase).toBe('failed');
  });

  it('leaves nothing behind when it ends', () => {
    const { answer, dispose, store } = openBoard(podOnNode({ privileged: true }));
    answer();
    dispose();
    expect(store.getState().answer).toBeNull();
  });
});
