/**
 * What a pack must keep to when it stands on top of another: its ids begin with its own, so that they can never be taken for others; it adds
 * and changes nothing. The same check runs on the text of a pack and once more where packs are merged.
 */

import type { PropertyDefinition } from './board-schema.ts';
import type { PackBase } from './known-names.ts';
import type { PackProblemCode } from './problem.ts';

/** Something that breaks the rule, by the list it stands in (`rules`, `stencils`, …) and its place there. */
export interface AdditionComplaint {
  readonly list: AdditionList;
  readonly at: number;
  readonly code: PackProblemCode;
  /** e.g. `rule WL-001` */
  readonly item: string;
  readonly message: string;
}

/** Lists of a pack whose items have an id. */
type AdditionList = (typeof LISTS)[number]['list'] | 'properties';

/** Everything in the addition that the base does not allow, in the order of the lists. */
export function checkAddition(addition: PackBase, base: PackBase): readonly AdditionComplaint[] {
  const { id: packId } = addition.board;
  const complaints: AdditionComplaint[] = [];
  for (const { list, name, read } of LISTS) {
    const taken = new Set(read(base));
    read(addition).forEach((id, at) => {
      if (isOwnId(id, packId, list)) return;
      const right = ownId(id, packId, list);
      const isTaken = taken.has(id);
      const why = isTaken
        ? `The pack ${base.board.id} has a ${name} ${id} already.`
        : `A ${name} of this pack begins with its id.`;
      const code = isTaken ? 'id-taken' : 'id-foreign';
      complaints.push({ list, at, code, item: `${name} ${id}`, message: `${why} Write "${right}".` });
    });
  }
  return [...complaints, ...checkProperties(addition, base)];
}

/** Reference keys stand before a colon where they are used, so a full stop parts them. */
const isOwnId = (id: string, packId: string, list: AdditionList): boolean =>
  list === 'references' ? id === packId || id.startsWith(`${packId}.`) : id.startsWith(`${packId}:`);

const ownId = (id: string, packId: string, list: AdditionList): string =>
  list === 'references' ? `${packId}.${id}` : `${packId}:${id.slice(id.indexOf(':') + 1)}`;

/** A condition reads a property by its bare name, so a name means one thing: another pack may only ask it of its own types. */
function checkProperties(addition: PackBase, base: PackBase): readonly AdditionComplaint[] {
  const taken = new Map<string, PropertyDefinition>();
  for (const definition of base.board.properties) {
    if (!taken.has(definition.name)) taken.set(definition.name, definition);
  }
  const prefix = `${addition.board.id}:`;
  return addition.board.properties.flatMap(({ name, type, appliesTo }, at): readonly AdditionComplaint[] => {
    const first = taken.get(name);
    if (first === undefined) return [];
    if (first.type === type && appliesTo.every((selector) => selector.startsWith(prefix))) return [];
    const message =
      `The pack ${base.board.id} asks "${name}" already (${first.type}). ` +
      `Keep its type and apply it to types of this pack only ("${prefix}…"), or choose another name.`;
    return [{ list: 'properties', at, code: 'property-taken', item: `property ${name}`, message }];
  });
}

const idsOf = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

const LISTS = [
  { list: 'families', name: 'family', read: ({ board }: PackBase) => idsOf(board.families) },
  { list: 'groups', name: 'group', read: ({ board }: PackBase) => idsOf(board.groups) },
  { list: 'stencils', name: 'stencil', read: ({ board }: PackBase) => idsOf(board.stencils) },
  { list: 'boundaries', name: 'boundary kind', read: ({ board }: PackBase) => idsOf(board.boundaries) },
  { list: 'independenceGroups', name: 'independence group', read: ({ board }) => idsOf(board.independenceGroups) },
  { list: 'mechanisms', name: 'mechanism', read: ({ board }: PackBase) => idsOf(board.mechanisms) },
  { list: 'layers', name: 'layer', read: ({ board }: PackBase) => idsOf(board.layers) },
  { list: 'ruleFamilies', name: 'rule family', read: ({ judgement }: PackBase) => idsOf(judgement.families) },
  { list: 'rules', name: 'rule', read: ({ judgement }: PackBase) => idsOf(judgement.rules) },
  { list: 'controls', name: 'control', read: ({ judgement }: PackBase) => idsOf(judgement.controls) },
  { list: 'references', name: 'reference', read: ({ judgement }) => judgement.references.map(({ key }) => key) },
  { list: 'exclusions', name: 'exclusion', read: ({ judgement }: PackBase) => idsOf(judgement.exclusions) },
] as const satisfies readonly {
  readonly list: string;
  readonly name: string;
  readonly read: (pack: PackBase) => readonly string[];
}[];
