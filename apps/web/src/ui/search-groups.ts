/** Narrowing a grouped list by what was typed. */

import { foldText } from './fold-text.ts';

/** Something to choose. */
export interface SearchOption {
  /** Unique over all groups. */
  readonly id: string;
  readonly label: string;
  /** Further words it is found by. */
  readonly keywords?: string;
}

/** Options under one heading. */
export interface SearchGroup<Option extends SearchOption = SearchOption> {
  readonly label: string;
  readonly options: readonly Option[];
}

/** Groups with the options that contain every typed word in label, keywords or heading; empty groups are left out. Labels that begin with the text come first. */
export function filterGroups<Option extends SearchOption>(
  groups: readonly SearchGroup<Option>[],
  query: string,
): readonly SearchGroup<Option>[] {
  const words = foldText(query).split(' ').filter(Boolean);
  if (words.length === 0) return groups.filter((group) => group.options.length > 0);
  const text = words.join(' ');
  return groups
    .map((group) => {
      const found = group.options.filter((option) => {
        const hay = foldText(`${option.label} ${option.keywords ?? ''} ${group.label}`);
        return words.every((word) => hay.includes(word));
      });
      const begins = new Set(found.filter((option) => foldText(option.label).startsWith(text)));
      return { ...group, options: [...begins, ...found.filter((option) => !begins.has(option))] };
    })
    .filter((group) => group.options.length > 0);
}

/** The first options of all groups together, and how many are left. */
export function firstOf<Option extends SearchOption>(
  groups: readonly SearchGroup<Option>[],
  count: number,
): { readonly groups: readonly SearchGroup<Option>[]; readonly left: number } {
  let [room, left] = [count, 0];
  const shown = groups.flatMap((group): readonly SearchGroup<Option>[] => {
    const options = room === Infinity ? group.options : group.options.slice(0, room);
    room -= options.length;
    left += group.options.length - options.length;
    return options.length === 0 ? [] : [{ ...group, options }];
  });
  return { groups: shown, left };
}
