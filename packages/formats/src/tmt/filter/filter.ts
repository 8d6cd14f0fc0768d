/** The tree of a threat type's filter, as the tool writes it: `source is 'GE.P' and not flow.channel is 'Wire'`. */

/** What a filter looks at: the two ends of a connector and the connector itself. */
export type FilterSubject = 'source' | 'target' | 'flow';

/** One node of the tree. */
export type Filter =
  /** The subject is of this stencil type or of one that descends from it. */
  | { readonly kind: 'is'; readonly subject: FilterSubject; readonly type: string }
  /** The property of this name has this value. */
  | { readonly kind: 'has'; readonly subject: FilterSubject; readonly property: string; readonly value: string }
  /** The connector crosses a boundary of this type or of one that descends from it. */
  | { readonly kind: 'crosses'; readonly type: string }
  | { readonly kind: 'not'; readonly operand: Filter }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Filter[] };

/** Every node of the tree, the root first. */
export function nodesOf(filter: Filter): readonly Filter[] {
  if (filter.kind === 'not') return [filter, ...nodesOf(filter.operand)];
  if (filter.kind === 'and' || filter.kind === 'or') return [filter, ...filter.operands.flatMap(nodesOf)];
  return [filter];
}
