import { describe, expect, it } from 'vitest';
import { readXml } from './read-xml.ts';
import { childOf, listOf, numberOf, textOf } from './xml-element.ts';

const problemOf = (text: string): unknown => {
  const result = readXml(text);
  return result.ok ? null : result.problem;
};

describe('readXml', () => {
  it('finds elements by local name, with texts trimmed and decoded', () => {
    const result = readXml(
      '<?xml version="1.0"?><!-- c --><r a:nil="x &amp; y"><b:N>\n 7 </b:N><T>a &lt;b&gt;<![CDATA[ &c]]></T></r>',
    );
    if (!result.ok) throw new Error('not read');
    expect(result.root.attributes.get('nil')).toBe('x & y');
    expect(numberOf(result.root, 'N')).toBe(7);
    expect(textOf(result.root, 'Missing', 'T')).toBe('a <b> &c');
    expect([childOf(result.root, 'X'), listOf(result.root, 'X'), numberOf(result.root, 'T')]).toEqual([
      undefined,
      [],
      null,
    ]);
  });

  it('refuses names that would reach into objects, and leaves objects alone', () => {
    expect(problemOf('<r><__proto__><polluted>1</polluted></__proto__></r>')).toMatchObject({ code: 'not-xml' });
    expect('polluted' in {}).toBe(false);
  });

  it('refuses a document type before it is parsed, wherever it stands', () => {
    const bomb = `<!DOCTYPE l [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "&a;&a;">]><ThreatModel>&b;</ThreatModel>`;
    expect(problemOf(bomb)).toEqual({ code: 'xml-doctype' });
    expect(problemOf('<a/><!doctype b>')).toEqual({ code: 'xml-doctype' });
  });

  it('says where a damaged file stops being XML', () => {
    expect(problemOf('<a>\n <b></a>')).toEqual({ code: 'not-xml', line: 2, column: 5 });
    expect(problemOf('<a><b></b>')).toEqual({ code: 'not-xml', line: 1, column: 11 });
  });

  it.each([
    '',
    'a',
    '<a/><b/>',
    '<a/>b',
    'b<a/>',
    '<a b=c/>',
    '<a b="<"/>',
    '<a',
    '</a>',
    '<a><!--</a>',
    '< a/>',
    '<a><![CDATA[</a>',
  ])('finds no document in %j', (text) => {
    expect(problemOf(text)).toMatchObject({ code: 'not-xml' });
  });

  it('is not misled by brackets in quotes, comments and character data', () => {
    const text = '<?xml version="1.0"?><!-- <x> --><a b="x>y" c=\'"\'><![CDATA[<y>]]><d\n/></a >\n<!-- end -->';
    expect(problemOf(text)).toBeNull();
  });

  it('reads no deeper than any real file goes', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(problemOf(nested(40))).toBeNull();
    expect(problemOf(nested(2_000))).toEqual({ code: 'too-deep', expected: '64' });
  });

  it('refuses more tags than any real file has', () => {
    expect(problemOf(`<a>${'<b/>'.repeat(1_000_001)}</a>`)).toEqual({ code: 'too-large' });
  });
});
