import { formatProblem, loadPack, type PackProblem } from '@strideboard/packs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { provePack } from './prove-pack.ts';

const BASE = `
pack: { id: base, version: "1", title: Base }
families: [{ id: wl, label: Workload }]
stencils: [{ id: wl.pod, family: wl, kind: process, label: Pod, icon: pod }]
properties:
  - { name: privileged, label: Privileged, appliesTo: process, type: boolean }
  - { name: replicas, label: Copies, appliesTo: process, type: number }
ruleFamilies: [{ id: WL, title: Workload }]
rules:
  - { id: WL-1, family: WL, title: t, letters: [E], severity: high, scope: process, when: el.privileged == true, why: w }
`;
const ACME = `pack: { id: acme, version: "1", title: Acme }
ruleFamilies: [{ id: "acme:P", title: Policy }]
rules:
  - id: acme:P-1
    family: acme:P
    title: "{el} runs once"
    letters: [D]
    severity: low
    scope: [wl.pod]
    when: el.replicas < 2 && el.privileged != true
    why: policy
    examples:
      - fires: true
        elements: [{ id: a, type: wl.pod, properties: { replicas: 1, privileged: false } }]
      - fires: false
        elements: [{ id: a, type: wl.pod, properties: { replicas: 2, privileged: false } }]
`;

const base = loadPack([{ path: 'base.yaml', text: BASE }]);
if (!base.ok) throw new Error(base.problems.map(formatProblem).join('\n'));
const prove = (text: string) => provePack([{ path: 'acme.yaml', text }], base);
const problemsOf = (text: string): readonly PackProblem[] => {
  const result = prove(text);
  return result.ok ? [] : result.problems;
};

describe('provePack', () => {
  it('takes a pack whose examples do what they say, and runs its own only', () => {
    expect(prove(ACME)).toMatchObject({ ok: true, examples: { run: 2, withoutFiring: [], withoutQuiet: [] } });
  });

  it('names the example that does not do what it says, with its line', () => {
    const found = problemsOf(ACME.replace('replicas: 1,', 'replicas: 3,').replace('replicas: 2,', 'replicas: 0,'));
    expect(found.map(({ code, item, path, line, column }) => [code, item, path, line, column])).toEqual([
      ['example-wrong', 'rule acme:P-1', 'examples[0]', 13, 9],
      ['example-wrong', 'rule acme:P-1', 'examples[1]', 15, 9],
    ]);
  });

  it('refuses a rule that compares apples with pears, and one that names what nobody knows', () => {
    const found = problemsOf(
      ACME.replace('el.replicas < 2', "el.replicas == 'two' && el.copies > 1 && kind(el, 'wl.pid')"),
    );
    expect(found.map(({ code, item, line, column }) => [code, item, line, column])).toEqual([
      ['condition-type', 'rule acme:P-1', 10, 23],
      ['condition-name', 'rule acme:P-1', 10, 38],
      ['condition-name', 'rule acme:P-1', 10, 61],
    ]);
  });

  it('lists rules that nothing shows to work, without refusing them', () => {
    expect(prove(ACME.slice(0, ACME.indexOf('    examples')))).toMatchObject({
      ok: true,
      examples: { run: 0, withoutFiring: ['acme:P-1'], withoutQuiet: ['acme:P-1'] },
    });
  });

  it('proves a pack that stands alone', () => {
    expect(provePack([{ path: 'base.yaml', text: BASE }], null)).toMatchObject({
      ok: true,
      examples: { withoutFiring: ['WL-1'] },
    });
  });

  it('judges each example by its own rule alone, so that many rules cost no more each than few', () => {
    const [head, one] = [ACME.slice(0, ACME.indexOf('  - id: acme:P-1')), ACME.slice(ACME.indexOf('  - id: acme:P-1'))];
    const many = Array.from({ length: 150 }, (_, at) => one.replaceAll('P-1', `P-${at}`)).join('');
    expect(prove(head + many)).toMatchObject({ ok: true, examples: { run: 300 } });
  });

  it('never throws, whatever stands in the text', () => {
    const pieces = fc.constantFrom(
      '',
      ' ',
      '\n',
      ':',
      '- ',
      '"',
      '[',
      '}',
      '*a',
      '&a ',
      '!!binary ',
      '__proto__',
      'null',
      '<<: ',
      '? ',
      '|',
      '9e9',
      '\t',
    );
    const change = fc.record({ at: fc.nat({ max: ACME.length }), length: fc.nat({ max: 30 }), piece: pieces });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const text = changes.reduce(
          (all, { at, length, piece }) => all.slice(0, at) + piece + all.slice(at + length),
          ACME,
        );
        const result = prove(text);
        expect(result.ok || result.problems.length > 0).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
