import { diffModels, elementId, type Model, type ModelDiff } from '@strideboard/model';
import { board } from '@strideboard/kubernetes/board';
import { judgement } from '@strideboard/kubernetes/judgement';
import { isOpenThreat } from '@strideboard/stride';
import { buildModel, type ModelParts } from '@strideboard/testkit';
import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { NOTHING_KNOWN } from './analysis-knowledge.ts';
import { provenAcme } from '../packs/testing/acme-pack.ts';
import { type AnalysisPort, followBoard, type JudgedWith } from './follow-board.ts';
import { createFollower } from './follow-model.ts';
import { createJudging } from './judge-with.ts';
import type { AnalysisReply, AnalysisRequest } from './protocol.ts';

const judgeWith = createJudging({ board, judgement });
const judge = (...given: Parameters<typeof judgeWith>) => judgeWith(...given).compiled;

/** A worker in this thread: messages are copied as between threads, answers wait until `answer` is called. */
function startWorker() {
  let follow = createFollower(judge);
  let hear: (reply: AnalysisReply) => void = () => {};
  let fail: (reason: string) => void = () => {};
  let inbox: AnalysisRequest[] = [];
  const sent: AnalysisRequest[] = [];
  const heard: AnalysisReply[] = [];
  const worker = { starts: 1, breaks: false };
  const port: AnalysisPort = {
    postMessage: (request) => {
      const copy = structuredClone(request);
      sent.push(copy);
      inbox.push(copy);
    },
    listen: (listener) => {
      hear = listener;
    },
    onFailure: (listener) => {
      fail = listener;
    },
    restart: () => {
      worker.starts += 1;
      follow = createFollower(judge);
      inbox = [];
    },
    terminate: () => {
      inbox = [];
    },
  };
  const answer = (): void => {
    for (let request = inbox.shift(); request !== undefined; request = inbox.shift()) {
      if (worker.breaks) {
        fail('it broke');
        continue;
      }
      const reply = structuredClone(follow(request));
      heard.push(reply);
      hear(reply);
    }
  };
  return { port, sent, heard, answer, worker };
}

const NO_PACKS: JudgedWith = { additions: [], absent: [] };

/** The store that follows a board. */
function following(
  board: ReturnType<typeof openBoard>,
  port: AnalysisPort,
  today: () => string,
  packs = createStore(() => NO_PACKS),
) {
  const store = createStore(() => NOTHING_KNOWN);
  followBoard(store, { document: board.document, packs, port, today });
  return store;
}

