/** What a theme decides about the drawing, read from the page: colours as the browser resolves them, so that forced colours are right too. */
import { BOUNDARY_COLOURS, type BoundaryColour } from '@strideboard/render';
import type { BadgeLevel } from '../../ui/SeverityBadge.tsx';

/** Colours as CSS writes them; widths in px. */
export interface Palette {
  readonly ground: string;
  readonly surface: string;
  readonly raised: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly outline: string;
  readonly flow: string;
  readonly accent: string;
  readonly noteLine: string;
  readonly noteFill: string;
  readonly boundaries: Readonly<Record<BoundaryColour, string>>;
  readonly levels: Readonly<Record<BadgeLevel, { readonly ink: string; readonly soft: string }>>;
  readonly lines: Readonly<Record<'element' | 'store' | 'boundary' | 'flow' | 'crossing' | 'ring', number>>;
  /** How much of its colour the area of a boundary takes, from 0 to 1. */
  readonly tint: number;
  readonly outOfScope: number;
  readonly font: string;
  /** Whether elements lie on a faint shadow. */
  readonly hasShadow: boolean;
}

const LEVELS: readonly BadgeLevel[] = ['critical', 'high', 'medium', 'low', 'question'];

/** Reads the palette at an element of the page under a theme, which is in force already. */
export function readPalette(element: HTMLElement, _theme: string): Palette {
  const style = getComputedStyle(element);
  const text = (name: string): string => style.getPropertyValue(name).trim();
  const number = (name: string): number => Number.parseFloat(text(name)) || 0;
  const probe = document.createElement('span');
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  const colour = (value: string): string => {
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const named = (name: string): string => colour(`var(${name})`);
  const palette: Palette = {
    ground: named('--ground'),
    surface: named('--surface'),
    raised: named('--raised'),
    ink: named('--ink'),
    ink2: named('--ink-2'),
    ink3: named('--ink-3'),
    outline: named('--outline'),
    flow: named('--flow'),
    accent: named('--accent'),
    noteLine: colour('color-mix(in srgb, var(--medium) 38%, var(--hairline))'),
    noteFill: named('--medium-soft'),
    boundaries: table(BOUNDARY_COLOURS, (name) => named(`--boundary-${name}`)),
    levels: table(LEVELS, (level) => ({ ink: named(`--${level}`), soft: named(`--${level}-soft`) })),
    lines: table(['element', 'store', 'boundary', 'flow', 'crossing', 'ring'], (name) => number(`--line-${name}`)),
    tint: number('--boundary-tint') / 100,
    outOfScope: number('--out-of-scope'),
    font: text('--font'),
    hasShadow: text('--shadow-element') !== 'none',
  };
  probe.remove();
  return palette;
}

const table = <Name extends string, Value>(names: readonly Name[], read: (name: Name) => Value): Record<Name, Value> =>
  Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, Value>; // one entry for each name
