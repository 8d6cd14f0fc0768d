import { describe, expect, it } from 'vitest';
import {
  createPackIndex,
  formatProblem,
  type LoadedPack,
  loadPack,
  mergePacks,
  type PackBase,
  type PackProblem,
} from './index.ts';

const BASE = `
pack: { id: base, version: "1", title: Base }
families: [{ id: wl, label: Workload }]
stencils:
  - { id: wl.pod, family: wl, kind: process, label: Pod, icon: pod, properties: { isolated: false } }
  - { id: st.db, family: wl, kind: store, label: Database, icon: store }
boundaries: [{ id: tb.ns, label: Namespace, style: trust, colour: namespace, icon: namespace }]
groups: [{ id: pod, members: [wl.*] }]
properties:
  - { name: privileged, label: Privileged, appliesTo: pod, type: boolean }
  - { name: encrypted, label: Encrypted, appliesTo: st.db, type: boolean }
ruleFamilies: [{ id: WL, title: Workload }]
rules:
  - { id: WL-1, family: WL, title: t, letters: [E], severity: high, scope: pod, when: el.privileged == true, why: w, controls: [C1] }
controls: [{ id: C1, label: Drop it, mitigates: [WL-1] }]
references: [{ key: cwe, title: CWE, status: partly, checkedIds: ["250"] }]
exclusions: [{ id: hardware, title: Hardware, reason: Nobody sees it here. }]
method: { threatClasses: [{ id: external, meaning: from outside }] }
`;
const ACME = `
pack: { id: acme, version: "3", title: Acme }
stencils:
  - { id: "acme:vault", family: wl, kind: store, label: Vault, icon: vault, like: st.db }
  - { id: "acme:cell", family: wl, kind: process, label: Cell, icon: pod, like: wl.pod, properties: { region: eu } }
properties:
  - { name: region, label: Region, appliesTo: "acme:*", type: string }
  - { name: encrypted, label: Encrypted, appliesTo: ["acme:cell"], type: boolean }
ruleFamilies: [{ id: "acme:DATA", title: Data }]
rules:
  - id: acme:D-1
    family: acme:DATA
    title: "{el} leaves Europe"
    letters: [I]
    severity: high
    scope: ["acme:vault", st.db]
    when: el.region != 'eu'
    why: policy
    controls: ["acme:geo", C1]
    references: ["cwe:250", "cwe:1", "acme.policy:4"]
    threatClass: [external]
controls: [{ id: "acme:geo", label: Keep it here, mitigates: ["acme:D-1", WL-1, WL-1] }]
references: [{ key: acme.policy, title: Policy of Acme, status: checked }]
`;

function loaded(text: string, base: PackBase | null): LoadedPack {
  const result = loadPack([{ path: 'pack.yaml', text }], base);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result;
}

function problemsOf(text: string): readonly PackProblem[] {
  const result = loadPack([{ path: 'acme.yaml', text }], base);
  return result.ok ? [] : result.problems;
}

const base = loaded(BASE, null);
const acme = loaded(ACME, base);

