/** Where icon, label and stencil name stand inside an element. */

import { glyphName } from '../glyphs/glyphs.ts';
import { measureText } from '../text/measure-text.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { SceneGlyph, SceneShape, TextBlock, TextLine } from './items.ts';
import { round } from './round.ts';

/** What an element has to say and how much room there is. */
export interface ElementTextInput {
  readonly shape: SceneShape;
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  /** What it is called. */
  readonly name: string;
  /** What it is, `''` when the name says so already. */
  readonly typeName: string;
  /** Resolved glyph name, or `null` for an element without an icon. */
  readonly glyph: string | null;
}

/** Icon and text of an element, relative to its box. */
export interface ElementText {
  readonly glyph: SceneGlyph | null;
  readonly title: TextBlock;
  readonly subtitle: TextBlock | null;
}

const GLYPH_SIZE = 18;
const GLYPH_GAP = 10;
const TITLE = { size: 13, weight: 600, lineHeight: 17, maxLines: 4 } as const;
const SUBTITLE = { size: 11, weight: 400, lineHeight: 14, maxLines: 1 } as const;
const NOTE = { size: 12, weight: 400, lineHeight: 16, maxLines: 40 } as const;
/** Free room above and below the text together, px. */
const VERTICAL_PADDING = 8;
/** Below this room beside the icon the icon goes: the label matters more. */
const NARROWEST_TEXT = 40;

interface LineStyle {
  readonly size: number;
  readonly weight: 400 | 600;
  readonly lineHeight: number;
  readonly maxLines: number;
}

/** Places icon, label (wrapped, cut with an ellipsis) and the stencil's label where it says something else. */
export function layOutElementText(input: ElementTextInput): ElementText {
  if (input.shape === 'note' && input.glyph === null) return layOutNote(input);
  const { width, height } = input;
  const corner = input.shape === 'pill' ? Math.min(width, height) / 2 : 0;
  const start = Math.max(14, corner * 0.55);
  const end = Math.max(12, corner * 0.45);
  const besideGlyph = width - start - GLYPH_SIZE - GLYPH_GAP - end;
  const glyph = input.glyph !== null && besideGlyph >= NARROWEST_TEXT && height >= GLYPH_SIZE + 4 ? input.glyph : null;
  const x = glyph === null ? Math.max(8, start - 4) : start + GLYPH_SIZE + GLYPH_GAP;
  const room = { width: glyph === null ? width - 2 * x : besideGlyph, height: height - VERTICAL_PADDING };

  const linesIn = (available: number): readonly string[] =>
    wrapText(input.name, {
      ...TITLE,
      width: room.width,
      maxLines: Math.max(1, Math.min(TITLE.maxLines, Math.floor(available / TITLE.lineHeight))),
    });
  const alone = linesIn(room.height);
  const besideSubtitle = linesIn(room.height - SUBTITLE.lineHeight);
  // A whole name is worth more than the name of its kind.
  const showSubtitle =
    input.typeName !== '' &&
    room.height >= TITLE.lineHeight + SUBTITLE.lineHeight &&
    besideSubtitle.length === alone.length;
  const titleLines = showSubtitle ? besideSubtitle : alone;
  const subtitleLines = showSubtitle ? wrapText(input.typeName, { ...SUBTITLE, width: room.width }) : [];

  const total = titleLines.length * TITLE.lineHeight + subtitleLines.length * SUBTITLE.lineHeight;
  const top = (height - total) / 2;
  return {
    glyph:
      glyph === null
        ? null
        : { name: glyph, x: roundHalf(start), y: roundHalf((height - GLYPH_SIZE) / 2), size: GLYPH_SIZE },
    title: block(titleLines, TITLE, { x, top }),
    subtitle:
      subtitleLines.length === 0
        ? null
        : block(subtitleLines, SUBTITLE, { x, top: top + titleLines.length * TITLE.lineHeight }),
  };
}

function layOutNote({ width, height, name }: ElementTextInput): ElementText {
  const padding = 12;
  const maxLines = Math.max(1, Math.floor((height - padding) / NOTE.lineHeight));
  const lines = wrapText(name, { ...NOTE, width: width - 2 * padding, maxLines });
  return { glyph: null, title: block(lines, NOTE, { x: padding, top: padding - 4 }), subtitle: null };
}

function block(
  lines: readonly string[],
  style: LineStyle,
  { x, top }: { readonly x: number; readonly top: number },
): TextBlock {
  // The middle of capitals, about 0.36 of the size above the baseline, comes to the middle of the line.
  const baseline = style.lineHeight / 2 + style.size * 0.36;
  return {
    size: style.size,
    weight: style.weight,
    lines: lines.map(
      (text, at): TextLine => ({
        text,
        x: round(x),
        y: round(top + at * style.lineHeight + baseline),
        width: measureText(text, style),
      }),
    ),
  };
}

const roundHalf = (value: number): number => Math.round(value * 2) / 2;

/** The glyph of an element: the pack's icon, the sign of its kind for an unknown type, none for a plain note. */
export function glyphOf(icon: string | null, shape: SceneShape): string | null {
  if (shape === 'note') return icon === null ? null : glyphName(icon, 'note');
  return glyphName(icon, shape === 'store' ? 'store' : shape === 'rectangle' ? 'external' : 'process');
}
