import type { AppliedControl, AttackTree, ControlState, ThreatState, TreeEdge, TreeNode } from '@strideboard/model';
import type { TreeItem, TreePart } from '@strideboard/packs';
import { buildModel } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildThreats, type ThreatParts } from '../testing/build-threat.ts';
import { listTreeResults, type TreeResult } from './list-trees.ts';

const NOTHING = { questions: [], elsewhere: [], undecided: [] } as const;
const NO_TREES: TreePart = { trees: [], subtrees: [] };
const RULES = new Set(['A', 'B', 'C']);
const drawn = {
  elements: [
    { id: 'cluster', kind: 'boundary', type: 'tb.cluster' },
    { id: 'pod', type: 'wl.pod', parent: 'cluster' },
    { id: 'other', type: 'wl.pod' },
  ],
} as const;

const leaf = (id: string, rules: readonly string[], more: Partial<TreeItem> = {}): TreeItem => ({
  id,
  kind: 'leaf',
  text: id,
  rules,
  ...more,
});
const treeOf = (children: readonly TreeItem[], kind: 'and' | 'or' = 'or'): TreePart => ({
  trees: [{ id: 't', kind, text: 'Goal', assumptions: [], references: [], children }],
  subtrees: [{ id: 's', kind: 'or', text: 'Shared', children: [leaf('s.1', ['A']), leaf('s.2', ['B'])] }],
});
const place = (control: string, element: string, state: ControlState): AppliedControl => ({
  ...{ control, element, state, owner: '', evidence: '', ticket: '' },
});

interface Board {
  readonly threats?: readonly ThreatParts[];
  readonly applied?: readonly AppliedControl[];
  readonly waiting?: readonly string[];
}

function hold(trees: TreePart, { threats = [], applied = [], waiting = [] }: Board): TreeResult {
  const [result] = listTreeResults({
    model: buildModel({ ...drawn, register: { applied } }),
    trees,
    threats: buildThreats(threats),
    analysis: { ...NOTHING, undecided: waiting.map((rule) => ({ rule, subject: null })) },
    rules: RULES,
  });
  if (result === undefined) throw new Error('no tree');
  return result;
}

describe('the last steps of an attack tree', () => {
  const decided = (state: ThreatState): ThreatParts => ({ rule: 'A', on: 'pod', decision: { state } });
  it.each<[string, Board]>([
    ['lit', { threats: [{ rule: 'A', on: 'pod' }], waiting: ['A'] }],
    ['lit', { threats: [decided('investigating')] }],
    ['accepted', { threats: [decided('accepted')], waiting: ['A'] }],
    ['accepted', { threats: [decided('deferred')] }],
    ['unknown', { threats: [decided('mitigated')], waiting: ['A'] }],
    ['decided', { threats: [decided('mitigated')] }],
    ['decided', { threats: [decided('notApplicable')] }],
    ['quiet', { threats: [{ rule: 'A', on: 'pod', outOfScope: true }] }],
    ['quiet', {}],
  ])('are %s by what the board says', (state, board) => {
    expect(hold(treeOf([leaf('l', ['A'])]), board).steps.get('l')?.light?.state).toBe(state);
  });

  it('are looked at by nobody where no rule that was judged stands with them', () => {
    const { leaves } = hold(treeOf([leaf('l', []), leaf('m', ['not-here'])]), {});
    expect(leaves).toMatchObject({ none: 2, quiet: 0 });
  });

  it('need one rule or all of them, as the tree says', () => {
    const both = (match: 'any' | 'all', threats: readonly ThreatParts[]) =>
      hold(treeOf([leaf('l', ['A', 'B'], { match })]), { threats }).steps.get('l')?.light;
    const [a, b] = [
      { rule: 'A', on: 'pod' } as const,
      { rule: 'B', on: 'pod', decision: { state: 'mitigated' } } as const,
    ];
    expect(both('any', [a])?.state).toBe('lit');
    expect(both('all', [a])?.state).toBe('quiet');
    expect(both('all', [a, b])?.state).toBe('decided');
    expect(both('any', [b, a])?.threats.map(({ finding }) => finding.rule)).toEqual(['A', 'B']);
  });
});

