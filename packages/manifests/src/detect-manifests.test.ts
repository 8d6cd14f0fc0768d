import { describe, expect, it } from 'vitest';
import { looksLikeManifests } from './detect-manifests.ts';

describe('looksLikeManifests', () => {
  it.each([
    ['apiVersion: v1\nkind: Pod\n'],
    ['# licence\n---\nkind: Pod\r\napiVersion: v1\r\n'],
    ['{"kind":"List","apiVersion":"v1","items":[]}'],
    ['[{ "apiVersion" : "v1", "kind" : "Pod" }]'],
  ])('knows %j', (text) => {
    expect(looksLikeManifests(text)).toBe(true);
  });

  it.each([
    [''],
    ['title: about apiVersion: v1 and kind: Pod\n'],
    ['otmVersion: 0.1.0\nproject: { kind: x }\n'],
    ['{"format":"strideboard","meta":{"summary":"\\"apiVersion\\": and \\"kind\\":"}}'],
    ['<ThreatModel>apiVersion: kind:</ThreatModel>'],
  ])('does not take %j for one', (text) => {
    expect(looksLikeManifests(text)).toBe(false);
  });
});
