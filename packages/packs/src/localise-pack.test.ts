import { describe, expect, it } from 'vitest';
import { formatProblem, type LoadedPack, loadPack, localisePack, mapTexts, PACK_LIMITS } from './index.ts';

const PACK = `
pack: { id: base, version: "1", title: Base }
families: [{ id: wl, label: Workload }]
stencils:
  - { id: wl.pod, family: wl, kind: process, label: Pod, icon: pod }
  - { id: st.db, family: wl, kind: store, label: Database, short: Data, icon: store }
properties:
  - { name: region, label: Region, question: Which region?, appliesTo: st.db, type: enum, values: [eu, { id: us, label: States }] }
  - { name: region, label: Home, appliesTo: wl.pod, type: string }
ruleFamilies: [{ id: WL, title: Workload, groups: [{ id: pss, title: Standard }] }]
rules:
  - { id: WL-1, family: WL, title: "{el} is open to {el}", letters: [E], severity: high, scope: wl.pod, when: true, why: Anybody may. }
controls: [{ id: C1, label: Close it, test: try it, mitigates: [WL-1] }]
method: { stride: [{ letter: E, name: Elevation, property: Authorization }] }
trees:
  - id: t
    kind: or
    text: The goal
    assumptions: [inside, outside]
    children: [{ id: t.1, kind: leaf, text: The step }]
`;

const GERMAN = `
families: { wl: { label: Arbeit } }
stencils: { st.db: { label: Datenbank, short: Daten } }
properties:
  region: { label: Gebiet, question: Welches?, values: { us: Staaten } }
  region@wl.pod: { label: Heimat }
ruleFamilies: { WL: { groups: { pss: Norm } } }
rules: { WL-1: { title: "{el} ist offen für {el}" } }
controls: { C1: { label: Schließen, test: versuchen } }
letters: { E: { name: Rechteausweitung } }
trees: { t: { assumptions: [innen, außen] }, t.1: { text: Der Schritt } }
`;

const read = (...texts: readonly (readonly [path: string, text: string])[]) =>
  loadPack([{ path: 'pack.yaml', text: PACK }, ...texts.map(([path, text]) => ({ path, text }))]);

function loaded(...texts: readonly (readonly [path: string, text: string])[]): LoadedPack {
  const result = read(...texts);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result;
}

function problemsOf(text: string, path = 'translations/de.yaml'): readonly string[] {
  const result = read([path, text]);
  return result.ok ? [] : result.problems.map(formatProblem);
}

function textsOf(pack: LoadedPack): readonly string[] {
  const texts: string[] = [];
  mapTexts(pack, (_, text) => {
    if (text !== '') texts.push(text);
    return text;
  });
  return texts;
}

