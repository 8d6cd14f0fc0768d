/**
 * From a filter of the tool to our condition language. The tool knows two values only: a property that the subject's type does not have is
 * never equal to anything. So a comparison stands behind the question whether the type has the property; where it has, a missing value stays
 * unknown with us, and is asked. What can be settled from the template alone is settled here.
 */

import type { Filter, FilterSubject } from '../filter/filter.ts';
import type { KnowledgeBase, TemplateType } from './knowledge-base.ts';
import type { PackNames } from './names.ts';
import { allOf, always, anyOf, hasValue, negated, never, oneOfCall, oneOfValues, type Piece } from './pieces.ts';
import { FLOW_TYPE, type TypeSelectors } from './type-selectors.ts';
import { FLOW_ORDER, OUT_OF_SCOPE, OUT_OF_SCOPE_REASON } from './well-known.ts';

/** What a translation needs of the template. */
export interface Translation {
  readonly types: KnowledgeBase['types'];
  readonly names: PackNames;
  readonly selectors: TypeSelectors;
}

/** The condition of a filter; `null` where it reads something that our language cannot. */
export function translateFilter(filter: Filter, given: Translation): Piece | null {
  switch (filter.kind) {
    case 'is':
      return isType(filter.subject, filter.type, given);
    case 'has':
      return isEqual(filter, given);
    case 'crosses':
      return crossesType(filter.type, given);
    case 'not': {
      const operand = translateFilter(filter.operand, given);
      return operand === null ? null : negated(operand);
    }
    case 'and':
    case 'or': {
      const operands: Piece[] = [];
      for (const operand of filter.operands) {
        const piece = translateFilter(operand, given);
        if (piece === null) return null;
        operands.push(piece);
      }
      return filter.kind === 'and' ? allOf(operands) : anyOf(operands);
    }
  }
}

/** An unknown type (`ROOT` is one) is nobody's. */
function isType(subject: FilterSubject, id: string, { types, names, selectors }: Translation): Piece {
  const type = types.get(id);
  if (type === undefined || (type.kind === 'flow') !== (subject === 'flow')) return never;
  return subject === 'flow'
    ? isFlowType(selectors.family(id), { names, selectors })
    : oneOfCall(`kind(${subject}, `, [selectors.selector(id)]);
}

function isFlowType(wanted: readonly TemplateType[], { names, selectors }: Omit<Translation, 'types'>): Piece {
  if (wanted.length === selectors.flowTypes.length) return always;
  return oneOfValues(
    `flow.${names.property(FLOW_TYPE)}`,
    wanted.map(({ id }) => id),
  );
}

function crossesType(id: string, { types, selectors }: Translation): Piece {
  const kind = types.get(id)?.kind;
  return kind === 'line' || kind === 'box' ? oneOfCall('crosses(', [selectors.selector(id)]) : never;
}

function isEqual(filter: Extract<Filter, { kind: 'has' }>, given: Translation): Piece | null {
  const { subject, property, value } = filter;
  const { names, selectors } = given;
  if (property === OUT_OF_SCOPE) return hasValue(`${subject}.oos`, value, 'boolean');
  if (property === FLOW_ORDER) {
    return subject === 'flow' ? hasValue('flow.order', value === '0' ? '' : value, 'string') : never;
  }
  // Labels and reasons are for people; no condition of ours reads them.
  if (property === OUT_OF_SCOPE_REASON || property === 'Name') return null;
  const holders = selectors.holders(property).filter(({ kind }) => (kind === 'flow') === (subject === 'flow'));
  const [first] = holders;
  if (first === undefined) return never;
  const type = first.attributes.find(({ name }) => name === property)?.type ?? 'string';
  const has =
    subject === 'flow'
      ? isFlowType([...new Set(holders.flatMap(({ id }) => selectors.family(id)))], given)
      : oneOfCall(
          `kind(${subject}, `,
          holders.map(({ id }) => selectors.selector(id)),
        );
  return allOf([has, hasValue(`${subject}.${names.property(property)}`, value, type)]);
}
