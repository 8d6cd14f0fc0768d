/** One boundary: dashed or solid frame in the colour of its kind, and a slight tint. Its name is drawn by the layer of tags. */
import { itemId } from '../item-id.ts';
import { badgePlace } from './badge-place.ts';
import { Badges, useBadgeCounts } from './Badges.tsx';
import { LockMark } from './LockMark.tsx';
import { TextBlock } from './TextBlock.tsx';
import styles from './BoundaryNode.module.css';
import { growthStyle, peerStyle } from './ElementNode.tsx';
import { farGrowth } from './far-name.ts';
import type { NodeData } from './node-cache.ts';
import { useElementDescription } from './use-description.ts';

/** What is placed for boundaries in view. */
export function BoundaryNode({ data }: { readonly data: NodeData }) {
  const { element, selected, focused, lit, mark, below } = data;
  const counts = useBadgeCounts(element.id, element.boundary?.folds ?? undefined);
  const description = useElementDescription(element, { counts, selected });
  const { boundary, box, outline } = element;
  const isFolded = boundary?.folds != null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an element of a drawing has no HTML element of its own
    <div
      id={itemId(element.id)}
      data-testid={`node-${element.id}`}
      role="group"
      aria-label={description}
      className={styles['boundary']}
      data-colour={boundary?.colour}
      data-style={boundary?.style}
      data-shape={element.shape}
      data-selected={selected || undefined}
      data-focused={focused || undefined}
      data-lit={lit || undefined}
      data-below={below || undefined}
      data-out={element.outOfScope || undefined}
      data-folded={isFolded || undefined}
      data-reference={element.kind === 'ref' || undefined}
      data-peer={mark?.name}
      style={{ ...(mark === null ? {} : peerStyle(mark.colour)), ...(isFolded ? growthStyle(farGrowth(element)) : {}) }}
    >
      {outline === null ? null : (
        <svg aria-hidden="true" focusable="false" viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}>
          <path d={outline} data-closed={boundary?.closed === true || undefined} />
        </svg>
      )}
      {isFolded ? <TextBlock block={element.title} className={styles['title']} /> : null}
      {isFolded && element.subtitle !== null ? (
        <TextBlock block={element.subtitle} className={styles['subtitle']} />
      ) : null}
      {element.locked ? <LockMark /> : null}
      <Badges counts={counts} place={badgePlace(element, counts)} />
    </div>
  );
}
