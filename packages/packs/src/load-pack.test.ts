import { describe, expect, it } from 'vitest';
import { formatProblem, type LoadedPack, loadPack, type PackFile, type PackProblem } from './index.ts';

const HEAD = 'pack: { id: small, version: "1", title: Small pack }\n';
const BOARD = `
families:
  - { id: wl, label: Workload }
stencils:
  - { id: wl.pod, family: wl, kind: process, label: Pod, icon: pod, usualBoundary: tb.ns }
boundaries:
  - { id: tb.ns, label: Namespace, style: trust, colour: namespace, icon: namespace }
properties:
  - { name: privileged, label: Privileged, appliesTo: wl.*, type: boolean }
  - { name: seccomp, label: Seccomp, appliesTo: [wl.pod], type: enum, values: [unset, { id: off, label: Switched off }] }
`;
const RULES = `
family: { id: WL, title: Workload }
rules:
  - id: WL-1
    title: "{el} is privileged"
    letters: [E]
    severity: critical
    scope: wl.pod
    when: el.privileged == true
    why: root on the node
    controls: [C1]
    references: ['cwe:250', { ref: attack:T1611, note: escape }]
`;
const CONTROLS = `
controls:
  - { id: C1, label: Drop it, mitigates: [WL-1], compliance: ['cwe:250'] }
references:
  - { key: cwe, title: CWE, status: checked }
  - { key: attack, title: ATT&CK, status: memory }
`;

const files = (...texts: readonly string[]): readonly PackFile[] =>
  texts.map((text, at) => ({ path: `pack/${at}.yaml`, text }));

function loaded(input: readonly PackFile[]): LoadedPack {
  const result = loadPack(input);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result;
}

function problemsOf(input: readonly PackFile[]): readonly PackProblem[] {
  const result = loadPack(input);
  return result.ok ? [] : result.problems;
}

describe('loadPack', () => {
  it('takes what a control is worth, what shows that it works, and sets that hold the larger ones too', () => {
    const control = (sets: string): string =>
      CONTROLS.replace(
        'mitigates: [WL-1]',
        `signal: a line, strength: { likelihood: 2 }, sets: ${sets}, mitigates: [WL-1]`,
      );
    const { judgement } = loaded(files(HEAD + BOARD, RULES, control('[standard, high]')));
    expect(judgement.controls[0]).toMatchObject({
      signal: 'a line',
      strength: { likelihood: 2, impact: 0 },
      sets: ['standard', 'high'],
    });
    const problems = problemsOf(files(HEAD + BOARD, RULES, control('[baseline, high]')));
    expect(problems.map(({ path, message }) => [path, message])).toEqual([
      ['controls[0].sets', 'A set is part of the larger ones: name those too, e.g. [standard, high].'],
    ]);
  });

  it('joins the files of a sound pack into its two parts', () => {
    const { board, judgement, templates } = loaded(files(HEAD + BOARD, RULES, CONTROLS));
    expect(board).toMatchObject({ id: 'small', version: '1', title: 'Small pack' });
    expect(board.properties.map(({ appliesTo }) => appliesTo)).toEqual([['wl.*'], ['wl.pod']]);
    expect(board.properties[1]?.values).toEqual([
      { id: 'unset', label: 'unset' },
      { id: 'off', label: 'Switched off' },
    ]);
    expect(judgement.rules[0]).toMatchObject({ id: 'WL-1', family: 'WL', scope: ['wl.pod'], threatClass: [] });
    expect(templates).toEqual([]);
  });

  it('marks a reference checked only where the pack says that its ids were compared with the source', () => {
    const { judgement } = loaded(files(HEAD + BOARD, RULES, CONTROLS));
    expect(judgement.rules[0]?.references).toEqual([
      { key: 'cwe', id: '250', checked: true },
      { key: 'attack', id: 'T1611', note: 'escape', checked: false },
    ]);
    expect(judgement.controls[0]?.compliance).toEqual([{ key: 'cwe', id: '250', checked: true }]);
  });

  it('remembers where each condition is written', () => {
    const { conditionPlaces } = loaded(files(HEAD + BOARD, RULES, CONTROLS));
    expect(conditionPlaces['WL-1']).toEqual({ file: 'pack/1.yaml', line: 9, column: 11 });
  });

  it('says in words what belongs where something else stands', () => {
    const [problem] = problemsOf(files(HEAD, 'rules: 7\n'));
    expect(problem).toMatchObject({ code: 'shape', message: 'Found 7, expected a list.' });
  });

  it('names line and column of broken YAML', () => {
    const [problem] = problemsOf(files(HEAD, 'rules:\n  - id: "open\n'));
    expect(problem).toMatchObject({ code: 'yaml-syntax', file: 'pack/1.yaml', line: 3 });
    expect(problem?.column).toBeGreaterThan(0);
  });

  it('lists every problem of shape in every file, each with its item and path', () => {
    const broken = BOARD.replace('kind: process', 'kind: robot').replace('icon: namespace', 'iconn: namespace');
    const found = problemsOf(files(HEAD + broken, RULES.replace('why:', 'because:')));
    expect(found.map(({ code, item, path }) => [code, item, path])).toEqual([
      ['shape', 'stencil wl.pod', 'stencils[0].kind'],
      ['shape', 'boundary tb.ns', 'boundaries[0].icon'],
      ['shape', 'boundary tb.ns', 'boundaries[0].iconn'],
      ['shape', 'rule WL-1', 'rules[0].why'],
      ['shape', 'rule WL-1', 'rules[0].because'],
    ]);
    expect(found.map(({ line }) => line)).toEqual([6, 8, 8, 4, 10]);
  });

  it('lists every name that leads nowhere', () => {
    const board = BOARD.replace('family: wl,', 'family: nope,').replace('appliesTo: wl.*', 'appliesTo: [gone.*]');
    const rules = RULES.replace('scope: wl.pod', 'scope: [wl.pid, flow]')
      .replace('[C1]', '[C1, C9]')
      .replace('cwe:250', 'cve:1');
    const found = problemsOf(files(HEAD + board, rules, CONTROLS.replace('[WL-1]', '[WL-2]')));
    expect(found.map(({ path, message }) => [path, message.match(/"(.*)"/u)?.[1]])).toEqual([
      ['stencils[0].family', 'nope'],
      ['properties[0].appliesTo[0]', 'gone.*'],
      ['rules[0].scope[0]', 'wl.pid'],
      ['rules[0].controls[1]', 'C9'],
      ['rules[0].references[0]', 'cve'],
      ['controls[0].mitigates[0]', 'WL-2'],
    ]);
  });

  it('refuses an id that occurs twice, also across stencils and boundaries', () => {
    const again = 'stencils:\n  - { id: tb.ns, family: wl, kind: store, label: Twice, icon: pod }\n';
    expect(problemsOf(files(HEAD + BOARD, again))).toMatchObject([{ code: 'id-twice', item: 'type tb.ns' }]);
  });

  it('refuses a pack without a head, with two heads, and an empty file', () => {
    expect(problemsOf(files(BOARD))).toMatchObject([{ code: 'header-missing' }]);
    expect(problemsOf(files(HEAD + BOARD, HEAD))).toMatchObject([{ code: 'header-twice', file: 'pack/1.yaml' }]);
    expect(problemsOf(files(HEAD + BOARD, '# nothing\n'))).toMatchObject([{ code: 'file-empty' }]);
  });

  it('refuses aliases that would grow without bound', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((name, at) => {
        const previous = 'abcdefgh'[at] ?? 'a';
        return `${name}: &${name} [${Array(10).fill(`*${previous}`).join(',')}]`;
      }),
    ].join('\n');
    expect(problemsOf(files(HEAD, bomb))).toMatchObject([{ code: 'yaml-syntax', file: 'pack/1.yaml' }]);
  });

  it('gives plain JSON, so that a part read again is equal', () => {
    const { board, judgement } = loaded(files(HEAD + BOARD, RULES, CONTROLS));
    expect(JSON.parse(JSON.stringify({ board, judgement }))).toEqual({ board, judgement });
  });
});