describe('a pack on top of another', () => {
  it('may name what is there, and comes out as what it adds', () => {
    expect(acme.board.stencils.map(({ id }) => id)).toEqual(['acme:vault', 'acme:cell']);
    expect(acme.board.families).toEqual([]);
    expect(acme.judgement.rules.map(({ id }) => id)).toEqual(['acme:D-1']);
  });

  it('marks its references by what both say about their sources', () => {
    expect(acme.judgement.rules[0]?.references.map(({ key, id, checked }) => [key, id, checked])).toEqual([
      ['cwe', '250', true],
      ['cwe', '1', false],
      ['acme.policy', '4', true],
    ]);
  });

  it('is refused for every id that does not begin with its own, whether taken or free', () => {
    const found = problemsOf(
      ACME.replace('id: "acme:vault"', 'id: st.db')
        .replace('id: acme:D-1', 'id: WL-1')
        .replace('id: "acme:geo"', 'id: geo')
        .replace('key: acme.policy', 'key: policy'),
    );
    const named = found.filter(({ code }) => code === 'id-taken' || code === 'id-foreign');
    expect(named.map(({ code, path, line, message }) => [code, path, line, message])).toEqual([
      ['id-taken', 'stencils[0]', 4, 'The pack base has a stencil st.db already. Write "acme:st.db".'],
      ['id-taken', 'rules[0]', 11, 'The pack base has a rule WL-1 already. Write "acme:WL-1".'],
      ['id-foreign', 'controls[0]', 22, 'A control of this pack begins with its id. Write "acme:geo".'],
      ['id-foreign', 'references[0]', 23, 'A reference of this pack begins with its id. Write "acme.policy".'],
    ]);
  });

  it('may ask a question of the base only of its own types, and in the same type', () => {
    const other = problemsOf(ACME.replace('appliesTo: ["acme:cell"]', 'appliesTo: [store]'));
    const text = problemsOf(ACME.replace('["acme:cell"], type: boolean', '["acme:cell"], type: string'));
    expect([other, text].map((found) => found.map(({ code, item }) => `${code} ${item}`))).toEqual([
      ['property-taken property encrypted'],
      ['property-taken property encrypted'],
    ]);
  });

  it('may take neither the id nor the method of the base', () => {
    const found = problemsOf(`${ACME.replace('id: acme, version', 'id: base, version')}method: {}\n`);
    expect(found.map(({ code, path }) => [code, path])).toEqual(
      expect.arrayContaining([
        ['pack-twice', 'pack.id'],
        ['method-twice', 'method'],
      ]),
    );
  });

  it('is like a plain type of the same class, not like another likeness', () => {
    const kind = problemsOf(ACME.replace('like: st.db', 'like: wl.pod'));
    const chain = problemsOf(ACME.replace('like: wl.pod', 'like: "acme:cell"'));
    const gone = problemsOf(ACME.replace('like: st.db', 'like: st.gone'));
    expect([kind, chain, gone].map((found) => found.map(({ code, path }) => [code, path]))).toEqual([
      [['value-wrong', 'stencils[0].like']],
      [['value-wrong', 'stencils[1].like']],
      [['id-unknown', 'stencils[0].like']],
    ]);
  });
});

describe('mergePacks', () => {
  const merged = mergePacks(base, [acme]);
  if (!merged.ok) throw new Error('sound packs do not merge');

  it('joins what each brings under the head and the method of the base', () => {
    expect(merged.board).toMatchObject({ id: 'base', version: '1' });
    expect(merged.board.stencils.map(({ id }) => id)).toEqual(['wl.pod', 'st.db', 'acme:vault', 'acme:cell']);
    expect(merged.judgement.rules.map(({ id }) => id)).toEqual(['WL-1', 'acme:D-1']);
    expect(merged.judgement.method).toBe(base.judgement.method);
  });

  it('proposes an added control with the rule of the base that it mitigates, once and last', () => {
    expect(merged.judgement.rules[0]?.controls).toEqual(['C1', 'acme:geo']);
    expect(merged.judgement.rules[0]).toMatchObject({
      ...base.judgement.rules[0],
      controls: expect.anything() as unknown,
    });
  });

  it('leaves the base as it is where nothing is added', () => {
    expect(mergePacks(base, [])).toEqual({
      ok: true,
      board: base.board,
      judgement: base.judgement,
      trees: { trees: [], subtrees: [] },
    });
    expect(base.judgement.rules[0]?.controls).toEqual(['C1']);
  });

  it('treats a type like the one it is like, with its facts and its questions', () => {
    const index = createPackIndex(merged.board);
    const cell = { kind: 'process', type: 'acme:cell' } as const;
    expect([index.matches(cell, 'wl.pod'), index.matches(cell, 'pod'), index.matches(cell, 'st.db')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([index.isAsked(cell, 'privileged'), index.isAsked(cell, 'region')]).toEqual([true, true]);
    expect(index.typeProperties('acme:cell')).toEqual({ isolated: false, region: 'eu' });
  });

  it('refuses two packs of one id, and an id that is not of its pack even in parts that were not loaded here', () => {
    const foreign = { ...acme, judgement: { ...acme.judgement, rules: base.judgement.rules } };
    expect(mergePacks(base, [acme, acme])).toMatchObject({ ok: false, problems: [{ code: 'pack-twice' }] });
    expect(mergePacks(base, [foreign])).toMatchObject({
      ok: false,
      problems: [{ code: 'id-taken', item: 'rule WL-1' }],
    });
  });

  it('refuses two packs that ask one name of everything', () => {
    const other = loaded(
      'pack: { id: other, version: "1", title: Other }\nproperties: [{ name: region, label: R, appliesTo: any, type: string }]',
      base,
    );
    expect(mergePacks(base, [acme, other])).toMatchObject({
      ok: false,
      problems: [{ code: 'property-taken', file: 'Other', item: 'property region' }],
    });
  });
});
