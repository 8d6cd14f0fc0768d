/** Kind and name of each boundary on its line, above the flows that pass there. */
import type { SceneElement } from '@strideboard/render';
import { memo } from 'react';
import { growthStyle } from './ElementNode.tsx';
import { tagGrowth } from './tag-growth.ts';
import styles from './TagLayer.module.css';

/** What the layer draws. */
interface TagLayerProps {
  readonly elements: readonly SceneElement[];
  /** The only ones to draw, since all others are drawn on the canvas below; `null` for all. */
  readonly left: ReadonlySet<string> | null;
  readonly zIndex: number;
  /** Its name is being edited: the field stands in for it. */
  readonly edited: string | null;
}

/** The tags of all boundaries in view. Decorative: the boundary itself says its name. */
export const TagLayer = memo(function TagLayer({ elements, left, zIndex, edited }: TagLayerProps) {
  return (
    <div className={styles['layer']} style={{ zIndex }} aria-hidden="true">
      {elements.map((element) =>
        element.boundary?.tag == null || element.id === edited || left?.has(element.id) === false ? null : (
          <Tag key={element.id} element={element} />
        ),
      )}
    </div>
  );
});

const Tag = memo(function Tag({ element }: { readonly element: SceneElement }) {
  const tag = element.boundary?.tag;
  if (tag == null) return null;
  const { x, y, width, height } = tag.box;
  return (
    <span
      data-testid={`tag-${element.id}`}
      data-colour={element.boundary?.colour}
      data-out={element.outOfScope || undefined}
      style={{
        ...growthStyle(tagGrowth(element, width)),
        transformOrigin: element.outline === null ? '0 50%' : '50% 50%',
        left: x,
        top: y,
        width,
        height,
        lineHeight: `${height}px`,
      }}
    >
      {tag.line.text}
    </span>
  );
});
