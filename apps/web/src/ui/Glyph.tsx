/** A stencil's line icon, drawn from the shared glyph data in the current text colour. */
import type { ElementKind } from '@strideboard/model';
import { glyphPath } from '@strideboard/render';

interface GlyphProps {
  readonly name: string;
  /** Drawn instead when the name is not known. */
  readonly kind?: ElementKind;
  /** px */
  readonly size?: number;
}

/** Decorative: the label beside it carries the meaning. */
export function Glyph({ name, kind = 'process', size = 16 }: GlyphProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={glyphPath(name, kind)} />
    </svg>
  );
}
