import { describe, expect, it } from 'vitest';
import { nearest, nextInDirection } from './spatial-step.ts';

const at = (id: string, x: number, y: number) => ({ id, box: { x, y, width: 10, height: 10 } });
const centre = at('centre', 0, 0);
const all = [centre, at('right', 100, 0), at('farRight', 300, 5), at('below', 10, 80), at('corner', 60, 200)];

describe('nextInDirection', () => {
  it('takes the nearest ahead', () => {
    expect(nextInDirection(centre, 'right', all)).toBe('right');
    expect(nextInDirection(centre, 'down', all)).toBe('below');
    expect(nextInDirection(at('right', 100, 0), 'right', all)).toBe('farRight');
  });

  it('prefers what is straight ahead over what is near but aside', () => {
    const aside = [centre, at('aside', 40, 90), at('ahead', 150, 0)];
    expect(nextInDirection(centre, 'right', aside)).toBe('ahead');
  });

  it('stays when there is nothing', () => {
    expect(nextInDirection(centre, 'left', all)).toBeNull();
    expect(nextInDirection(centre, 'up', [centre])).toBeNull();
  });
});

describe('nearest', () => {
  it('takes the closest centre, or nothing', () => {
    expect(nearest({ x: 280, y: 0, width: 10, height: 10 }, all)).toBe('farRight');
    expect(nearest(centre.box, [])).toBeNull();
  });
});
