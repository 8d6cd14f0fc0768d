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
      const first = found.filter((option) => foldText(option.label).startsWith(text));
      return { ...group, options: [...first, ...found.filter((option) => !first.includes(option))] };
    })
    .filter((group) => group.options.length > 0);
}
