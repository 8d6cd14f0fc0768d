import { createBoardDocument, createCommands, createHistory } from '@strideboard/document';
import { board } from '@strideboard/kubernetes/board';
import { elementId } from '@strideboard/model';
import { createPackIndex } from '@strideboard/packs';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createSession } from '../session/session-store.ts';
import { createSceneStore } from './scene-store.ts';

function open() {
  const document = createBoardDocument({ doc: new Y.Doc(), schedule: () => () => undefined });
  const history = createHistory(document);
  let next = 0;
  const commands = createCommands({
    document,
    history,
    author: () => ({ principal: 'p1', role: 'edit' }),
    now: () => 1_000,
    randomId: () => `id-${String(next++).padStart(12, '0')}`,
  });
  const session = createSession({ windowWidth: 1_440 });
  const scenes = createSceneStore({
    document,
    session,
    peers: { list: () => [], subscribe: () => () => undefined },
    pack: createPackIndex(board),
  });
  const stop = scenes.start();
  const create = (x: number) => {
    const result = commands.create({ kind: 'process', type: '', at: { parent: null, x, y: 0 }, label: `at ${x}` });
    document.flush();
    return elementId(result.ok ? (result.ids[0] ?? '') : '');
  };
  return { document, commands, session, scenes, stop, create };
}

describe('createSceneStore', () => {
  it('shows a drag without writing anything, and only what moves is drawn again', () => {
    const { document, session, scenes, create } = open();
    const [a, b] = [create(0), create(400)];
    const before = scenes.scene();
    const bytes = Y.encodeStateVector(document.doc);
    session.getState().setDrag({ ids: [a], dx: 50, dy: 20, target: null });
    const during = scenes.scene();
    expect(during.elementById.get(a)?.box).toMatchObject({ x: 50, y: 20 });
    expect(during.elementById.get(b)).toBe(before.elementById.get(b));
    expect(Y.encodeStateVector(document.doc)).toEqual(bytes);
    session.getState().setDrag(null);
    expect(scenes.scene().elementById.get(a)?.box).toMatchObject({ x: 0, y: 0 });
  });

  it('shows no other place between the last moment of a drag and its drop', () => {
    const { document, commands, session, scenes, create } = open();
    const a = create(0);
    const seen: number[] = [];
    session.getState().setDrag({ ids: [a], dx: 50, dy: 0, target: null });
    scenes.subscribe(() => seen.push(scenes.scene().elementById.get(a)?.box.x ?? -1));
    commands.move({ ids: [a], dx: 50, dy: 0 });
    document.flush();
    session.getState().setDrag(null);
    expect(seen.at(-1)).toBe(50);
  });

  it('derives the scene once, however often it is asked', () => {
    const { scenes, create } = open();
    create(0);
    expect(scenes.scene()).toBe(scenes.scene());
    const grid = scenes.grid();
    expect(scenes.grid()).toBe(grid);
    create(300);
    expect(grid.query({ x: 0, y: 0, width: 1_000, height: 100 })).toHaveLength(1);
    expect(scenes.grid().query({ x: 0, y: 0, width: 1_000, height: 100 })).toHaveLength(2);
  });

  it('shows a resize until it is told otherwise', () => {
    const { scenes, create } = open();
    const a = create(0);
    scenes.showPending({ resize: { id: a, box: { x: 0, y: 0, width: 300, height: 90 } } });
    expect(scenes.scene().elementById.get(a)?.box.width).toBe(300);
    scenes.showPending(null);
    expect(scenes.scene().elementById.get(a)?.box.width).toBe(160);
  });

  it('stops following when it is stopped', () => {
    const { scenes, stop, create } = open();
    let calls = 0;
    scenes.subscribe(() => calls++);
    stop();
    create(0);
    expect(calls).toBe(0);
  });

  it('draws everything again with other content, in the same place', () => {
    const { commands, document, scenes } = open();
    const made = commands.create({ kind: 'store', type: 'acme:vault', at: { parent: null, x: 40, y: 0 }, label: '' });
    document.flush();
    const id = elementId(made.ok ? (made.ids[0] ?? '') : '');
    const before = scenes.scene().elementById.get(id);
    expect(before?.typeLabel).toBe('');
    let told = 0;
    scenes.subscribe(() => {
      told += 1;
    });
    const stencil = {
      id: 'acme:vault',
      family: 'acme:own',
      kind: 'store',
      label: 'Card vault',
      icon: 'vault',
    } as const;
    const pack = createPackIndex({ ...board, stencils: [...board.stencils, stencil] });
    scenes.setPack(pack);
    scenes.setPack(pack);
    expect(told).toBe(1);
    expect(scenes.scene().elementById.get(id)).toMatchObject({ typeLabel: 'Card vault', box: before?.box });
  });
});