describe('controls on the way', () => {
  const guarded = treeOf([leaf('l', ['A'], { controls: ['c'] }), leaf('m', ['B'])]);
  const found: ThreatParts = { rule: 'A', on: 'pod', controls: ['c'] };
  const uncovered = (board: Board, trees = guarded) => hold(trees, board).paths.uncovered;

  it.each([
    ['planned', 2],
    ['failed', 2],
    ['implemented', 1],
    ['verified', 1],
  ] as const)('that are %s leave %d ways uncovered', (state, count) => {
    expect(uncovered({ threats: [found], applied: [place('c', 'pod', state)] })).toBe(count);
  });

  it('cut a way only where they are in place at everything that was found', () => {
    const twice = [found, { ...found, on: 'other' }];
    expect(uncovered({ threats: twice, applied: [place('c', 'cluster', 'verified')] })).toBe(2);
    const everywhere = [place('c', 'cluster', 'verified'), place('c', 'other', 'implemented')];
    expect(uncovered({ threats: twice, applied: everywhere })).toBe(1);
    const result = hold(guarded, { threats: twice, applied: everywhere });
    expect(result.steps.get('t')?.ways[0]?.controls).toEqual([
      { id: 'c', state: 'implemented', at: ['cluster', 'other'], counts: true },
    ]);
  });

  it('look at all open threats below where none of them names the control', () => {
    const trees = treeOf([{ id: 'r', kind: 'ref', ref: 's', controls: ['own'] }]);
    const threats: readonly ThreatParts[] = [
      { rule: 'A', on: 'pod' },
      { rule: 'B', on: 'other' },
    ];
    expect(uncovered({ threats, applied: [place('own', 'pod', 'verified')] }, trees)).toBe(2);
    expect(uncovered({ threats: threats.slice(0, 1), applied: [place('own', 'pod', 'verified')] }, trees)).toBe(0);
  });

  it('never leave more ways uncovered when one more is in place', () => {
    const controls = ['c', 'd'] as const;
    const item = (depth: number): fc.Arbitrary<Omit<TreeItem, 'id'>> => {
      const more = { controls: fc.subarray([...controls]) };
      const last = fc.record({ kind: fc.constant('leaf'), rules: fc.subarray(['A', 'B', 'C']), ...more });
      if (depth === 0) return last;
      const gate = fc.record({
        kind: fc.constantFrom('and', 'or'),
        children: fc.array(item(depth - 1), { minLength: 1, maxLength: 3 }),
        ...more,
      });
      return fc.oneof(last, gate) as fc.Arbitrary<Omit<TreeItem, 'id'>>; // kinds as written above
    };
    const named = ({ children = [], ...rest }: Omit<TreeItem, 'id'>, id: string): TreeItem => ({
      ...rest,
      id,
      text: id,
      children: children.map((child, at) => named(child, `${id}.${at}`)),
    });
    const spot = fc.constantFrom('cluster', 'pod', 'other');
    const states = fc.constantFrom<ControlState>('planned', 'implemented', 'verified', 'failed');
    const threat = fc.record({ rule: fc.constantFrom('A', 'B', 'C'), on: spot, controls: fc.subarray([...controls]) });
    const application = fc.tuple(fc.constantFrom(...controls), spot);
    fc.assert(
      fc.property(
        fc.array(item(3), { minLength: 1, maxLength: 3 }),
        fc.uniqueArray(threat, { selector: ({ rule, on }) => `${rule}~${on}` }),
        fc.uniqueArray(fc.tuple(application, states), { selector: ([where]) => where.join() }),
        application,
        (items, threats, before, [control, element]) => {
          const trees = treeOf(items.map((one, at) => named(one, `n${at}`)));
          const applied = before.map(([[id, where], state]) => place(id, where, state));
          const rest = applied.filter((one) => one.control !== control || one.element !== element);
          const first = hold(trees, { threats, applied }).paths;
          const then = hold(trees, { threats, applied: [...rest, place(control, element, 'verified')] }).paths;
          expect(then.total).toBe(first.total);
          expect(then.uncovered).toBeLessThanOrEqual(first.uncovered);
          expect(then.lit).toBeLessThanOrEqual(first.lit);
        },
      ),
    );
  });
});

