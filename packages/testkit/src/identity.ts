/** Whether readers can rely on object identity. */

import type { Model } from '@strideboard/model';

/** Ids whose content is the same in both models although the objects differ; a reader would do needless work for them. */
export function needlesslyFresh(before: Model, after: Model): readonly string[] {
  const fresh: string[] = [];
  const compare = (
    old: readonly { readonly id: string }[],
    now: readonly { readonly id: string }[],
    list: string,
  ): void => {
    const known = new Map(old.map((item) => [item.id, item]));
    for (const item of now) {
      const was = known.get(item.id);
      if (was !== undefined && was !== item && JSON.stringify(was) === JSON.stringify(item)) fresh.push(item.id);
    }
    if (old !== now && old.length === now.length && old.every((item, at) => item === now[at])) fresh.push(list);
  };
  compare(before.elements, after.elements, 'elements');
  compare(before.flows, after.flows, 'flows');
  compare(before.diagrams, after.diagrams, 'diagrams');
  for (const [threat, decision] of Object.entries(after.decisions)) {
    const was = Object.hasOwn(before.decisions, threat) ? before.decisions[threat] : undefined;
    if (was !== undefined && was !== decision && JSON.stringify(was) === JSON.stringify(decision)) fresh.push(threat);
  }
  for (const part of ['meta', 'settings', 'decisions'] as const) {
    if (before[part] !== after[part] && JSON.stringify(before[part]) === JSON.stringify(after[part])) fresh.push(part);
  }
  return fresh;
}
