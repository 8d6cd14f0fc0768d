import { describe, expect, it } from 'vitest';
import { missingParts, missingText, sentenceText, titleFrom } from './sentence-text.ts';

const WHOLE = {
  source: 'a tenant',
  prerequisite: 'permission to create pods',
  action: 'mount the host’s file system',
  impact: 'control over the node',
  asset: 'other tenants’ secrets',
};

describe('a threat as a sentence', () => {
  it('is told whole, and then nothing is missing', () => {
    expect(sentenceText(WHOLE)).toBe(
      'A tenant with permission to create pods can mount the host’s file system, which leads to control over the node and harms other tenants’ secrets.',
    );
    expect(missingParts(WHOLE)).toEqual([]);
    expect(missingText(WHOLE)).toBe('The sentence is complete.');
  });

  it('points out what is missing; spaces are nothing', () => {
    const { action, asset, ...rest } = WHOLE;
    const sentence = { ...rest, action: ' ' };
    expect([action, asset].every(Boolean)).toBe(true);
    expect(missingText(sentence)).toBe('Still missing: what they do, what is harmed.');
    expect(sentenceText(sentence)).toContain('can …, which');
  });

  it('says nothing before anything is written', () => {
    expect([sentenceText({}), missingText({}), titleFrom({}, 300)]).toEqual(['', '', '']);
  });

  it('gives a title: who does what, no longer than titles may be', () => {
    expect(titleFrom(WHOLE, 300)).toBe('A tenant can mount the host’s file system');
    expect(titleFrom({ action: 'reads all' }, 5)).toBe('Reads');
  });
});
