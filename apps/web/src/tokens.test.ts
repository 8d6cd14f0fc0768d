/** Laws about the colours: what is read and what is seen stands out from its ground in every theme, and pictures have the screen's colours. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BOUNDARY_COLOURS, themes } from '@strideboard/render';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

/** The custom properties of the rules with these selectors, the later over the earlier. */
function tokensOf(...selectors: readonly string[]): Readonly<Record<string, string>> {
  const tokens: Record<string, string> = {};
  for (const selector of selectors) {
    const start = css.indexOf(`\n${selector} {`);
    if (start === -1) throw new Error(`tokens.css has no rule ${selector}`);
    const body = css.slice(start, css.indexOf('\n}', start));
    for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+): ([^;]+);/gu)) tokens[name] = value;
  }
  return tokens;
}

const light = tokensOf(':root');
const dark = { ...light, ...tokensOf(':root[data-theme="dark"]') };
const strong = tokensOf(':root', ':root[data-theme^="contrast"]');
const contrastLight = { ...strong, ...tokensOf(':root[data-theme="contrast-light"]') };
const contrastDark = { ...strong, ...tokensOf(':root[data-theme="contrast-dark"]') };

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio: from 1 to 21. */
function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

const GROUNDS = ['ground', 'surface', 'raised'];
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'question'];
const BOUNDARIES = BOUNDARY_COLOURS.map((name) => `boundary-${name}`);
const PAIRS = {
  text: [
    ...GROUNDS.flatMap((ground) => ['ink', 'ink-2', 'ink-3', 'accent', ...BOUNDARIES].map((ink) => [ink, ground])),
    ...SEVERITIES.flatMap((level) => [
      [level, `${level}-soft`],
      [level, 'surface'],
    ]),
    ['on-accent', 'accent'],
    ['on-accent', 'accent-strong'],
    ['accent', 'accent-soft'],
    ['ink', 'accent-soft'],
  ],
  outline: GROUNDS.flatMap((ground) =>
    ['outline', 'flow', 'accent', 'saved', ...BOUNDARIES].map((line) => [line, ground]),
  ),
};

describe.each([
  { theme: 'light', tokens: light, least: { text: 4.5, outline: 3 } },
  { theme: 'dark', tokens: dark, least: { text: 4.5, outline: 3 } },
  { theme: 'contrast-light', tokens: contrastLight, least: { text: 7, outline: 4.5 } },
  { theme: 'contrast-dark', tokens: contrastDark, least: { text: 7, outline: 4.5 } },
])('the colours of the theme $theme', ({ tokens, least }) => {
  it.each(['text', 'outline'] as const)('stand out from their ground: %s', (kind) => {
    const faint = PAIRS[kind]
      .map(([front = '', back = '']) => ({ front, back, ratio: contrast(tokens[front] ?? '', tokens[back] ?? '') }))
      .filter(({ ratio }) => !(ratio >= least[kind]))
      .map(({ front, back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`);
    expect(faint).toEqual([]);
  });
});

it.each([
  { theme: 'light', tokens: light },
  { theme: 'dark', tokens: dark },
  { theme: 'contrast', tokens: contrastLight },
] as const)('a picture in the theme $theme has the colours and lines of the screen', ({ theme, tokens }) => {
  const drawn = themes[theme];
  const px = (name: string): number => Number.parseFloat(tokens[`line-${name}`] ?? '');
  expect({
    ground: drawn.ground,
    surface: drawn.surface,
    ink: drawn.ink,
    ink2: drawn.ink2,
    ink3: drawn.ink3,
    outline: drawn.outline,
    flow: drawn.flow,
    accent: drawn.accent,
  }).toEqual({
    ground: tokens['ground'],
    surface: tokens['surface'],
    ink: tokens['ink'],
    ink2: tokens['ink-2'],
    ink3: tokens['ink-3'],
    outline: tokens['outline'],
    flow: tokens['flow'],
    accent: tokens['accent'],
  });
  for (const name of BOUNDARY_COLOURS) expect(drawn.boundaries[name], name).toBe(tokens[`boundary-${name}`]);
  for (const [level, { ink, soft }] of Object.entries(drawn.severities)) {
    expect([level, ink, soft]).toEqual([level, tokens[level], tokens[`${level}-soft`]]);
  }
  const { element, store, boundary, flow, crossing } = drawn.lines;
  expect({ element, store, boundary, flow, crossing }).toEqual({
    element: px('element'),
    store: px('store'),
    boundary: px('boundary'),
    flow: px('flow'),
    crossing: px('crossing'),
  });
});
