/** One external entity, process, data store or note. Draws what it is given; everything that happens to it is handled by the surface. */
import { glyphPath } from '@strideboard/render';
import type { CSSProperties } from 'react';
import { itemId } from '../item-id.ts';
import { Badges, useBadgeCounts } from './Badges.tsx';
import { farGrowth } from './far-name.ts';
import styles from './ElementNode.module.css';
import { LockMark } from './LockMark.tsx';
import type { NodeData } from './node-cache.ts';
import { TextBlock } from './TextBlock.tsx';
import { useElementDescription } from './use-description.ts';

/** What is placed for elements in view. */
export function ElementNode({ data }: { readonly data: NodeData }) {
  const { element, selected, focused, lit, lifted, edited, mark } = data;
  const counts = useBadgeCounts(element.id);
  const description = useElementDescription(element, { counts, selected });
  const { glyph } = element;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an element of a drawing has no HTML element of its own
    <div
      id={itemId(element.id)}
      data-testid={`node-${element.id}`}
      role="group"
      aria-label={description}
      className={styles['element']}
      data-shape={element.shape}
      data-selected={selected || undefined}
      data-focused={focused || undefined}
      data-lit={lit || undefined}
      data-lifted={lifted || undefined}
      data-edited={edited || undefined}
      data-out={element.outOfScope || undefined}
      data-reference={element.kind === 'ref' || undefined}
      data-peer={mark?.name}
      style={{ ...(mark === null ? {} : peerStyle(mark.colour)), ...growthStyle(farGrowth(element)) }}
    >
      {glyph === null ? null : (
        <svg
          className={styles['glyph']}
          aria-hidden="true"
          focusable="false"
          viewBox="0 0 24 24"
          style={{ left: glyph.x, top: glyph.y, width: glyph.size, height: glyph.size }}
        >
          <path d={glyphPath(glyph.name, element.kind)} />
        </svg>
      )}
      <TextBlock block={element.title} className={styles['title']} />
      {element.subtitle === null ? null : <TextBlock block={element.subtitle} className={styles['subtitle']} />}
      {element.locked ? <LockMark /> : null}
      <Badges counts={counts} />
    </div>
  );
}

/** How far the name may grow from afar, handed to the style sheet. */
export const growthStyle = (growth: number): CSSProperties => ({ '--growth': growth }) as CSSProperties; // custom properties are not in the type

/** The colour of another person, handed to the style sheet. */
export const peerStyle = (colour: string): CSSProperties => ({ '--peer': colour }) as CSSProperties; // custom properties are not in the type
