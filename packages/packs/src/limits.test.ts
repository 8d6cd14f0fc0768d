import { describe, expect, it } from 'vitest';
import { loadPack, PACK_LIMITS, type PackProblem } from './index.ts';

const HEAD = 'pack: { id: big, version: "1", title: Big }\n';
const RULE = '- { id: R, title: t, letters: [E], severity: low, scope: any, when: true, why: w }\n';

function problemsOf(text: string): readonly PackProblem[] {
  const result = loadPack([{ path: 'big.yaml', text }]);
  return result.ok ? [] : result.problems;
}

describe('the limits of a pack', () => {
  it('refuse a hundred thousand rules without looking at them', () => {
    expect(problemsOf(`${HEAD}rules:\n${RULE.repeat(100_000)}`)).toMatchObject([
      { code: 'file-too-large', message: expect.stringContaining(String(PACK_LIMITS.fileCharacters)) as unknown },
    ]);
    expect(problemsOf(`${HEAD}rules:\n${'- 0\n'.repeat(10_000)}`)).toMatchObject([
      {
        code: 'too-many',
        path: 'rules',
        line: 3,
        message: expect.stringContaining(String(PACK_LIMITS.items)) as unknown,
      },
    ]);
  });

  it('refuse a list inside an item that is too long, by its place', () => {
    const long = Array(PACK_LIMITS.items + 1)
      .fill('x')
      .join(', ');
    const text = `${HEAD}groups:\n  - { id: g, members: [${long}] }\n`;
    expect(problemsOf(text)).toMatchObject([
      { code: 'too-many', item: 'group g', path: 'groups[0].members', line: 3, column: 23 },
    ]);
  });

  it('refuse too many rules also where many files bring a few each', () => {
    const family = 'ruleFamilies: [{ id: F, title: F }]\n';
    const some = `rules:\n${RULE.replace('R,', 'R, family: F,').repeat(700)}`;
    const files = ['a', 'b', 'c'].map((name) => ({ path: `${name}.yaml`, text: some }));
    expect(loadPack([{ path: 'head.yaml', text: HEAD + family }, ...files])).toMatchObject({
      ok: false,
      problems: [{ code: 'too-many', message: expect.stringContaining('2100 rules') as unknown }],
    });
  });

  it('end the reading with the file that is too much: those behind it are not looked at', () => {
    const looked: string[] = [];
    const file = (name: string, text: string) => ({
      path: `${name}.yaml`,
      get text() {
        looked.push(name);
        return text;
      },
    });
    const many = `rules:\n${RULE.repeat(1_000)}`;
    const rules = Array.from({ length: 100 }, (_, at) => file(`f${at}`, many));
    expect(loadPack([file('head', HEAD), ...rules])).toMatchObject({
      problems: [{ code: 'too-many', message: expect.stringContaining('at least 3000 rules') as unknown }],
    });
    expect(looked).toContain('f2');
    expect(looked).not.toContain('f3');

    const long = `# ${'x'.repeat(400_000)}\n`;
    const comments = Array.from({ length: 100 }, (_, at) => file(`c${at}`, long));
    expect(loadPack([file('head', HEAD), ...comments])).toMatchObject({
      problems: [{ code: 'too-many', message: expect.stringContaining(String(PACK_LIMITS.characters)) as unknown }],
    });
    expect(looked).toContain('c11');
    expect(looked).not.toContain('c13');

    const wrong = Array.from({ length: 100 }, (_, at) => file(`w${at}`, `rules:\n${'- {}\n'.repeat(1_000)}`));
    expect(loadPack([file('head', HEAD), ...wrong])).toMatchObject({ ok: false });
    expect(looked).not.toContain('w9');
  });

  it('refuse aliases that multiply, in whatever shape', () => {
    const bomb = [
      'a: &a [x,x,x,x]',
      ...'bcdefghij'.split('').map(
        (name, at) =>
          `${name}: &${name} [${Array(9)
            .fill(`*${'abcdefghi'[at] ?? ''}`)
            .join(',')}]`,
      ),
    ];
    const anchors = Array.from({ length: PACK_LIMITS.anchors + 1 }, (_, at) => `- &a${at} x`);
    expect(problemsOf(bomb.join('\n'))).toMatchObject([{ code: 'yaml-syntax' }]);
    expect(problemsOf(`rules:\n${anchors.join('\n')}`)).toMatchObject([{ code: 'too-many' }]);
    expect(problemsOf(`a: &r {}\nrules:\n${'- *r\n'.repeat(50_000)}`)).toMatchObject([{ code: 'too-many' }]);
  });

  it('refuse what nests too deep, in brackets and in lines', () => {
    const brackets = '['.repeat(100_000);
    const dashes = '- '.repeat(20_000);
    for (const text of [brackets, `${brackets}${']'.repeat(100_000)}`, dashes]) {
      expect(problemsOf(text)[0]).toMatchObject({ code: 'yaml-syntax' });
    }
  });

  it('take stars and ampersands inside texts for what they are', () => {
    const many = Array.from(
      { length: 300 },
      (_, at) => `  - { key: k${at}, title: "*&*", status: memory, note: 'a *b &c' }`,
    );
    expect(problemsOf(`${HEAD}references:\n${many.join('\n')}\n`)).toEqual([]);
  });

  it('find a key that stands twice among very many', () => {
    const keys = Array.from({ length: 5_000 }, (_, at) => `k${at}: 1`);
    expect(problemsOf(`${HEAD}${keys.join('\n')}\nk7: 2\n`)).toMatchObject([
      { code: 'yaml-syntax', line: 5_002, column: 1 },
    ]);
  });

  it('list many problems up to a bound and say how many more there are', () => {
    const broken = '- { id: R, nope: 1 }\n'.repeat(500);
    const found = problemsOf(`${HEAD}rules:\n${broken}`);
    expect(found).toHaveLength(PACK_LIMITS.problems + 1);
    expect(found.at(-1)).toMatchObject({
      code: 'too-many',
      message: expect.stringMatching(/^There are \d+ more/u) as unknown,
    });
  });

  it('keep the examples of a rule few and small', () => {
    const example = '{ fires: true }, ';
    const rule = RULE.replace(' }', `, examples: [${example.repeat(PACK_LIMITS.examples + 1)}] }`);
    expect(problemsOf(`${HEAD}rules:\n${rule}`)).toMatchObject([
      { code: 'shape', item: 'rule R', path: 'rules[0].examples' },
    ]);
  });
});
