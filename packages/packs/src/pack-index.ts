/** Quick answers over the board part of a pack: what an id means, what can be asked of what. */

import type { ElementKind, Flow } from '@strideboard/model';
import type { BoardPart, BoundaryKind, Group, Mechanism, PropertyDefinition, Stencil } from './board-schema.ts';
import { isGlob, matchesGlob } from './glob.ts';

/** What a selector is held against: an element, a boundary or a flow; only kind and type matter. */
export type PackSubject = Flow | { readonly kind: ElementKind | 'flow'; readonly type: string };

/** Classes a selector can name besides ids, globs and groups. `model` chooses no element or flow. */
export const SUBJECT_CLASSES = ['any', 'process', 'store', 'external', 'note', 'boundary', 'flow', 'model'] as const;

/** Look-ups over one board part. Unknown ids give `null`, never an error. */
export interface PackIndex {
  readonly board: BoardPart;
  stencil(id: string): Stencil | null;
  boundaryKind(id: string): BoundaryKind | null;
  group(id: string): Group | null;
  mechanism(id: string): Mechanism | null;
  /** Label of a stencil or boundary kind; `null` for an unknown type. */
  typeLabel(id: string): string | null;
  /** Facts that always hold for a stencil or boundary kind, those of the type it is like included. */
  typeProperties(id: string): PropertyValues;
  /**
   * Whether the selector (class, id, glob or group) chooses the subject, or the type that its type is like. `any` chooses everything but
   * notes and references.
   */
  matches(subject: PackSubject, selector: string): boolean;
  /** Whether the group names the subject's type among its members; false for one that belongs merely because it may run as a workload. */
  isNamedMember(subject: PackSubject, group: string): boolean;
  /** What can be asked of the subject, one definition a name (the closest selector wins), in the order of the pack. */
  propertiesFor(subject: PackSubject): readonly PropertyDefinition[];
  /** The definition of a property for the subject; `null` where the pack gives it no meaning there. */
  definition(subject: PackSubject, name: string): PropertyDefinition | null;
  /** Every definition of this name. */
  definitionsNamed(name: string): readonly PropertyDefinition[];
  /**
   * Whether the property is asked of the subject unprompted: its definition applies, it is not derived, and it does not apply merely because
   * the stencil may run as a workload.
   */
  isAsked(subject: PackSubject, name: string): boolean;
}

type PropertyValues = NonNullable<Stencil['properties']>;
const NO_PROPERTIES: PropertyValues = {};

