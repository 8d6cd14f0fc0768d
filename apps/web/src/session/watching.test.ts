import { parseBoardLink } from '@strideboard/wire';
import { describe, expect, it } from 'vitest';
import { watchLink } from './watching.ts';

describe('the link for a shared screen', () => {
  it('opens the same board by the same proof', () => {
    const url = `https://board.example/r/${'r'.repeat(22)}#${'l'.repeat(11)}.${'s'.repeat(43)}`;
    const link = watchLink(url);
    expect(link).toBe(url.replace('#', '?watch#'));
    expect(parseBoardLink(link)).toEqual(parseBoardLink(url));
    expect(parseBoardLink(link).ok).toBe(true);
  });
});
