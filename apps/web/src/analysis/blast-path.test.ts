import { elementId } from '@strideboard/model';
import type { BlastDifference, Reached } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { chosenPath, reachedKey } from './blast-path.ts';

const entry = (access: Reached['access'], path: Reached['path']): Pick<Reached, 'subject' | 'access' | 'path'> => ({
  subject: elementId('a'),
  access,
  path,
});
const [weak, strong] = [entry('reach', []), entry('control', [])];
const answer = { after: { reached: [weak, strong] } } as unknown as BlastDifference; // only what is read

describe('chosenPath', () => {
  it('is the path of the entry that is chosen, not of another access to the same thing', () => {
    expect(chosenPath({ answer, chosen: reachedKey(strong) })).toBe(strong.path);
    expect(reachedKey(strong)).not.toBe(reachedKey(weak));
  });

  it('is empty, and always the same, while nothing is chosen or it is no longer reached', () => {
    expect(chosenPath({ answer, chosen: null })).toEqual([]);
    expect(chosenPath({ answer, chosen: 'gone control' })).toBe(chosenPath({ answer: null, chosen: 'a control' }));
  });
});
