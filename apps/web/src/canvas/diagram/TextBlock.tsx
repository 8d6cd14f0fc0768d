/** Lines of text where the scene measured them, as HTML, so that they can be read and found. */
import type { TextBlock as Block } from '@strideboard/render';
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
      style={{
        left,
        top,
        width: isCentred ? width : undefined,
        textAlign: isCentred ? 'center' : undefined,
        fontSize: block.size,
        lineHeight: `${lineHeight}px`,
      }}
    >
      {block.lines.map(({ text }) => text).join('\n')}
    </span>
  );
}
