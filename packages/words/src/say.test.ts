import { describe, expect, it } from 'vitest';
import { say } from './say.ts';

describe('say', () => {
  it('fills placeholders with their values', () => {
    expect(say('{name} moved {label}', { name: 'Bo', label: 'etcd' })).toBe('Bo moved etcd');
  });

  it('chooses the plural form by count', () => {
    const message = { one: '{count} change', other: '{count} changes' } as const;
    expect([say(message, { count: 1 }), say(message, { count: 3 })]).toEqual(['1 change', '3 changes']);
  });

  it('inserts values that look like placeholders as they are', () => {
    expect(say('{a}', { a: '{b}' })).toBe('{b}');
  });
});
