import { board } from '@strideboard/kubernetes/board';
import { createPackIndex } from '@strideboard/packs';
import { createScene } from '@strideboard/render';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { createFarNames, farName } from './far-lines.ts';

const drawn = (label: string) => {
  const model = buildModel({ elements: [{ id: 'a', type: 'cp.apiserver', label }], flows: [] });
  const [element] = createScene(model, createPackIndex(board)).elements;
  if (element === undefined) throw new Error('nothing is drawn');
  return element;
};

describe('a name from afar', () => {
  it('is enlarged by what is asked for, and never beyond its element', () => {
    const etcd = drawn('etcd');
    expect(farName(etcd, 2)).toMatchObject({ size: 2 * etcd.title.size, lines: [{ text: 'etcd' }] });
    const long = drawn('admission-controller of the cluster');
    const { size, lines } = farName(long, 4);
    expect(size).toBeLessThan(4 * long.title.size);
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(long.box.width);
    expect(lines.length * size * 1.15).toBeLessThanOrEqual(long.box.height);
  });

  it('is broken at spaces and after hyphens, and loses nothing', () => {
    const { lines } = farName(drawn('admission-controller'), 2);
    expect(lines.map(({ text }) => text)).toEqual(['admission-', 'controller']);
  });

  it('is worked out once for an enlargement', () => {
    const names = createFarNames();
    const etcd = drawn('etcd');
    expect(names(etcd, 2)).toBe(names(etcd, 2));
    expect(names(etcd, 1.5).size).toBeLessThan(names(etcd, 2).size);
  });
});
