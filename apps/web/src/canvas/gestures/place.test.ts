import { type Element, elementId } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { drawnAround } from './place.ts';

const element = (id: string, box: readonly [number, number, number, number], parent: string | null = null): Element =>
  ({
    id: elementId(id),
    parent: parent === null ? null : elementId(parent),
    x: box[0],
    y: box[1],
    width: box[2],
    height: box[3],
  }) as unknown as Element; // only place and parent matter here

describe('drawnAround', () => {
  it('finds siblings that lie wholly inside, and nothing that belongs elsewhere', () => {
    const boundary = element('new', [0, 0, 500, 400]);
    const elements = [
      element('inside', [20, 20, 160, 60]),
      element('half', [450, 20, 160, 60]),
      element('other', [200, 200, 200, 150]),
      element('nested', [10, 10, 50, 50], 'other'),
      boundary,
    ];
    expect(drawnAround(boundary, elements)).toEqual(['inside', 'other']);
  });
});