/** Builds the look-ups. Answers are remembered per kind and type, which are few. */
export function createPackIndex(board: BoardPart): PackIndex {
  const stencils = new Map(board.stencils.map((stencil) => [stencil.id, stencil]));
  const boundaries = new Map(board.boundaries.map((boundary) => [boundary.id, boundary]));
  const groups = new Map(board.groups.map((group) => [group.id, group]));
  const mechanisms = new Map(board.mechanisms.map((mechanism) => [mechanism.id, mechanism]));
  const named = new Map<string, PropertyDefinition[]>();
  for (const definition of board.properties) {
    const list = named.get(definition.name);
    if (list === undefined) named.set(definition.name, [definition]);
    else list.push(definition);
  }
  const answers = new Map<string, Map<string, Answers>>();
  /** One subject is held against many selectors, one after the other. */
  let last: { readonly kind: string; readonly type: string; readonly answers: Answers } | null = null;
  /** What is remembered of a kind and type; two maps in a row, because joining texts to a key costs more than both look-ups. */
  const answersOf = (kind: string, type: string): Answers => {
    if (last?.kind === kind && last.type === type) return last.answers;
    let ofKind = answers.get(kind);
    if (ofKind === undefined) {
      ofKind = new Map();
      answers.set(kind, ofKind);
    }
    let found = ofKind.get(type);
    if (found === undefined) {
      found = { matches: new Map(), applicable: null };
      ofKind.set(type, found);
    }
    last = { kind, type, answers: found };
    return found;
  };

  /** The type itself, and the one it is like. */
  const namesOf = (type: string): readonly string[] => {
    const like = stencils.get(type)?.like ?? boundaries.get(type)?.like;
    return like === undefined ? [type] : [type, like];
  };
  const isMember = (group: Group, type: string): boolean =>
    namesOf(type).some((name) => group.members.some((member) => matchesGlob(member, name)));

  const choose = (kind: string, type: string, selector: string): boolean => {
    if (kind === 'note' || kind === 'ref') return selector === kind;
    if (selector === 'any' || selector === kind) return true;
    const group = groups.get(selector);
    if (group === undefined) return type !== '' && namesOf(type).some((name) => matchesGlob(selector, name));
    if (isMember(group, type)) return true;
    return group.workloads === true && namesOf(type).some((name) => stencils.get(name)?.runsAsWorkload === true);
  };

  const matches = (subject: PackSubject, selector: string): boolean => {
    const { kind, type } = kindAndType(subject);
    const chosen = answersOf(kind, type).matches;
    const known = chosen.get(selector);
    if (known !== undefined) return known;
    const answer = choose(kind, type, selector);
    chosen.set(selector, answer);
    return answer;
  };

  /** How closely a selector fits, 0 for not at all: any < class < group < glob < id. */
  const closeness = (subject: PackSubject, selector: string): number => {
    if (!matches(subject, selector)) return 0;
    if (selector === 'any') return 1;
    if (selector === kindAndType(subject).kind) return 2;
    if (groups.has(selector)) return 3;
    return isGlob(selector) ? 4 : 5;
  };

  const applicable = (subject: PackSubject): ReadonlyMap<string, Applicable> => {
    const { kind, type } = kindAndType(subject);
    const remembered = answersOf(kind, type);
    if (remembered.applicable !== null) return remembered.applicable;
    const found = new Map<string, Applicable>();
    for (const definition of board.properties) {
      let best = 0;
      let direct = false;
      for (const selector of definition.appliesTo) {
        const fit = closeness(subject, selector);
        if (fit === 0) continue;
        best = Math.max(best, fit);
        const group = groups.get(selector);
        direct ||= group === undefined || isMember(group, type);
      }
      if (best === 0) continue;
      const other = found.get(definition.name);
      if (other === undefined || best > other.closeness) {
        found.set(definition.name, { definition, closeness: best, asked: direct && definition.derived !== true });
      }
    }
    remembered.applicable = found;
    return found;
  };

  const ownProperties = (id: string): PropertyValues =>
    stencils.get(id)?.properties ?? boundaries.get(id)?.properties ?? NO_PROPERTIES;
  const typeProperties = new Map(
    [...board.stencils, ...board.boundaries].map(({ id, like }) => [
      id,
      like === undefined ? ownProperties(id) : { ...ownProperties(like), ...ownProperties(id) },
    ]),
  );

  return {
    board,
    stencil: (id) => stencils.get(id) ?? null,
    boundaryKind: (id) => boundaries.get(id) ?? null,
    group: (id) => groups.get(id) ?? null,
    mechanism: (id) => mechanisms.get(id) ?? null,
    typeLabel: (id) => stencils.get(id)?.label ?? boundaries.get(id)?.label ?? null,
    typeProperties: (id) => typeProperties.get(id) ?? NO_PROPERTIES,
    matches,
    isNamedMember: (subject, id) => {
      const group = groups.get(id);
      return group !== undefined && isMember(group, kindAndType(subject).type);
    },
    propertiesFor: (subject) => [...applicable(subject).values()].map((found) => found.definition),
    definition: (subject, name) => applicable(subject).get(name)?.definition ?? null,
    definitionsNamed: (name) => named.get(name) ?? [],
    isAsked: (subject, name) => applicable(subject).get(name)?.asked ?? false,
  };
}

interface Answers {
  readonly matches: Map<string, boolean>;
  applicable: ReadonlyMap<string, Applicable> | null;
}

interface Applicable {
  readonly definition: PropertyDefinition;
  readonly closeness: number;
  readonly asked: boolean;
}

const FLOW = { kind: 'flow', type: '' } as const;

const kindAndType = (subject: PackSubject): { readonly kind: string; readonly type: string } =>
  'source' in subject ? FLOW : subject;
