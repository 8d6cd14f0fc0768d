import { describe, expect, it } from 'vitest';
import { formatProblem, joinTrees, type LoadedPack, loadPack, type PackProblem } from './index.ts';

const PACK = `
pack: { id: small, version: "1", title: Small pack }
families: [{ id: wl, label: Workload }]
stencils: [{ id: wl.pod, family: wl, kind: process, label: Pod, icon: pod }]
ruleFamilies: [{ id: F, title: F }]
rules:
  - { id: R1, family: F, title: t, letters: [E], severity: low, scope: wl.pod, when: true, why: w, controls: [C1] }
controls: [{ id: C1, label: Drop it, mitigates: [R1] }]
references: [{ key: src, title: Source, status: checked }]
trees:
  - id: goal
    kind: or
    text: Reach the goal
    assumptions: [the door is shut]
    references: [src]
    expectedPaths: 5
    children:
      - { id: goal.1, kind: leaf, text: Ask nicely, rules: [R1], controls: [C1] }
      - id: goal.2
        kind: and
        text: Break in twice
        children:
          - { id: goal.2.1, kind: ref, ref: break-in, controls: [C1] }
          - { id: goal.2.2, kind: ref, ref: break-in }
      - { id: goal.3, kind: outOfScope, text: Bribery }
subtrees:
  - id: break-in
    kind: or
    text: Break in
    children:
      - { id: break-in.1, kind: or, text: By the window, expanded: false }
      - { id: break-in.2, kind: leaf, text: By the door }
      - { id: break-in.3, kind: note, text: the dog may be home }
`;

const load = (text: string) => loadPack([{ path: 'pack.yaml', text }]);

function loaded(text: string): LoadedPack {
  const result = load(text);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result;
}

function problemsOf(text: string): readonly PackProblem[] {
  const result = load(text);
  return result.ok ? [] : result.problems;
}

describe('the attack trees of a pack', () => {
  it('are read as written, and again from what is shipped', () => {
    const { trees } = loaded(PACK);
    expect(trees.trees[0]).toMatchObject({ id: 'goal', references: [{ key: 'src', checked: true }] });
    expect(trees.subtrees.map(({ id }) => id)).toEqual(['break-in']);
    expect(JSON.parse(JSON.stringify(trees))).toEqual(trees);
    expect(joinTrees([{ trees }, {}, { trees }]).trees).toHaveLength(2);
  });

  it('name only rules, controls, sub-trees and sources that are there', () => {
    const wrong = PACK.replace('rules: [R1], controls', 'rules: [R9], controls')
      .replace('ref: break-in, controls: [C1]', 'ref: break-out, controls: [C9]')
      .replace('references: [src]', 'references: [scr]');
    expect(problemsOf(wrong).map(({ item, path, message }) => [item, path, message.match(/"(.*)"/u)?.[1]])).toEqual([
      ['tree goal', 'trees[0].children[0].rules[0]', 'R9'],
      ['tree goal', 'trees[0].children[1].children[0].controls[0]', 'C9'],
      ['tree goal', 'trees[0].children[1].children[0].ref', 'break-out'],
      ['tree goal', 'trees[0].references[0]', 'scr'],
    ]);
  });

  it('lead to no circle, and every shared part is led to', () => {
    const circle = PACK.replace('kind: leaf, text: By the door', 'kind: ref, ref: break-in');
    expect(problemsOf(circle)).toMatchObject([{ code: 'value-wrong', item: 'subtree break-in' }]);
    const unused = `${PACK}  - { id: spare, kind: or, text: Spare, children: [{ id: spare.1, kind: leaf, text: x }] }\n`;
    expect(problemsOf(unused)).toMatchObject([{ code: 'value-wrong', item: 'subtree spare' }]);
  });

  it('have as many ways to the goal as they say', () => {
    expect(problemsOf(PACK.replace('expectedPaths: 5', 'expectedPaths: 6'))).toMatchObject([
      { path: 'trees[0].expectedPaths', message: expect.stringContaining('counted 5') as unknown },
    ]);
  });

  it.each([
    ['an id that stands twice', 'id: goal.3', 'id: goal.1', 'id-twice'],
    ['a leaf with steps', 'text: Bribery', 'text: Bribery, children: [{ id: x, kind: leaf, text: y }]', 'value-wrong'],
    ['a gate that nothing leads to', ', expanded: false', '', 'value-wrong'],
    ['a ref with a text', 'kind: ref, ref: break-in }', 'kind: ref, ref: break-in, text: x }', 'value-wrong'],
    ['a step without text', 'kind: leaf, text: Ask nicely', 'kind: leaf', 'value-wrong'],
    ['rules at a gate', 'text: Break in twice', 'text: Break in twice\n        rules: [R1]', 'value-wrong'],
  ])('are refused with %s', (_, before, after, code) => {
    expect(PACK).toContain(before);
    expect(problemsOf(PACK.replace(before, after)).map((problem) => problem.code)).toContain(code);
  });

  it('are refused when they nest too deep or lead through very many shared parts, without giving up', () => {
    const deep = (depth: number): string =>
      depth === 0
        ? '{ id: z, kind: leaf, text: z }'
        : `{ id: d${depth}, kind: or, text: d, children: [${deep(depth - 1)}] }`;
    expect(problemsOf(PACK.replace('{ id: goal.3, kind: outOfScope, text: Bribery }', deep(29)))).toMatchObject([
      { code: 'too-many', message: expect.stringContaining('deeper') as unknown },
    ]);
    const chain = Array.from(
      { length: 1_500 },
      (_, at) => `  - { id: c${at}, kind: and, text: c, children: [{ id: c${at}.1, kind: ref, ref: c${at + 1} }] }`,
    );
    const end = '  - { id: c1500, kind: or, text: c, children: [{ id: c1500.1, kind: leaf, text: x }] }';
    const long = PACK.replace('kind: outOfScope, text: Bribery', 'kind: ref, ref: c0');
    expect(problemsOf(`${long}${[...chain, end].join('\n')}\n`)).toMatchObject([
      { message: expect.stringContaining('counted 6') as unknown },
    ]);
  });

  it('of a pack on top of another begin with its id', () => {
    const { board, judgement } = loaded(PACK);
    const added = (id: string) =>
      loadPack(
        [
          {
            path: 'own.yaml',
            text: `pack: { id: own, version: "1", title: Own }\ntrees: [{ id: "${id}", kind: or, text: t, children: [{ id: x, kind: leaf, text: l, rules: [R1] }] }]\n`,
          },
        ],
        { board, judgement },
      );
    expect(added('own:mine')).toMatchObject({ ok: true, trees: { trees: [{ id: 'own:mine' }] } });
    expect(added('mine')).toMatchObject({ ok: false, problems: [{ code: 'id-foreign', item: 'tree mine' }] });
  });
});
