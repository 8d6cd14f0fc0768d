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

  it('closes off a value that turns the direction of writing, whatever it leaves open or ends', () => {
    const said = (label: string): string => say('Bo deleted {label} just now', { label });
    expect(said('\u202Egnp')).toBe('Bo deleted \u2068\u202Egnp\u2069 just now');
    expect(said('a\u2067b')).toBe('Bo deleted \u2068a\u2067b\u2069\u2069 just now');
    expect(said('a\u2069\u2069b\u2066c\u2069')).toBe('Bo deleted \u2068ab\u2066c\u2069\u2069 just now');
    expect(said('etcd: 2')).toBe('Bo deleted etcd: 2 just now');
  });

  it('closes off a name that is written from right to left, so that its signs stay with it and its neighbours where they are', () => {
    expect(say('{first}, {last}', { first: 'שלום!', last: 'قاعدة (v2)' })).toBe(
      '\u2068שלום!\u2069, \u2068قاعدة (v2)\u2069',
    );
  });
});
