/** Colours of a drawing as data, taken from the visual language (text at least 4.5:1, outlines at least 3:1 on their ground). */

import type { BoundaryColour } from './scene/items.ts';

/** Colour of text and outline, and the soft ground below it. */
export interface Tone {
  readonly ink: string;
  readonly soft: string;
}

/** Widths of the lines of a drawing, px. */
interface LineWidths {
  readonly element: number;
  readonly store: number;
  /** A trust boundary. */
  readonly boundary: number;
  /** A boundary that says which machine something runs on. */
  readonly machine: number;
  readonly flow: number;
  /** A flow that crosses a boundary. */
  readonly crossing: number;
}

/** Everything of a drawing that a theme decides; colours as `#rrggbb`. */
export interface Theme {
  readonly ground: string;
  readonly surface: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly hairline: string;
  /** Outline of elements. */
  readonly outline: string;
  readonly flow: string;
  readonly accent: string;
  readonly boundaries: Readonly<Record<BoundaryColour, string>>;
  readonly severities: Readonly<Record<'critical' | 'high' | 'medium' | 'low' | 'question', Tone>>;
  readonly lines: LineWidths;
  /** How much of a boundary's colour its area takes, from 0 to 1. */
  readonly tint: number;
  /** Opacity of what is out of scope; its lines are dashed as well. */
  readonly outOfScope: number;
}

/** Names of the themes a drawing can have. */
export const THEMES = ['light', 'dark', 'contrast'] as const;
/** One of {@link THEMES}. */
export type ThemeName = (typeof THEMES)[number];

const usual = {
  lines: { element: 1.25, store: 2, boundary: 1.25, machine: 1, flow: 1.5, crossing: 2.25 },
  tint: 0.045,
  outOfScope: 0.6,
} as const;

const light: Theme = {
  ...usual,
  ground: '#f6f7f9',
  surface: '#ffffff',
  ink: '#17202e',
  ink2: '#4a5568',
  ink3: '#5f6c82',
  hairline: '#dfe3ea',
  outline: '#848fa1',
  flow: '#4a5568',
  accent: '#3b5bdb',
  boundaries: {
    cluster: '#3b5bdb',
    node: '#0f766e',
    namespace: '#8a4fbf',
    machine: '#6b7280',
    neutral: '#4a5568',
  },
  severities: {
    critical: { ink: '#b4232a', soft: '#fde8e8' },
    high: { ink: '#a44a06', soft: '#fdf0dc' },
    medium: { ink: '#7a5d00', soft: '#fbf3cf' },
    low: { ink: '#3d6b4f', soft: '#e5f2ea' },
    question: { ink: '#5b4bb0', soft: '#eeebfb' },
  },
};

const dark: Theme = {
  ...usual,
  ground: '#0f141c',
  surface: '#161d28',
  ink: '#e8edf5',
  ink2: '#b3bfd0',
  ink3: '#8c9ab0',
  hairline: '#2a3545',
  outline: '#66758c',
  flow: '#9aa8bd',
  accent: '#8aa4ff',
  boundaries: {
    cluster: '#8aa4ff',
    node: '#5ccdc0',
    namespace: '#cfa0f5',
    machine: '#9aa5b5',
    neutral: '#b3bfd0',
  },
  severities: {
    critical: { ink: '#ff9a94', soft: '#47201f' },
    high: { ink: '#ffbd70', soft: '#432d12' },
    medium: { ink: '#e9cf6b', soft: '#3a3212' },
    low: { ink: '#8fd0a8', soft: '#1b3427' },
    question: { ink: '#b9acff', soft: '#2d2750' },
  },
};

const contrast: Theme = {
  ground: '#ffffff',
  surface: '#ffffff',
  ink: '#000000',
  ink2: '#1c1c1c',
  ink3: '#333333',
  hairline: '#6b6b6b',
  outline: '#000000',
  flow: '#000000',
  accent: '#0a2ba8',
  boundaries: {
    cluster: '#0a2ba8',
    node: '#00544d',
    namespace: '#5e1f94',
    machine: '#333333',
    neutral: '#1c1c1c',
  },
  severities: {
    critical: { ink: '#8a0f16', soft: '#ffffff' },
    high: { ink: '#6f3000', soft: '#ffffff' },
    medium: { ink: '#544000', soft: '#ffffff' },
    low: { ink: '#1d4a2d', soft: '#ffffff' },
    question: { ink: '#3b2b93', soft: '#ffffff' },
  },
  lines: { element: 2, store: 3, boundary: 2, machine: 2, flow: 2, crossing: 3 },
  tint: 0,
  outOfScope: 1,
};

/** The themes by name; `contrast` is for eyes that need more and for printers that have little. */
export const themes: Readonly<Record<ThemeName, Theme>> = { light, dark, contrast };

/** Custom properties of a theme's colours, by name: `--drawing-ink` and the like. */
export function themeProperties(theme: Theme): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  mapColours(theme, (colour, name) => {
    found[name] = colour;
    return colour;
  });
  return found;
}

/** The light theme with custom properties for colours, so that the page around a drawing decides between light and dark. */
export const pageTheme = (): Theme => mapColours(light, (_, name) => `var(${name})`);

function mapColours(theme: Theme, map: (colour: string, name: string) => string): Theme {
  const inside = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return map(value, name);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inside(part, `${name}-${key}`)]));
  };
  return inside(theme, '--drawing') as Theme; // the same keys, texts for texts
}
