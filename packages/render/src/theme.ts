/** Colours of a drawing as data, taken from the visual language (text at least 4.5:1, outlines at least 3:1 on their ground). */

import type { BoundaryColour } from './scene/items.ts';

/** Colour of text and outline, and the soft ground below it. */
export interface Tone {
  readonly ink: string;
  readonly soft: string;
}

/** Every colour a drawing needs, as `#rrggbb`. */
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
}

/** Names of the themes a drawing can have. */
export const THEMES = ['light', 'dark'] as const;
/** One of {@link THEMES}. */
export type ThemeName = (typeof THEMES)[number];

const light: Theme = {
  ground: '#f6f7f9',
  surface: '#ffffff',
  ink: '#17202e',
  ink2: '#4a5568',
  ink3: '#5f6c82',
  hairline: '#dfe3ea',
  outline: '#848fa1',
  flow: '#5f6c82',
  accent: '#3b5bdb',
  boundaries: {
    cluster: '#3b5bdb',
    node: '#0f766e',
    namespace: '#8a4fbf',
    machine: '#6b7280',
    neutral: '#5f6c82',
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
  ground: '#0f141c',
  surface: '#161d28',
  ink: '#e8edf5',
  ink2: '#b3bfd0',
  ink3: '#8c9ab0',
  hairline: '#2a3545',
  outline: '#66758c',
  flow: '#8c9ab0',
  accent: '#8aa4ff',
  boundaries: {
    cluster: '#8aa4ff',
    node: '#5ccdc0',
    namespace: '#cfa0f5',
    machine: '#9aa5b5',
    neutral: '#8c9ab0',
  },
  severities: {
    critical: { ink: '#ff9a94', soft: '#47201f' },
    high: { ink: '#ffbd70', soft: '#432d12' },
    medium: { ink: '#e9cf6b', soft: '#3a3212' },
    low: { ink: '#8fd0a8', soft: '#1b3427' },
    question: { ink: '#b9acff', soft: '#2d2750' },
  },
};

/** The themes by name. */
export const themes: Readonly<Record<ThemeName, Theme>> = { light, dark };
