import type { TreeResult, TreeStep } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { rowsInOrder, toggledFor, treeAct, treeRows } from './tree-rows.ts';

/** A tree by its ways down; steps are called by their ids. */
function treeOf(ways: Readonly<Record<string, readonly string[]>>): TreeResult {
  const paths = { total: 1, uncovered: 1, lit: 0 };
  const used = Object.values(ways).flat();
  const ids = new Set([...Object.keys(ways), ...used]);
  const steps = [...ids].map((id): [string, TreeStep] => [
    id,
    {
      ...{ id, kind: 'or', label: id, isGoal: false, isWrittenOut: true, rules: [], light: null, paths },
      ways: (ways[id] ?? []).map((child) => ({ child, controls: [], isCut: false })),
      uses: used.filter((other) => other === id).length,
    },
  ]);
  const [root = ''] = Object.keys(ways);
  const leaves = { lit: 0, accepted: 0, unknown: 0, decided: 0, quiet: 0, none: 0 };
  return {
    ...{ id: root, title: root, origin: 'pack', assumptions: [], references: [], root, paths, leaves, easiest: [] },
    steps: new Map(steps),
  };
}

const tree = treeOf({ goal: ['a', 'b'], a: ['shared'], b: ['shared', 'c'], shared: ['x', 'y'] });

function seen(result: TreeResult, toggled: readonly string[] = []) {
  const top = treeRows(result, new Set(toggled));
  if (top === null) throw new Error('no rows');
  return rowsInOrder(top);
}

const names = (result: TreeResult, toggled: readonly string[] = []): readonly string[] =>
  seen(result, toggled).map(({ step }) => step.id);

describe('rows of an attack tree', () => {
  it('show a shared part at each place, folded at first', () => {
    expect(names(tree)).toEqual(['goal', 'a', 'shared', 'b', 'shared', 'c']);
    expect(seen(tree).map(({ isOpen }) => isOpen)).toEqual([true, true, false, true, false, null]);
    expect(names(tree, ['goal/0/0', 'goal/1'])).toEqual(['goal', 'a', 'shared', 'x', 'y', 'b']);
  });

  it('unfold and fold all at once', () => {
    const all = toggledFor(tree, new Set(), true);
    expect(names(tree, [...all])).toEqual(['goal', 'a', 'shared', 'x', 'y', 'b', 'shared', 'x', 'y', 'c']);
    expect(names(tree, [...toggledFor(tree, all, false)])).toEqual(['goal', 'a', 'b']);
  });

  it('stay few and shallow however large the tree', () => {
    const wide = treeOf({ goal: Array.from({ length: 300 }, (_, at) => `n${at}`) });
    expect(seen(wide)[0]).toMatchObject({ hidden: 100 });
    expect(seen(wide)).toHaveLength(201);
    const chain = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`n${at}`, [`n${at + 1}`]]));
    expect(seen(treeOf(chain)).at(-1)).toMatchObject({ level: 30, isOpen: null });
    const bushy = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [`n${at}`, [3 * at + 1, 3 * at + 2, 3 * at + 3].map((id) => `n${id}`)]),
    );
    expect(seen(treeOf(bushy)).length).toBeLessThanOrEqual(301);
  });
});

describe('keys in an attack tree', () => {
  it.each([
    ['ArrowDown', 1, 'go', 'shared'],
    ['ArrowUp', 0, 'go', 'goal'],
    ['Home', 4, 'go', 'goal'],
    ['End', 0, 'go', 'c'],
    ['ArrowRight', 0, 'go', 'a'],
    ['ArrowRight', 2, 'toggle', 'shared'],
    ['ArrowRight', 5, 'go', 'c'],
    ['ArrowLeft', 1, 'toggle', 'a'],
    ['ArrowLeft', 2, 'go', 'a'],
    ['Enter', 2, 'choose', 'shared'],
    [' ', 5, 'choose', 'c'],
  ])('%s on row %d: %s %s', (key, at, kind, step) => {
    const rows = seen(tree);
    const row = rows[at];
    if (row === undefined) throw new Error('no row');
    const act = treeAct(key, rows, row);
    expect([act?.kind, act?.kind === 'go' ? act.to.step.id : act?.row.step.id]).toEqual([kind, step]);
  });

  it('leave other keys to the page', () => {
    const rows = seen(tree);
    expect(rows[0] === undefined ? undefined : treeAct('Escape', rows, rows[0])).toBeNull();
  });
});
