import { elementId } from '@strideboard/model';
import { buildElement } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { boxesOnTheWay, glide, GLIDE_MS } from './glide.ts';

const element = buildElement({ id: 'a', x: 0, y: 100 });
const to = new Map([[elementId('a'), { x: 200, y: 100, width: 260, height: 60 }]]);

describe('gliding', () => {
  it('begins where things are and ends where they shall be, without the rest', () => {
    const others = [element, buildElement({ id: 'b' })];
    expect([...boxesOnTheWay(others, to, 0)]).toEqual([['a', { x: 0, y: 100, width: 160, height: 60 }]]);
    expect(boxesOnTheWay(others, to, 1).get(elementId('a'))).toEqual(to.get(elementId('a')));
  });

  it('never takes longer than 300 ms, and ends early when it is given up', async () => {
    expect(GLIDE_MS).toBeLessThanOrEqual(300);
    let now = 0;
    const frame = (): Promise<number> => Promise.resolve((now += 16));
    const shares: number[] = [];
    expect(
      await glide(
        (share) => shares.push(share),
        () => false,
        frame,
      ),
    ).toBe(true);
    expect(shares.every((share, at) => share >= (shares[at - 1] ?? 0) && share < 1)).toBe(true);
    expect(now).toBeLessThanOrEqual(300);
    expect(
      await glide(
        () => {},
        () => true,
        frame,
      ),
    ).toBe(false);
  });
});
