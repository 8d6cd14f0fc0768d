/** Where two pictures of a diagram differ. */
import { type Box, unionOf } from '@strideboard/model';
import type { Scene, SceneItem } from '@strideboard/render';

/** Items, what is left out of them, and what has rings. */
interface Picture {
  readonly scene: Scene;
  readonly left: ReadonlySet<string>;
  readonly selected: ReadonlySet<string>;
  readonly marks: ReadonlyMap<string, unknown>;
}

/** How far what is painted of an item reaches beyond its box at a zoom, canvas px: names grow, badges and locks stand over the edge. */
export const reachAt = (zoom: number): number => 48 + 24 / zoom;

/** The boxes of everything that is new, gone, other, or left out or ringed in only one of the two. Canvas px. */
export function changedBoxes(before: Picture, now: Picture): readonly Box[] {
  const boxes: Box[] = [];
  const add = (item: SceneItem | undefined): void => {
    if (item !== undefined) boxes.push(boxOfItem(item));
  };
  if (before.left !== now.left) {
    for (const { scene, left, others } of [
      { ...before, others: now.left },
      { ...now, others: before.left },
    ])
      for (const id of left) if (!others.has(id)) add(itemOf(scene, id));
  }
  for (const id of ringsApart(before, now)) add(itemOf(now.scene, id));
  if (before.scene === now.scene) return boxes;
  const isOut = (id: string): boolean => before.left.has(id) && now.left.has(id);
  const compare = <Item extends SceneItem>(
    [old, next]: readonly [readonly Item[], readonly Item[]],
    [oldById, nextById]: readonly [ReadonlyMap<string, Item>, ReadonlyMap<string, Item>],
  ): void => {
    if (old === next) return;
    next.forEach((item, at) => {
      if (old[at] === item || isOut(item.id)) return;
      const known = oldById.get(item.id);
      // In a row as long as before, what stands elsewhere is painted above others now.
      if (known === item && old.length !== next.length) return;
      add(known);
      add(item);
    });
    for (const item of old) if (!nextById.has(item.id)) add(item);
  };
  compare([before.scene.elements, now.scene.elements], [before.scene.elementById, now.scene.elementById]);
  compare([before.scene.flows, now.scene.flows], [before.scene.flowById, now.scene.flowById]);
  return boxes;
}

/** What is ringed otherwise than before. */
function ringsApart(before: Picture, now: Picture): ReadonlySet<string> {
  const apart = new Set<string>();
  if (before.selected !== now.selected) {
    for (const id of before.selected) if (!now.selected.has(id)) apart.add(id);
    for (const id of now.selected) if (!before.selected.has(id)) apart.add(id);
  }
  if (before.marks !== now.marks) {
    for (const [id, mark] of before.marks) if (now.marks.get(id) !== mark) apart.add(id);
    for (const [id, mark] of now.marks) if (before.marks.get(id) !== mark) apart.add(id);
  }
  return apart;
}

const itemOf = ({ elementById, flowById }: Scene, id: string): SceneItem | undefined =>
  (elementById as ReadonlyMap<string, SceneItem>).get(id) ?? (flowById as ReadonlyMap<string, SceneItem>).get(id); // the id is one of the two

function boxOfItem(item: SceneItem): Box {
  if (item.item === 'flow') return item.bounds;
  return unionOf([item.box, ...(item.boundary?.tag ? [item.boundary.tag.box] : [])]) ?? item.box;
}
