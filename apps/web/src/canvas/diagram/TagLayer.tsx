/** Kind and name of each boundary on its line, above the flows that pass there. */
import type { SceneElement } from '@strideboard/render';
import { memo } from 'react';
import styles from './TagLayer.module.css';

/** What the layer draws. */
interface TagLayerProps {
  readonly elements: readonly SceneElement[];
  readonly zIndex: number;
  /** Its name is being edited: the field stands in for it. */
  readonly edited: string | null;
}

/** The tags of all boundaries in view. Decorative: the boundary itself says its name. */
export const TagLayer = memo(function TagLayer({ elements, zIndex, edited }: TagLayerProps) {
  return (
    <div className={styles['layer']} style={{ zIndex }} aria-hidden="true">
      {elements.map((element) =>
        element.boundary?.tag == null || element.id === edited ? null : <Tag key={element.id} element={element} />,
      )}
    </div>
  );
});

/** Beside the name, badges want to be seen from afar as well, px. */
const BADGE_ROOM = 110;
/** A short line is given to the name up to this factor, whatever else wants to stand there. */
const SHORT = { room: 20, growth: 1.75 };

/** How far a name may grow along its line. */
const growthOf = ({ box }: SceneElement, width: number): number =>
  Math.max(1, (box.width - BADGE_ROOM) / width, Math.min(SHORT.growth, (box.width - SHORT.room) / width));

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
        transform: `translate(${x}px, ${y}px) scale(min(var(--far, 1), ${growthOf(element, width)}))`,
        transformOrigin: element.outline === null ? '0 50%' : '50% 50%',
        width,
        height,
        lineHeight: `${height}px`,
      }}
    >
      {tag.line.text}
    </span>
  );
});
