import { createEditingCommands, createHistory, createBoardDocument, createCommands } from '@strideboard/document';
import { board } from '@strideboard/kubernetes/board';
import { type ElementId, elementId, indexModel } from '@strideboard/model';
import { createPackIndex } from '@strideboard/packs';
import { interfaceEnglish } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { layoutActions } from '../../layout/layout-actions.ts';
import { createSceneStore } from '../../room/scene-store.ts';
import type { Action } from '../../session/action-registry.ts';
import { createSession } from '../../session/session-store.ts';
import type { Bench } from '../bench.ts';
import { createCanvasStore } from '../canvas-store.ts';
import { menuParts } from '../menu-parts.ts';
import { arrangeActions } from './arrange-actions.ts';
import { editActions } from './edit-actions.ts';
import { shapeActions } from './shape-actions.ts';
import { viewActions } from './view-actions.ts';

/** A board with one thing of each sort, and the actions on it. */
function open() {
  const document = createBoardDocument({ doc: new Y.Doc(), schedule: () => () => undefined });
  const history = createHistory(document);
  const pack = createPackIndex(board);
  let [next, role] = [0, 'edit' as 'edit' | 'view'];
  const commandsOptions = {
    document,
    history,
    author: () => ({ principal: 'p1', role }),
    now: () => 1_000,
    randomId: () => `id-${String(next++).padStart(12, '0')}`,
  };
  const commands = createCommands(commandsOptions);
  const editing = createEditingCommands(commandsOptions);
  const session = createSession({ windowWidth: 1_440 });
  session.getState().setCanvasSize({ width: 800, height: 600 });
  const peers = { list: () => [], subscribe: () => () => undefined };
  const scenes = createSceneStore({ document, session, peers, pack });
  scenes.start();
  const create = (given: Partial<Parameters<typeof commands.create>[0]>): ElementId => {
    const at = { parent: null, x: 0, y: 0 };
    const result = commands.create({ kind: 'process', type: '', label: `thing ${next}`, at, ...given });
    document.flush();
    return elementId(result.ok ? (result.ids[0] ?? '') : '');
  };
  const connect = (source: ElementId, target: ElementId): string => {
    const result = commands.connect({ source, target, label: 'reads' });
    document.flush();
    return result.ok ? (result.ids[0] ?? '') : '';
  };
  const box = create({ kind: 'boundary' });
  const ids = {
    box,
    inner: create({ at: { parent: box, x: 10, y: 10 } }),
    one: create({ at: { parent: null, x: 500, y: 0 } }),
    two: create({ at: { parent: null, x: 500, y: 300 } }),
    free: create({
      kind: 'boundary',
      at: { parent: null, x: 900, y: 0 },
      shape: {
        kind: 'poly',
        points: [
          [0, 0],
          [10_000, 0],
          [5_000, 10_000],
        ],
        curve: 'straight',
      },
    }),
    folded: create({ kind: 'boundary', at: { parent: null, x: 900, y: 600 } }),
  };
  editing.collapse({ ids: [ids.folded], on: true });
  const flows = { flow: connect(ids.one, ids.two), bent: connect(ids.two, ids.one), loop: connect(ids.one, ids.one) };
  commands.route({ id: flows.bent as never, points: [{ x: 700, y: 200 }] }); // an id that the document gave
  document.flush();
  const room = {
    ...{ document, history, commands, commandsOptions, pack },
    index: () => indexModel(document.model()),
    mayEdit: () => role === 'edit',
    link: { roomId: 'room' },
    presence: { own: () => ({}), set: () => undefined },
  };
  const canvas = createCanvasStore();
  const bench = { room, session, scenes, canvas, words: interfaceEnglish, report: () => true } as unknown as Bench; // the parts that actions use
  const runner = { store: { getState: () => ({ count: 0 }) }, start: () => undefined, cancel: () => undefined };
  const actions: readonly Action[] = [
    ...viewActions(bench),
    ...editActions(bench, editing),
    ...arrangeActions(bench, editing),
    ...shapeActions(bench, editing),
    ...layoutActions(bench.room, session, runner as never), // nothing is run
  ];
  const { one, two, inner, free, folded } = ids;
  const selections: readonly (readonly string[])[] = [
    ...[[], [one], [box], [free], [folded], [one, two], [one, two, inner], [box, free]],
    ...Object.values(flows).map((id) => [id]),
    [one, flows.flow],
  ];
  return { bench, actions, selections, view: () => void (role = 'view'), document, session };
}

const possible = (actions: readonly Action[]) => actions.filter(({ isPossible }) => isPossible?.() ?? true);

describe('the actions of the canvas', () => {
  it('have each a name of their own', () => {
    const { actions } = open();
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
    expect(new Set(actions.map(({ label }) => label)).size).toBe(actions.length);
  });

  it('can each be done with something that can be selected', () => {
    const { actions, selections, session } = open();
    const seen = new Set<string>();
    for (const selection of selections) {
      session.getState().select(selection);
      for (const { id } of possible(actions)) seen.add(id);
    }
    expect(actions.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });

  it('are offered to nobody whose link does not allow them, and what such people may do changes nothing', () => {
    const { actions, selections, session, document, view } = open();
    view();
    const before = document.model();
    for (const selection of selections) {
      session.getState().select(selection);
      const offered = possible(actions);
      expect(offered.filter(({ changesBoard }) => changesBoard === true).map(({ id }) => id)).toEqual([]);
      for (const { run } of offered) {
        session.getState().select(selection);
        run();
      }
    }
    document.flush();
    expect(document.model()).toBe(before);
  });

  it('are what the context menu offers, and everything in it can be done at some time', () => {
    const { bench, actions, selections, session } = open();
    // Registered by other parts of the page.
    const elsewhere = ['commands', 'blast', 'new-assumption', 'comment', 'facilitator-lock', 'facilitator-unlock'];
    const known = new Set([...actions.map(({ id }) => id), ...elsewhere]);
    const [listed, offered] = [new Set<string>(), new Set(elsewhere)];
    for (const selection of selections) {
      session.getState().select(selection);
      const can = new Set(possible(actions).map(({ id }) => id));
      for (const id of menuParts(bench).flat()) {
        listed.add(id);
        if (can.has(id)) offered.add(id);
      }
    }
    expect([...listed].filter((id) => !known.has(id))).toEqual([]);
    expect([...listed].filter((id) => !offered.has(id))).toEqual([]);
  });
});
