/** How the types of a template are chosen in conditions of a pack. */

import { type KnowledgeBase, lineageOf, type TemplateType } from './knowledge-base.ts';
import type { PackNames } from './names.ts';

/** Look-ups over the types of one template. */
export interface TypeSelectors {
  /** Every type that is the given one or descends from it; empty for an unknown id. */
  family(id: string): readonly TemplateType[];
  /** Chooses the type and all that descend from it: a group where there are any, else the type itself. */
  selector(id: string): string;
  /** The types that define a property themselves, the most general of each line only. */
  holders(property: string): readonly TemplateType[];
  /** All types of connectors. */
  readonly flowTypes: readonly TemplateType[];
}

/** Builds the look-ups. */
export function createTypeSelectors({ types }: Pick<KnowledgeBase, 'types'>, names: PackNames): TypeSelectors {
  const families = new Map<string, TemplateType[]>();
  const holders = new Map<string, TemplateType[]>();
  for (const type of types.values()) {
    const line = lineageOf(type.id, types);
    for (const { id } of line) families.set(id, [...(families.get(id) ?? []), type]);
    for (const { name } of type.attributes) {
      const isInherited = line.slice(1).some((above) => above.attributes.some((attribute) => attribute.name === name));
      if (!isInherited) holders.set(name, [...(holders.get(name) ?? []), type]);
    }
  }
  return {
    family: (id) => families.get(id) ?? [],
    selector: (id) => ((families.get(id)?.length ?? 0) > 1 ? names.group(id) : names.item(id)),
    holders: (property) => holders.get(property) ?? [],
    flowTypes: [...types.values()].filter(({ kind }) => kind === 'flow'),
  };
}

/** Foreign name under which a flow keeps its stencil type: our flows have none of their own. */
export const FLOW_TYPE = 'FlowType';
