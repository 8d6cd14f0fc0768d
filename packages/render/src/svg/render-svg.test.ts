import { arbitraryModel, buildModel } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScene } from '../scene/create-scene.ts';
import { smallPack } from '../testing/small-board.ts';
import { hostile, xmlProblem } from '../testing/xml-problem.ts';
import { type BadgeCounts } from './draw-badges.ts';
import { LEGEND_ENTRIES, type LegendWords } from './legend.ts';
import { pageTheme, themeProperties, themes } from '../theme.ts';
import { renderSvg } from './render-svg.ts';

const pack = smallPack();
const legendOf = (word: string): LegendWords => {
  const words = Object.fromEntries(LEGEND_ENTRIES.map((entry) => [entry, word]));
  return words as LegendWords; // every entry is a key
};

describe('renderSvg', () => {
  it('is well-formed for any text anywhere', () => {
    const kinds = fc.constantFrom(
      'process' as const,
      'store' as const,
      'external' as const,
      'note' as const,
      'boundary' as const,
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(kinds, hostile), { minLength: 1, maxLength: 5 }),
        hostile,
        hostile,
        (elements, flow, title) => {
          const model = buildModel({
            elements: elements.map(([kind, label], at) => ({ id: `e${at}`, kind, label, x: at * 200 })),
            flows: [
              {
                id: 'f',
                source: 'e0',
                target: `e${elements.length - 1}`,
                label: flow,
                order: flow,
                returnLabel: flow,
                direction: 'two',
              },
            ],
          });
          const svg = renderSvg(createScene(model, pack), { title, description: title, legend: legendOf(flow) });
          expect(xmlProblem(svg)).toBe(null);
          expect(svg).not.toMatch(/<(?:script|foreignObject|image|a|use|style)\b/u);
        },
      ),
    );
  });

  it('is well-formed and the same again for any model and theme', () => {
    fc.assert(
      fc.property(arbitraryModel(), fc.constantFrom('light' as const, 'dark' as const), (model, theme) => {
        const svg = renderSvg(createScene(model, pack), { theme });
        expect(xmlProblem(svg)).toBe(null);
        expect(renderSvg(createScene(structuredClone(model), pack), { theme })).toBe(svg);
      }),
    );
  });

  it('draws an empty board as an empty ground', () => {
    const svg = renderSvg(createScene(buildModel({}), pack), { title: 'Nothing yet' });
    expect(xmlProblem(svg)).toBe(null);
    expect(svg).toContain('<title id="drawing-title">Nothing yet</title>');
  });

  it('names itself and what it shows', () => {
    const svg = renderSvg(createScene(buildModel({}), pack), { title: 'A', description: 'B' });
    expect(svg).toMatch(/role="img" aria-labelledby="drawing-title" aria-describedby="drawing-description"/u);
  });

  it('frames the whole drawing with the padding', () => {
    const model = buildModel({
      elements: [
        { id: 'a', x: -500, y: -40 },
        { id: 'b', x: 700, y: 300 },
      ],
    });
    expect(renderSvg(createScene(model, pack), { padding: 10 })).toContain('viewBox="-510 -50 1380 420"');
  });

  it('shows badges by shape in the order of severity, and nothing for zero', () => {
    const model = buildModel({ elements: [{ id: 'a' }, { id: 'b', x: 300 }] });
    const badges = new Map<string, BadgeCounts>([
      ['a', { question: 4, critical: 2, low: 0 }],
      ['b', { high: 0 }],
      ['gone', { critical: 9 }],
    ]);
    const svg = renderSvg(createScene(model, pack), { badges });
    const layer = svg.slice(svg.indexOf('id="badges"'));
    expect([...layer.matchAll(/>([^<>\n]+)<\/text>/gu)].map(([, text]) => text)).toEqual(['2', '?', '4']);
  });

  it('draws what is out of scope dashed and paler', () => {
    const model = buildModel({ elements: [{ id: 'a', label: 'Scanner', outOfScope: 'another team' }] });
    const svg = renderSvg(createScene(model, pack));
    expect(svg).toMatch(/stroke-dasharray="4 3"/u);
    expect(svg).toMatch(/opacity="0.6"/u);
  });

  it('tells trust boundaries from machine segregation by the line', () => {
    const model = buildModel({
      elements: [
        { id: 'a', kind: 'boundary', style: 'trust' },
        { id: 'b', kind: 'boundary', style: 'machine', x: 500 },
      ],
    });
    const lines = renderSvg(createScene(model, pack))
      .split('\n')
      .filter((line) => line.includes('fill-opacity'));
    expect(lines.map((line) => line.includes('stroke-dasharray'))).toEqual([true, false]);
  });

  it('stands on a page with others: ids of its own, links by element, and the colours of the page', () => {
    const model = buildModel({
      elements: [
        { id: 'a', label: '<A>' },
        { id: 'b', x: 300 },
      ],
      flows: [{ id: 'f', source: 'a', target: 'b' }],
    });
    const svg = renderSvg(createScene(model, pack), {
      theme: pageTheme(),
      title: 'T',
      embed: {
        prefix: 'one..',
        linkOf: (id) => (id === 'a' ? { id: 'drawn-a', href: '#a', name: 'Show "<A>"' } : null),
      },
    });
    expect([...svg.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id)).toEqual([
      'one..drawing-title',
      'one..flows',
      'one..elements',
      'drawn-a',
    ]);
    expect(svg).toContain('<a href="#a" aria-label="Show &quot;&lt;A&gt;&quot;" tabindex="-1">');
    expect(svg.match(/<a /gu)).toHaveLength(1);
    expect(svg.match(/"#[0-9a-f]{6}"/gu)).toBeNull();
    expect(Object.keys(themeProperties(themes.dark))).toContain(/var\((--[a-z0-9-]+)\)/u.exec(svg)?.[1]);
    expect(svg).not.toContain('<?xml');
  });
});
