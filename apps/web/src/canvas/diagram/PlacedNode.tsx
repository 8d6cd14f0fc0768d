/** One element or boundary in its absolute place and order. */
import { memo } from 'react';
import { BoundaryNode } from './BoundaryNode.tsx';
import styles from './Diagram.module.css';
import { ElementNode } from './ElementNode.tsx';
import type { NodeData } from './node-cache.ts';

/** Renders again only when something about the element itself changed. */
export const PlacedNode = memo(function PlacedNode({ data }: { readonly data: NodeData }) {
  const { box, zIndex, boundary } = data.element;
  const { x, y, width, height } = box;
  return (
    <div className={styles['node']} style={{ zIndex, left: x, top: y, width, height }}>
      {boundary === null ? <ElementNode data={data} /> : <BoundaryNode data={data} />}
    </div>
  );
});
