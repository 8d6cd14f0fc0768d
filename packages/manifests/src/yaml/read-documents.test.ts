import { describe, expect, it } from 'vitest';
import { createProblemList } from '../report.ts';
import { readDocuments } from './read-documents.ts';

function read(...texts: readonly string[]) {
  const problems = createProblemList();
  const files = texts.map((text, at) => ({ path: `${at + 1}.yaml`, text }));
  const { documents, passed } = readDocuments(files, problems);
  const told = problems.list().map(({ code, file, document, line }) => [code, `${file}:${line} #${document}`]);
  return {
    documents,
    data: documents.map(({ data }) => data),
    passed,
    told,
    found: problems.list().map(({ found }) => found),
  };
}

describe('documents', () => {
  it('are what stands between lines of ---, with empty and comment-only ones counted and passed over', () => {
    const { documents, data, told } = read(
      '---\n# nothing\n---\na: 1\n---\n\n--- # more\nb: 2\n',
      'c: 3\r\n---\r\nd: 4\r\n',
    );
    expect(data).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }, { d: 4 }]);
    expect(documents.map(({ place }) => place([]))).toEqual([
      { file: '1.yaml', document: 2, line: 4 },
      { file: '1.yaml', document: 4, line: 8 },
      { file: '2.yaml', document: 1, line: 1 },
      { file: '2.yaml', document: 2, line: 3 },
    ]);
    expect(told).toEqual([]);
  });

  it('know the place of each value, and of the nearest thing above one that is not there', () => {
    const [document] = read('\uFEFF# first\na:\n  - b: 1\n  - c:\n      d: 2\n').documents;
    expect(document?.place(['a', 1, 'c', 'd']).line).toBe(5);
    expect(document?.place(['a', 1, 'x', 'y']).line).toBe(4);
    expect(document?.place(['x']).line).toBe(2);
  });

  it('may begin with a directive', () => {
    expect(read('%YAML 1.2\n---\na: 1\n')).toMatchObject({ data: [{ a: 1 }], told: [] });
  });

  it('keep the names that YAML 1.1 would turn into something else', () => {
    const text = 'on: =\nno: off\nmode: 0644\nversion: 1.20\ndate: 2024-01-01\ntime: 12:30\n';
    expect(read(text).data).toEqual([
      { on: '=', no: 'off', mode: 644, version: 1.2, date: '2024-01-01', time: '12:30' },
    ]);
  });

  it('follow aliases and merge keys', () => {
    expect(read('a: &x { b: 1 }\nc: *x\nd: { <<: *x, e: 2 }\n').data).toEqual([
      { a: { b: 1 }, c: { b: 1 }, d: { b: 1, e: 2 } },
    ]);
  });

  it('give no object another ancestor', () => {
    const [data] = read('__proto__: { polluted: true }\n').data;
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(({} as Readonly<Record<string, unknown>>)['polluted']).toBeUndefined(); // any object would show it
  });
});

describe('a broken document', () => {
  it('costs only itself and is named with its line', () => {
    const { data, told } = read('a: 1\n---\nb: [1\n---\nc: 3\n');
    expect(data).toEqual([{ a: 1 }, { c: 3 }]);
    expect(told).toEqual([['yaml-syntax', '1.yaml:3 #2']]);
  });

  it('that is a template is called one', () => {
    expect(read('a: 1\nb: {{ .Values.b }}\n{{- if .Values.c }}\n').told).toEqual([['not-rendered', '1.yaml:2 #1']]);
  });

  it('with a key twice is read all the same: the last one holds', () => {
    const { data, told, found } = read('a:\n  b: 1\n  c: 2\n  b: 3\n');
    expect(data).toEqual([{ a: { b: 3, c: 2 } }]);
    expect(told).toEqual([['key-twice', '1.yaml:4 #1']]);
    expect(found).toEqual(['b']);
  });
});

describe('hostile documents', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
    .concat(
      Array.from('bcdefgh', (name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[at]}`).join(', ')}]`),
    )
    .join('\n');

  it.each([
    ['a bomb of aliases', bomb, 'alias-bomb'],
    ['an anchor around its own alias', 'a: &a { b: *a }', 'alias-bomb'],
    ['more aliases than anyone writes', `a: &a 1\nb: [${'*a, '.repeat(1_001)}]`, 'alias-bomb'],
    ['brackets without end', '['.repeat(20_000), 'too-deep'],
    ['brackets in brackets', '['.repeat(400) + ']'.repeat(400), 'too-deep'],
    ['dashes without end', '- '.repeat(5_000), 'too-deep'],
    ['steps without end', Array.from({ length: 400 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'), 'too-deep'],
    ['tags without end', `a: ${'!x '.repeat(5_000)}`, 'too-deep'],
    ['anchors without end', `a: ${'&x '.repeat(5_000)}`, 'too-deep'],
  ])('%s are refused with their place, and what follows is read', (_, text, code) => {
    const { data, told } = read(`${text}\n---\nfine: true\n`);
    expect(told).toEqual([[code, '1.yaml:1 #1']]);
    expect(data).toEqual([{ fine: true }]);
  });

  it('of more characters than anyone applies are not begun', () => {
    const { told, documents } = read('a: 1', 'x'.repeat(20_000_001), 'b: 2');
    expect(told).toEqual([['too-large', '2.yaml:1 #1']]);
    expect(documents).toHaveLength(1);
  });

  it('in greater number than anyone applies are not begun', () => {
    expect(read('---\n'.repeat(20_002)).told).toEqual([['too-many', '1.yaml:1 #1']]);
  });
});

describe('definitions of custom resources', () => {
  it('are passed over unread, by name', () => {
    const text =
      'a: 1\n---\nkind: CustomResourceDefinition\nmetadata:\n  labels: {}\n  name: "things.example.com"\nspec: [\n';
    const { passed, told } = read(text);
    expect(passed).toEqual([{ file: '1.yaml', document: 2, line: 3, name: 'things.example.com' }]);
    expect(told).toEqual([]);
  });

  it('without a name are passed over as quickly', () => {
    const text = `kind: CustomResourceDefinition\nmetadata:\n${'  annotations:\n'.repeat(50_000)}`;
    expect(read(text).passed).toMatchObject([{ name: '' }]);
  });
});
