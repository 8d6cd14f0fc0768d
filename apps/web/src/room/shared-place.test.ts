import { diagramId } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { readDiagramMode } from './peer-diagrams.ts';
import { placeMode, readPlace } from './shared-place.ts';

const NOWHERE = { walking: false, walkStep: null, looksAt: null };
const one = diagramId('one');

describe('what presence says of the places somebody looks at', () => {
  it('is read as it was told, and the diagram beside it', () => {
    const mode = placeMode(one, {
      walking: true,
      walkStep: { flow: 'f1', mirrored: false },
      looksAt: { place: 'register', id: 'rule~pod', mirrored: false },
    });
    expect(readPlace(mode)).toEqual({ step: 'f1', look: { place: 'register', id: 'rule~pod' } });
    expect(readDiagramMode(mode)).toBe('one');
    expect(readPlace(placeMode(null, NOWHERE))).toEqual({ step: null, look: null });
    expect(readDiagramMode(placeMode(null, NOWHERE))).toBeNull();
  });

  it('leaves out what came from somebody else, what has ended, and what is too long to be heard', () => {
    const walkStep = { flow: 'f1', mirrored: true };
    const looksAt = { place: 'panel', id: 'x', mirrored: true } as const;
    expect(placeMode(one, { walking: true, walkStep, looksAt })).toBe('d:one');
    expect(placeMode(one, { ...NOWHERE, walkStep: { flow: 'f1', mirrored: false } })).toBe('d:one');
    const long = { place: 'panel', id: 'x'.repeat(100), mirrored: false } as const;
    const mode = placeMode(one, { walking: true, walkStep: { flow: 'f1', mirrored: false }, looksAt: long });
    expect(mode).toBe('d:one|w:f1');
    expect(mode.length).toBeLessThanOrEqual(100);
  });

  it('makes sense of nothing else', () => {
    for (const mode of [null, '', 'd:', 'd:one|', 'd:one|w:', 'd:one|cards:x', '|__proto__:x', 'register:x'])
      expect(readPlace(mode)).toEqual({ step: null, look: null });
  });
});
