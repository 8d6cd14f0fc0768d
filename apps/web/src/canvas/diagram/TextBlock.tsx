/** Lines of text where the scene measured them, as HTML, so that they can be read and found. */
import type { TextBlock as Block } from '@strideboard/render';
import type { CSSProperties } from 'react';
import { blockBox } from './block-box.ts';

interface TextBlockProps {
  readonly block: Block;
  readonly className: string | undefined;
}

/** One block, placed inside its element. */
export function TextBlock({ block, className }: TextBlockProps) {
  const { left, top, width, lineHeight, isCentred } = blockBox(block);
  return (
    <span
      className={className}
      dir="auto"
      style={
        {
          '--left': `${left}px`,
          '--top': `${top}px`,
          '--width': isCentred ? `${width}px` : undefined,
          '--align': isCentred ? 'center' : undefined,
          '--size': `${block.size}px`,
          '--leading': `${lineHeight}px`,
        } as CSSProperties // custom properties are not in the type; the style sheet decides when they hold
      }
    >
      {block.lines.map(({ text }) => text).join('\n')}
    </span>
  );
}
