import { describe, expect, it } from 'vitest';
import { commentParts, namedIn, nameTable } from './comment-parts.ts';

const person = (principal: string, name: string) => ({ principal, name });
const names = nameTable([
  person('p1', 'Ann'),
  person('p2', 'Ann Lee'),
  person('p3', 'Ann Lee'),
  person('p4', 'Zoë (ops)'),
]);
const kinds = (body: string) => commentParts(body, names).map((part) => [part.kind, part.text]);
const links = (body: string) =>
  commentParts(body, nameTable([])).flatMap((part) => (part.kind === 'link' ? [part.href] : []));

describe('the parts of a comment', () => {
  it('are the text, letter by letter, whatever is in it', () => {
    for (const body of [
      '',
      'plain',
      '@Ann: see https://a.example/x?y=1, and\n@nobody',
      '<img src=x onerror=alert(1)> & <script>',
      '\u202Egnp.exe @Ann\u2069 https://a.example/\u202Efdp.exe',
      'a@Ann.example @ @@Ann',
    ])
      expect(
        commentParts(body, names)
          .map(({ text }) => text)
          .join(''),
      ).toBe(body);
  });

  it('link addresses of the web and nothing else', () => {
    expect(links('see https://a.example/x, or (http://b.example/y).')).toEqual([
      'https://a.example/x',
      'http://b.example/y',
    ]);
    expect(
      links('javascript:alert(1) data:text/html,x ftp://a.example file:///etc/passwd //a.example www.a.example'),
    ).toEqual([]);
    expect(links('HTTPS://A.example')).toEqual(['https://a.example/']);
  });

  it('do not link what only pretends to lead somewhere', () => {
    expect(links('https://bank.example@evil.example/ https://u:p@evil.example')).toEqual([]);
    expect(links('https://a.example/\u202Efdp.exe')).toEqual(['https://a.example/']);
    expect(links('https:// http://')).toEqual([]);
  });

  it('name the longest name that stands there whole, and everybody of that name', () => {
    expect(kinds('@Ann Lee, @ann and @Anna')).toEqual([
      ['mention', '@Ann Lee'],
      ['text', ', '],
      ['mention', '@ann'],
      ['text', ' and @Anna'],
    ]);
    expect(namedIn('hello @Ann Lee', names)).toEqual(['p2', 'p3']);
    expect(namedIn('@Zoë (ops)!', names)).toEqual(['p4']);
  });

  it('name nobody inside an address of mail or of the web', () => {
    expect(namedIn('root@Ann and https://a.example/@Ann', names)).toEqual([]);
  });

  it('are one text where nobody is named, however many signs there are', () => {
    expect(commentParts('@'.repeat(4_000), names)).toHaveLength(1);
  });
});