function openBoard(parts: ModelParts) {
  let model = buildModel(parts);
  const listeners = new Set<(change: { model: Model; previous: Model; diff: ModelDiff; local: boolean }) => void>();
  return {
    document: {
      model: () => model,
      subscribe: (listener: Parameters<typeof listeners.add>[0]) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    /** Gives one element other properties; everything else stays the same object. */
    answer: (id: string, properties: Readonly<Record<string, boolean>>): void => {
      const elements = model.elements.map((element) => (element.id === id ? { ...element, properties } : element));
      tell({ ...model, elements });
    },
    change: (next: Partial<Model>): void => tell({ ...model, ...next }),
  };
  function tell(next: Model): void {
    const previous = model;
    model = next;
    for (const listener of listeners) listener({ model, previous, diff: diffModels(previous, next), local: true });
  }
}

const parts: ModelParts = {
  elements: [
    { id: 'a', type: 'wl.pod', properties: { privileged: true } },
    { id: 'b', type: 'wl.pod', properties: { privileged: true } },
    { id: 'c', type: 'cp.etcd', kind: 'store' },
  ],
  flows: [{ id: 'f', source: 'a', target: 'c' }],
};
const today = (): string => '2026-03-01';

describe('the analysis of an open board', () => {
  it('sends the model once, then only what changed, in both directions', () => {
    const board = openBoard(parts);
    const { port, sent, heard, answer } = startWorker();
    const store = following(board, port, today);
    answer();
    board.answer('a', { privileged: false });
    answer();
    expect(sent.map(({ kind }) => kind)).toEqual(['start', 'follow']);
    expect(sent[1]).toMatchObject({ change: { elements: { put: [{ id: 'a' }], gone: [] }, flows: { put: [] } } });
    expect(heard.map(({ kind }) => kind)).toEqual(['whole', 'delta']);
    const delta = heard[1]?.kind === 'delta' ? heard[1].delta : null;
    expect(delta?.findings.gone).toEqual(['WL-001~a']);
    expect(JSON.stringify(delta).length).toBeLessThan(JSON.stringify(store.getState().analysis).length / 10);
    expect(store.getState().threatById.has('WL-001~a' as never)).toBe(false); // an id as the rule makes it
  });

  it('tells the worker which controls are applied, from the start and when that changes', () => {
    const node = (id: string) => ({
      id,
      kind: 'boundary' as const,
      type: 'tb.node',
      properties: { enforcedBy: ['seccomp@container'] },
    });
    const board = openBoard({
      elements: [node('n'), { id: 'a', type: 'wl.pod', parent: 'n' }, { id: 'c', type: 'cp.etcd', kind: 'store' }],
      flows: [{ id: 'f', source: 'a', target: 'c' }],
      register: { applied: [applied('planned')] },
    });
    const { port, sent, answer } = startWorker();
    const store = following(board, port, today);
    answer();
    const has = (): boolean => store.getState().threatById.has('ISO-001~n' as never); // an id as the rule makes it
    expect(has()).toBe(true);
    board.change({ applied: [applied('verified')] });
    answer();
    expect(sent.map(({ kind }) => kind)).toEqual(['start', 'follow']);
    expect(has()).toBe(false);
    board.change({ applied: [applied('failed')] });
    answer();
    expect(has()).toBe(true);
    function applied(state: 'planned' | 'verified' | 'failed') {
      return { control: 'K17', element: 'n', state, owner: '', evidence: '', ticket: '' };
    }
  });

  it('keeps threats, lists and counts of elements that nothing happened to', () => {
    const board = openBoard(parts);
    const { port, answer } = startWorker();
    const store = following(board, port, today);
    answer();
    const before = store.getState();
    board.answer('a', { privileged: false });
    answer();
    const after = store.getState();
    const b = elementId('b');
    expect(after).not.toBe(before);
    expect(after.badges.get(b)).toBe(before.badges.get(b));
    expect(after.threatsBySubject.get(b)).toBe(before.threatsBySubject.get(b));
    expect(after.questionsBySubject.get(b)).toBe(before.questionsBySubject.get(b));
    expect(after.threatsBySubject.get(elementId('a'))).not.toBe(before.threatsBySubject.get(elementId('a')));
  });

  it('joins what changes while an answer is on its way into one change', () => {
    const board = openBoard(parts);
    const { port, sent, answer } = startWorker();
    const store = following(board, port, today);
    board.answer('a', { privileged: false });
    board.answer('b', { privileged: false });
    board.answer('a', { hostPID: true });
    answer();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatchObject({
      change: { elements: { put: [{ id: 'a', properties: { hostPID: true } }, { id: 'b' }] } },
    });
    expect(store.getState().analysis).toEqual(expect.objectContaining({ problems: [] }));
    expect([...store.getState().threatById.keys()]).not.toContain('WL-001~b');
  });

  it('starts again with the whole model when the worker breaks, and says so until it answers', () => {
    const board = openBoard(parts);
    const { port, sent, answer, worker } = startWorker();
    const store = following(board, port, today);
    answer();
    const known = store.getState().threats;
    worker.breaks = true;
    board.answer('a', { privileged: false });
    answer();
    expect(store.getState().problem).toBe('it broke');
    expect(store.getState().threats).toBe(known);
    expect(sent.map(({ kind }) => kind)).toEqual(['start', 'follow', 'start', 'start']);
    worker.breaks = false;
    board.answer('b', { privileged: false });
    answer();
    expect(sent.at(-1)?.kind).toBe('start');
    expect(store.getState().problem).toBeNull();
    expect([...store.getState().threatById.keys()].filter((id) => id.startsWith('WL-001~'))).toEqual([]);
  });

  it('follows decisions without asking the worker, and asks it why decided threats are gone', () => {
    const board = openBoard(parts);
    const { port, sent, answer } = startWorker();
    const store = following(board, port, today);
    answer();
    const basis = store.getState().threats[0]?.finding.basis ?? '';
    board.change({ decisions: { 'WL-001~a': { state: 'mitigated', basis, by: 'Ann', at: 1, fields: {} } } });
    expect(sent).toHaveLength(1);
    expect(store.getState().threatById.get('WL-001~a' as never)?.state).toBe('mitigated'); // an id as the rule makes it
    board.answer('a', { privileged: false });
    answer();
    expect(sent.map(({ kind }) => kind)).toEqual(['start', 'follow', 'explain']);
    expect(store.getState().vanished.map(({ id }) => id)).toEqual(['WL-001~a']);
    expect(store.getState().causes.get('WL-001~a')).toMatchObject({
      kind: 'facts',
      because: [{ property: 'privileged', value: false }],
    });
  });

  const decision = {
    id: 's',
    rule: 'WL-001',
    scope: 'model',
    state: 'accepted',
    why: 'lab',
    owner: '',
    until: '2026-03-01',
    created: null,
    ended: null,
  } as const;

  it('lets standing decisions expire when the day is over, though nobody touches the board', () => {
    vi.useFakeTimers();
    try {
      const board = openBoard(parts);
      const { port, answer } = startWorker();
      let day = today();
      const store = following(board, port, () => day);
      answer();
      board.change({ standing: [decision] });
      vi.advanceTimersByTime(3_600_000);
      expect(store.getState().standing).toMatchObject([{ phase: 'holds' }]);
      day = '2026-03-02';
      vi.advanceTimersByTime(60_000);
      expect(store.getState().standing).toMatchObject([{ phase: 'expired', threats: [] }]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('lets threats inherit standing decisions until they end', () => {
    const board = openBoard(parts);
    const { port, answer } = startWorker();
    let day = today();
    const store = following(board, port, () => day);
    answer();
    board.change({ standing: [decision] });
    expect(store.getState().standing).toMatchObject([{ phase: 'holds', threats: ['WL-001~a', 'WL-001~b'] }]);
    day = '2026-03-02';
    board.answer('c', {});
    answer();
    expect(store.getState().standing).toMatchObject([{ phase: 'expired', threats: [] }]);
  });

  it('opens a decided threat again as soon as an assumption about it breaks', () => {
    const board = openBoard({ ...parts, decisions: { 'WL-001~a': { state: 'accepted' } } });
    const { port, answer } = startWorker();
    const store = following(board, port, today);
    answer();
    const broken = () =>
      store
        .getState()
        .threats.filter(isOpenThreat)
        .map(({ finding, broken: by }) => [finding.id, by]);
    expect(broken()).toEqual([['WL-001~b', []]]);
    const assumption = {
      id: 'r',
      kind: 'assumption',
      title: 'Only trusted images run',
      state: 'broken',
      about: ['a'],
      owner: '',
      due: '',
      created: null,
      agreed: null,
      replaces: null,
      importedFrom: null,
      z: 'a0',
      text: '',
    } as const;
    board.change({ records: [assumption] });
    expect(broken()).toEqual([
      ['WL-001~a', ['r']],
      ['WL-001~b', []],
    ]);
    board.change({ records: [{ ...assumption, state: 'holds' }] });
    expect(broken()).toEqual([['WL-001~b', []]]);
  });

  it('judges with the packs of the board, and never calls a threat gone that a missing pack would judge', () => {
    const board = openBoard({
      elements: [{ id: 'v', type: 'acme:cardVault', kind: 'store', properties: { cardRegion: 'us' } }],
      decisions: { 'acme:CARD-1~v': { state: 'accepted' } },
    });
    const { port, answer, sent } = startWorker();
    const packs = createStore<JudgedWith>(() => ({ additions: [], absent: ['acme'] }));
    const store = following(board, port, today, packs);
    const gone = (): readonly string[] => store.getState().vanished.map(({ id }) => id);
    answer();
    expect(gone()).toEqual([]);

    const additions = [provenAcme('2')];
    packs.setState({ additions, absent: [] });
    expect(gone()).toEqual([]);
    answer();
    expect(store.getState().threats.map(({ finding, state }) => [finding.id, state])).toContainEqual([
      'acme:CARD-1~v',
      'accepted',
    ]);
    const starts = sent.filter(({ kind }) => kind === 'start').length;
    packs.setState({ additions: [...additions], absent: [] });
    expect(sent.filter(({ kind }) => kind === 'start')).toHaveLength(starts);

    packs.setState({ additions: [], absent: [] });
    answer();
    expect(gone()).toEqual(['acme:CARD-1~v']);
  });

  it('judges once when the language of the page is still to come, and in English when it cannot be had', () => {
    const { elements } = buildModel({
      elements: [{ id: 'a', type: 'wl.pod', label: 'api', properties: { privileged: true } }],
    });
    const spoken = { translation: { rules: { 'WL-001': { title: '{el} ist privilegiert' } } } };
    for (const [come, title] of [
      [{ spoken }, 'api ist privilegiert'],
      [{}, 'api is privileged'],
    ] as const) {
      const board = openBoard({ elements: [] });
      const { port, answer, sent } = startWorker();
      const packs = createStore<JudgedWith>(() => ({ additions: [], absent: [], awaitsTexts: true }));
      const store = following(board, port, today, packs);
      board.change({ elements });
      expect(sent).toEqual([]);
      packs.setState({ ...come, awaitsTexts: false });
      answer();
      expect(sent.map(({ kind }) => kind)).toEqual(['start']);
      expect(store.getState().threatById.get('WL-001~a' as never)?.finding.title).toContain(title); // an id as the rule makes it
    }
  });

  it('says the same threats in another language, with what was decided on them', () => {
    const board = openBoard({
      elements: [{ id: 'a', type: 'wl.pod', label: 'api', properties: { privileged: true } }],
      decisions: { 'WL-001~a': { state: 'accepted' } },
    });
    const { port, answer, sent } = startWorker();
    const packs = createStore<JudgedWith>(() => ({ additions: [], absent: [] }));
    const store = following(board, port, today, packs);
    answer();
    const threat = () => store.getState().threatById.get('WL-001~a' as never); // an id as the rule makes it
    expect(threat()?.finding.title).toContain('api is privileged');

    const spoken = { translation: { rules: { 'WL-001': { title: '{el} ist privilegiert' } } } };
    packs.setState({ spoken });
    answer();
    expect(threat()).toMatchObject({ state: 'accepted', finding: { title: 'api ist privilegiert' } });
    const starts = sent.filter(({ kind }) => kind === 'start').length;
    packs.setState({ spoken: { ...spoken } });
    expect(sent.filter(({ kind }) => kind === 'start')).toHaveLength(starts);
  });
});