describe('loadPack on templates', () => {
  const template = (text: string): PackFile => ({ path: 'pack/templates/t.yaml', text });
  const TEMPLATE = `
id: t
title: T
boundaries: [{ id: ns, kind: tb.ns, label: Shop, at: [0, 0], size: [400, 300] }]
nodes:
  - { id: a, stencil: wl.pod, label: A, parent: ns, at: [20, 40], properties: { privileged: true } }
  - { id: b, stencil: wl.pod, label: B, at: [600, 40], memberOf: [] }
flows: [{ id: f, order: 1, source: a, target: b, label: go, way: [[300, 10]], lab: [500, 0, -10] }]
expected: { boundaries: 1, nodes: 2, flows: 1, crossingFlows: 1, maxNesting: 1 }
`;

  it('takes a sound one', () => {
    expect(loaded([...files(HEAD + BOARD), template(TEMPLATE)]).templates.map(({ id }) => id)).toEqual(['t']);
  });

  it('refuses one whose counts differ from what it expects', () => {
    const wrong = TEMPLATE.replace('crossingFlows: 1', 'crossingFlows: 2');
    expect(problemsOf([...files(HEAD + BOARD), template(wrong)])).toMatchObject([
      { code: 'template-wrong', item: 'template t', path: 'expected.crossingFlows' },
    ]);
  });

  it('names every id that leads nowhere', () => {
    const wrong = TEMPLATE.replace('target: b', 'target: z')
      .replace('parent: ns', 'parent: nn')
      .replace('wl.pod, label: B', 'wl.pid, label: B');
    expect(problemsOf([...files(HEAD + BOARD), template(wrong)]).map(({ code, path }) => [code, path])).toEqual([
      ['id-unknown', 'nodes[0]'],
      ['id-unknown', 'nodes[1]'],
      ['id-unknown', 'flows[0]'],
    ]);
  });
});
