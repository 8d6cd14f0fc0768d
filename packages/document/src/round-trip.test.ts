import { EMPTY_MODEL, elementId, type Model } from '@strideboard/model';
import { arbitraryModel, buildElement, buildModel, createPeers, createRandom } from '@strideboard/testkit';
import { PARTICIPANT_COLOURS } from '@strideboard/wire';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readModel } from './read-model.ts';

function freshPeer() {
  const group = createPeers(createRandom(1), ['ada', 'bob']);
  const [ada, bob] = group.peers;
  if (ada === undefined || bob === undefined) throw new Error('no peers');
  return { group, ada, bob };
}

/** The model as it reads after somebody brought it in: he vouches for what others said and did in it. */
function broughtBy(principal: string, model: Model): Model {
  const via = (author: string): string | null => (author === principal ? null : principal);
  return {
    ...model,
    comments: model.comments.map((thread) => ({
      ...thread,
      messages: thread.messages.map((message) => ({ ...message, via: via(message.author) })),
    })),
    decisionLog: model.decisionLog.map((entry) => ({ ...entry, via: via(entry.by) })),
  };
}

describe('importing a model as first content', () => {
  it('gives a board that shows an equal model, there and on every other replica', () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const { group, ada, bob } = freshPeer();
        expect(ada.commands.importFirst(model)).toMatchObject({ ok: true });
        group.deliverAll();
        expect(readModel(ada.doc)).toEqual(broughtBy('ada', model));
        expect(JSON.stringify(bob.document.model())).toBe(JSON.stringify(ada.document.model()));
        group.dispose();
      }),
      { numRuns: 150 },
    );
  });

  it('survives storing and loading the document', () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const { group, ada } = freshPeer();
        ada.commands.importFirst(model);
        const loaded = new Y.Doc();
        Y.applyUpdateV2(loaded, Y.encodeStateAsUpdateV2(ada.doc));
        expect(readModel(loaded)).toEqual(broughtBy('ada', model));
        group.dispose();
      }),
      { numRuns: 100 },
    );
  });

  it('is one gesture, and not one that undo takes back: it is how the board begins', () => {
    const model = buildModel({
      meta: { title: 'T' },
      elements: [{ id: 'a' }, { id: 'b' }],
      flows: [{ id: 'f', source: 'a', target: 'b' }],
    });
    const { ada } = freshPeer();
    ada.commands.importFirst(model);
    expect(ada.updates).toHaveLength(1);
    expect(ada.history.canUndo).toBe(false);
    ada.history.undo();
    expect(readModel(ada.doc)).toEqual(model);
  });

  it('gives people of a file with colours that are not ours one of ours', () => {
    const { ada } = freshPeer();
    const people = { eve: { name: 'Eve', colour: '#123456' }, zoe: { name: 'Zoe', colour: 'red' } };
    expect(ada.commands.importFirst({ ...EMPTY_MODEL, people })).toMatchObject({ ok: true });
    const read = Object.entries(readModel(ada.doc).people);
    expect(read.map(([principal, { name }]) => [principal, name])).toEqual([
      ['eve', 'Eve'],
      ['zoe', 'Zoe'],
    ]);
    for (const [, { colour }] of read) expect(PARTICIPANT_COLOURS).toContain(colour);
  });

  it('is refused for a board that ever had content, even if all of it was deleted', () => {
    const { ada } = freshPeer();
    const created = ada.commands.create({ kind: 'process', type: '', at: { parent: null, x: 0, y: 0 } });
    ada.commands.delete({ ids: created.ok ? created.ids.map(elementId) : [] });
    expect(readModel(ada.doc).elements).toEqual([]);
    expect(ada.commands.importFirst(EMPTY_MODEL)).toEqual({ ok: false, problem: { code: 'board-not-empty', ids: [] } });
  });

  it.each<[string, Model, string]>([
    [
      'the same id twice',
      { ...EMPTY_MODEL, elements: [buildElement({ id: 'a' }), buildElement({ id: 'a' })] },
      'id-taken',
    ],
    ['an id with a separator', { ...EMPTY_MODEL, elements: [buildElement({ id: 'a|b' })] }, 'id-taken'],
    ['an unknown parent', { ...EMPTY_MODEL, elements: [buildElement({ id: 'a', parent: 'b' })] }, 'model-invalid'],
    ['a place out of range', { ...EMPTY_MODEL, elements: [buildElement({ id: 'a', x: 2e6 })] }, 'model-invalid'],
    [
      'a label over the limit',
      { ...EMPTY_MODEL, elements: [buildElement({ id: 'a', label: 'x'.repeat(301) })] },
      'model-invalid',
    ],
    ['a newer schema', { ...EMPTY_MODEL, settings: { ...EMPTY_MODEL.settings, schema: 2 } }, 'model-invalid'],
    [
      'a setting that would be taken for something else',
      { ...EMPTY_MODEL, settings: { ...EMPTY_MODEL.settings, method: Object.fromEntries([['constructor', 'x']]) } },
      'model-invalid',
    ],
    [
      'a title over the limit',
      { ...EMPTY_MODEL, meta: { ...EMPTY_MODEL.meta, title: 'x'.repeat(301) } },
      'model-invalid',
    ],
  ])('refuses a model with %s and writes nothing', (_, model, code) => {
    const { ada } = freshPeer();
    expect(ada.commands.importFirst(model)).toMatchObject({ ok: false, problem: { code } });
    expect(ada.updates).toEqual([]);
  });
});