describe('a pack with translations', () => {
  it('says in another language what it has a text for, and the rest as it is written', () => {
    const pack = localisePack(loaded(['translations/de.yaml', GERMAN]), 'de');
    expect(pack.board.families).toEqual([{ id: 'wl', label: 'Arbeit' }]);
    expect(pack.board.stencils.map(({ label }) => label)).toEqual(['Pod', 'Datenbank']);
    expect(pack.board.properties).toMatchObject([
      {
        label: 'Gebiet',
        question: 'Welches?',
        values: [
          { id: 'eu', label: 'eu' },
          { id: 'us', label: 'Staaten' },
        ],
      },
      { label: 'Heimat' },
    ]);
    expect(pack.judgement.rules).toMatchObject([{ title: '{el} ist offen für {el}', why: 'Anybody may.' }]);
    expect(pack.judgement.families).toMatchObject([{ title: 'Workload', groups: [{ title: 'Norm' }] }]);
    expect(pack.judgement.method.stride).toEqual([
      { letter: 'E', name: 'Rechteausweitung', property: 'Authorization' },
    ]);
    expect(pack.trees.trees).toMatchObject([
      { text: 'The goal', assumptions: ['innen', 'außen'], children: [{ text: 'Der Schritt' }] },
    ]);
  });

  it('keeps the name of a type that it calls otherwise as one it is found by', () => {
    const { stencils } = localisePack(loaded(['translations/de.yaml', GERMAN]), 'de').board;
    expect(stencils).toMatchObject([{ id: 'wl.pod' }, { short: 'Daten', aliases: ['Database', 'Data'] }]);
    expect(stencils[0]).not.toHaveProperty('aliases');
  });

  it('stays the same object in a language it does not have, and takes the language of a region', () => {
    const pack = loaded(['translations/de.yaml', GERMAN]);
    expect(localisePack(pack, 'fr')).toBe(pack);
    expect(localisePack(pack, 'toString')).toBe(pack);
    expect(localisePack(pack, 'de-AT').board.families[0]?.label).toBe('Arbeit');
  });

  it('reads the same from one file, from a folder of a language and from its own key', () => {
    const [rest, controls] = [GERMAN.replace(/^controls.*$/mu, ''), 'controls: { C1: { label: Schließen } }'];
    const ways = [
      loaded(['translations/de.yaml', GERMAN]),
      loaded(
        ['a/translations/de/a.yaml', rest],
        ['a/translations/de/b.yaml', controls],
        ['c.yaml', 'translations: { de: { controls: { C1: { test: versuchen } } } }'],
      ),
    ].map((pack) => textsOf(localisePack(pack, 'de')));
    expect(ways[0]).toEqual(ways[1]);
    expect(ways[0]).not.toEqual(textsOf(loaded()));
  });

  it('changes texts alone: ids, letters, conditions and order stay', () => {
    const pack = loaded(['translations/de.yaml', GERMAN]);
    const bare = (one: LoadedPack): string => {
      const { board, judgement, blast, trees, templates, coverage } = mapTexts(one, () => 'text');
      const stencils = board.stencils.map(({ aliases: _, ...stencil }) => stencil);
      return JSON.stringify([{ ...board, stencils }, judgement, blast, trees, templates, coverage]);
    };
    expect(bare(localisePack(pack, 'de'))).toBe(bare(pack));
  });
});

describe('a translation that does not fit its pack', () => {
  it.each([
    ['an id', 'rules: { WL-2: { title: x } }', '1:25: translation de, rules WL-2: rules.WL-2.title'],
    ['an inherited name', 'rules: { toString: { title: x } }', 'This pack has no "toString" in rules'],
    ['a value', 'properties: { region: { values: { asia: Asien } } }', 'no text values.asia'],
    ['a text the thing has not', 'properties: { "region@wl.pod": { question: Wo? } }', 'no text question'],
    ['an assumption', 'trees: { t: { assumptions: [a, b, c] } }', 'no text assumptions.2'],
    ['a section', 'stencil: {}', 'The key "stencil" is not known here'],
    ['a field', 'rules: { WL-1: { severity: high } }', 'The key "severity" is not known here'],
    ['a lost placeholder', 'rules: { WL-1: { title: offen } }', 'has {el}, this one none. Use the same ones.'],
    ['another placeholder', 'rules: { WL-1: { title: "{flow} für {el}" } }', 'has {el}, this one {el} {flow}'],
    ['a new placeholder', 'rules: { WL-1: { why: "{el} darf." } }', 'has no placeholder, this one {el}'],
    ['a long short name', 'stencils: { wl.pod: { short: Containergruppe } }', 'at most 14 characters'],
    ['an endless text', `rules: { WL-1: { why: ${'x'.repeat(4_001)} } }`, 'rules.WL-1.why'],
    ['no text', 'rules: { WL-1: { why: "" } }', 'A text may not be empty.'],
  ])('is refused for %s, with its place', (_, text, message) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
    expect(problems[0]).toMatch(/^translations\/de\.yaml:1:\d+: /u);
  });

  it('is refused when two files translate one text', () => {
    const result = read(
      ['translations/de/a.yaml', 'rules: { WL-1: { why: a } }'],
      ['translations/de/b.yaml', 'rules: { WL-1: { why: b } }'],
    );
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'id-twice', file: 'translations/de/b.yaml' }] });
  });

  it('is refused for what is no language, and for more texts than any pack has', () => {
    expect(problemsOf('translations: { "!": {} }', 'more.yaml')[0]).toContain('A language is written like');
    const many = Array.from({ length: PACK_LIMITS.items + 1 }, (__, at) => `R-${at}: { why: x }`);
    expect(problemsOf(`rules: { ${many.join(', ')} }`)[0]).toContain('at most 2000 are read');
  });
});
