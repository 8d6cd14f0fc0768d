import { createPackIndex } from '@strideboard/packs';
import { board } from '@strideboard/kubernetes/board';
import { createScene } from '@strideboard/render';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { farGrowth } from './far-name.ts';

const grown = (label: string): number => {
  const model = buildModel({ elements: [{ id: 'a', type: 'cp.apiserver', label }], flows: [] });
  const [element] = createScene(model, createPackIndex(board)).elements;
  if (element === undefined) throw new Error('nothing is drawn');
  return farGrowth(element);
};

describe('a name seen from afar', () => {
  it('grows as far as its element has room', () => {
    expect(grown('etcd')).toBe(2.5);
    expect(grown('Controller manager')).toBeGreaterThan(1);
    expect(grown('Controller manager')).toBeLessThan(2.5);
  });

  it('stays as it is where it fills its element', () => {
    expect(grown('an element whose name says everything that can be said about it')).toBe(1);
  });

  it('breaks at hyphens, but never inside a word', () => {
    expect(grown('admission-controller')).toBeGreaterThan(grown('admissioncontroller'));
  });
});