describe('ways to the goal', () => {
  it('use a shared part at each place, and show it once', () => {
    const ref = (id: string): TreeItem => ({ id, kind: 'ref', ref: 's' });
    const result = hold(treeOf([ref('r1'), ref('r2')], 'and'), { threats: [{ rule: 'A', on: 'pod' }] });
    expect(result.paths).toEqual({ total: 4, uncovered: 4, lit: 1 });
    expect(result.steps.get('s')).toMatchObject({ uses: 2, paths: { total: 2 } });
    expect(result.leaves).toMatchObject({ lit: 1, quiet: 1 });
  });

  it('count what the board shows and what no rule looks at together, never what it shows as shut', () => {
    const parts = [leaf('l', ['A']), leaf('m', [])];
    const threats: readonly ThreatParts[] = [{ rule: 'A', on: 'pod' }];
    expect(hold(treeOf(parts, 'and'), { threats }).paths.lit).toBe(1);
    expect(hold(treeOf([...parts, leaf('n', ['B'])], 'and'), { threats }).paths.lit).toBe(0);
    expect(hold(treeOf([leaf('m', [])]), { threats }).paths).toEqual({ total: 1, uncovered: 1, lit: 0 });
  });

  it('are listed easiest first, covered ones left out', () => {
    const trees = treeOf([
      leaf('quiet', ['B']),
      { id: 'pair', kind: 'and', text: 'pair', children: [leaf('lit', ['A']), leaf('dark', [])] },
      leaf('cut', ['A'], { controls: ['c'] }),
      leaf('note', [], { kind: 'note' }),
    ]);
    const board: Board = { threats: [{ rule: 'A', on: 'pod' }], applied: [place('c', 'pod', 'implemented')] };
    expect(hold(trees, board).easiest).toEqual([
      { nodes: ['t', 'pair', 'lit', 'dark'], leaves: ['lit', 'dark'], shut: 0, open: 1 },
      { nodes: ['t', 'quiet'], leaves: ['quiet'], shut: 1, open: 0 },
    ]);
  });
});

describe('trees of the model itself', () => {
  const node = (id: string, kind: TreeNode['kind'], more: Partial<TreeNode> = {}): TreeNode => ({
    ...{ id, kind, label: id, rule: '', to: null, x: 0, y: 0 },
    ...more,
  });
  const edge = (parent: string, child: string, controls: readonly string[] = []): TreeEdge => ({
    ...{ id: `${parent}-${child}`, parent, child, controls },
  });
  const own = (trees: readonly Pick<AttackTree, 'id' | 'nodes' | 'edges'>[]) =>
    listTreeResults({
      model: buildModel({
        ...drawn,
        register: { trees: trees.map((tree) => ({ title: `Tree ${tree.id}`, assumptions: [], z: 'a0', ...tree })) },
      }),
      trees: NO_TREES,
      threats: buildThreats([{ rule: 'A', on: 'pod' }]),
      analysis: NOTHING,
      rules: RULES,
    });

  it('are held against the board like those of packs, references into other trees too', () => {
    const [first, second] = own([
      {
        id: 'one',
        nodes: [node('g', 'goal'), node('l', 'leaf', { rule: 'A' }), node('r', 'ref', { to: 'h' }), node('n', 'note')],
        edges: [edge('g', 'l', ['c']), edge('g', 'r'), edge('g', 'n')],
      },
      {
        id: 'two',
        nodes: [node('h', 'goal'), node('a', 'and'), node('x', 'leaf'), node('y', 'leaf'), node('k', 'goal')],
        edges: [edge('h', 'a'), edge('a', 'x'), edge('a', 'y')],
      },
    ]);
    expect(first).toMatchObject({ id: 'one', origin: 'room', root: 'g', paths: { total: 2, uncovered: 2, lit: 1 } });
    expect(first?.steps.get('h')?.paths.total).toBe(1);
    expect(second).toMatchObject({ root: 'two', title: 'Tree two', paths: { total: 2 } });
  });

  it('stay without circles where references close one, and have no way where they are empty', () => {
    const [circle, empty] = own([
      {
        id: 'one',
        nodes: [node('g', 'goal'), node('r', 'ref', { to: 'g' }), node('s', 'ref', { to: 's' }), node('l', 'leaf')],
        edges: [edge('g', 'r'), edge('g', 's'), edge('g', 'l')],
      },
      { id: 'two', nodes: [], edges: [] },
    ]);
    expect(circle?.paths.total).toBe(2);
    expect(empty?.paths).toEqual({ total: 0, uncovered: 0, lit: 0 });
  });

  it('may be deep: a chain of thousands is walked', () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => `n${at}`);
    const [deep] = own([
      {
        id: 'one',
        nodes: ids.map((id, at) => node(id, at === 0 ? 'goal' : 'or')),
        edges: ids.slice(1).map((id, at) => edge(`n${at}`, id)),
      },
    ]);
    expect(deep?.paths.total).toBe(1);
    expect(deep?.easiest[0]?.nodes).toHaveLength(20_000);
  });
});
