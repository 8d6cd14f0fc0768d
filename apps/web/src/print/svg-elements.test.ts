import { board } from '@strideboard/kubernetes/board';
import { createPackIndex } from '@strideboard/packs';
import { createScene, renderSvg } from '@strideboard/render';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { svgElements } from './svg-elements.ts';

const drawingOf = (label: string): string => {
  const model = buildModel({
    elements: [
      { id: 'a', type: 'cp.apiserver', label },
      { id: 'b', kind: 'store', type: 'cp.etcd' },
    ],
    flows: [{ id: 'f', source: 'a', target: 'b', label }],
  });
  return renderSvg(createScene(model, createPackIndex(board)), { title: label });
};

describe('the elements of a drawing', () => {
  it('are those of its text, with every attribute', () => {
    const text = drawingOf('API');
    const root = svgElements(text);
    expect(root.tagName).toBe('svg');
    expect(root.querySelectorAll('*').length).toBe([...text.matchAll(/<[a-z]/gu)].length - 1);
    const attributes = [root, ...root.querySelectorAll('*')].reduce((sum, { attributes: all }) => sum + all.length, 0);
    // The name of the namespace is no attribute of an element that is made in it.
    expect(attributes).toBe([...text.matchAll(/ [\w-]+="/gu)].length - 1 - 2);
  });

  it.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&lt;b&gt; &amp;', '‮ 😀 \' " <'])(
    'hold %s as text and nothing else',
    (label) => {
      const root = svgElements(drawingOf(label));
      expect(root.querySelector('title')?.textContent).toBe(label);
      expect(root.querySelectorAll('script, img').length).toBe(0);
    },
  );

  it('are refused for anything else', () => {
    expect(() => svgElements('<svg><g>')).toThrow('not a drawing');
    expect(() => svgElements('plain')).toThrow('not a drawing');
  });
});
