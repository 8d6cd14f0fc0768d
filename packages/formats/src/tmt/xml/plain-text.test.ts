import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text.ts';
import { decodeReferences } from './references.ts';

describe('decodeReferences', () => {
  it('replaces the five names and numbers, once', () => {
    expect(decodeReferences('&lt;&gt;&amp;lt;&quot;&apos;&#65;&#x1F600;')).toBe('<>&lt;"\'A😀');
  });

  it('leaves what stands for no character, and names that only HTML knows', () => {
    expect(decodeReferences('&#0; &#xD800; &#x110000; &nbsp; & &;')).toBe('&#0; &#xD800; &#x110000; &nbsp; & &;');
  });
});

describe('plainText', () => {
  it('unescapes what was escaped many times over, then takes tags away', () => {
    const link =
      'See &amp;amp;amp;lt;a href=&amp;amp;quot;https://x.example/a&amp;amp;quot;&amp;amp;gt;here&amp;lt;/a&gt;.';
    expect(plainText(link)).toBe('See here.');
  });

  it('keeps a comparison that looks like a tag', () => {
    expect(plainText('a < b and c > d')).toBe('a < b and c > d');
  });

  it('begins a line at a break', () => {
    expect(plainText('one<br/>two<ul><li>three</li></ul>')).toBe('one\ntwo\nthree');
  });
});
