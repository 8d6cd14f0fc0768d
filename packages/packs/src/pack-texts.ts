/**
 * Every text of a pack that people read, in one walk: what translating, checking a translation and counting what is missing have in common.
 * A walk gives the same parts with each text replaced by what `say` answers.
 */

import type { BlastPart } from './blast-schema.ts';
import type { BoardPart, PropertyDefinition } from './board-schema.ts';
import type { CoverageSource } from './coverage-schema.ts';
import type { JudgementPart, Method } from './judgement-schema.ts';
import type { Template } from './template-schema.ts';
import type { TranslationSection } from './translation-schema.ts';
import type { TreeItem, TreePart } from './tree-schema.ts';

/** Parts of a pack that have words; any of them. */
export interface WordedParts {
  readonly board?: BoardPart;
  readonly judgement?: JudgementPart;
  readonly blast?: BlastPart;
  readonly trees?: TreePart;
  readonly templates?: readonly Pick<Template, 'id' | 'title' | 'summary'>[];
  readonly coverage?: readonly CoverageSource[];
}

/** Where a text stands in a translation. */
export interface TextPlace {
  readonly section: TranslationSection;
  /** Keys it may stand under, the most special first. */
  readonly ids: readonly string[];
  /** e.g. `['label']`, `['values', 'eu']`, `['assumptions', '0']`. */
  readonly field: readonly string[];
}

/** Gives the text to put there; '' for a text the pack does not have and nobody adds. */
export type Say = (place: TextPlace, text: string) => string;

/** Walks over all texts. Lists and ids stay as they are. */
export function mapTexts<Parts extends WordedParts>(parts: Parts, say: Say): Parts {
  const { board, judgement, blast, trees, templates, coverage } = parts;
  return {
    ...parts,
    ...(board === undefined ? {} : { board: mapBoard(board, say) }),
    ...(judgement === undefined ? {} : { judgement: mapJudgement(judgement, say) }),
    ...(blast === undefined
      ? {}
      : { blast: { ...blast, steps: mapList(blast.steps, 'steps', ['title', 'why'], say) } }),
    ...(trees === undefined ? {} : { trees: mapTrees(trees, say) }),
    ...(templates === undefined ? {} : { templates: mapList(templates, 'templates', ['title', 'summary'], say) }),
    ...(coverage === undefined ? {} : { coverage: coverage.map((source) => mapCoverage(source, say)) }),
  };
}

function mapBoard(board: BoardPart, say: Say): BoardPart {
  return {
    ...board,
    families: mapList(board.families, 'families', ['label'], say),
    stencils: board.stencils.map((stencil) => mapType(stencil, 'stencils', say)),
    boundaries: board.boundaries.map((kind) => mapType(kind, 'boundaries', say)),
    groups: mapList(board.groups, 'groups', ['meaning'], say),
    mechanisms: mapList(board.mechanisms, 'mechanisms', ['label', 'notes'], say),
    independenceGroups: mapList(board.independenceGroups, 'independenceGroups', ['meaning'], say),
    layers: mapList(board.layers, 'layers', ['meaning'], say),
    properties: board.properties.map((property) => mapProperty(property, say)),
  };
}

interface NamedType {
  readonly id: string;
  readonly label: string;
  readonly short?: string;
  readonly notes?: string;
  readonly aliases?: readonly string[];
}

/** A short name may be added where the pack needs none. A name that changes is still found by what the pack calls it. */
function mapType<Type extends NamedType>(type: Type, section: 'stencils' | 'boundaries', say: Say): Type {
  const named = mapFields(type, { section, ids: [type.id] }, ['label', 'notes'], say);
  const short = say({ section, ids: [type.id], field: ['short'] }, type.short ?? '');
  const before = [type.label, type.short ?? type.label].filter((name, at, all) => all.indexOf(name) === at);
  const isRenamed = named.label !== type.label || (short !== '' && short !== type.short);
  return {
    ...named,
    ...(short === '' ? {} : { short }),
    ...(isRenamed ? { aliases: [...(type.aliases ?? []), ...before] } : {}),
  };
}

function mapProperty(property: PropertyDefinition, say: Say): PropertyDefinition {
  const [first = ''] = property.appliesTo;
  const at = { section: 'properties', ids: [`${property.name}@${first}`, property.name] } as const;
  const named = mapFields(property, at, ['label', 'question'], say);
  if (property.values === undefined) return named;
  const values = property.values.map(({ id, label }) => ({ id, label: say({ ...at, field: ['values', id] }, label) }));
  return { ...named, values };
}

function mapJudgement(judgement: JudgementPart, say: Say): JudgementPart {
  return {
    ...judgement,
    families: judgement.families.map((family) => {
      const at = { section: 'ruleFamilies', ids: [family.id] } as const;
      const named = mapFields(family, at, ['title'], say);
      if (family.groups === undefined) return named;
      const groups = family.groups.map((group) => ({
        ...group,
        title: say({ ...at, field: ['groups', group.id] }, group.title),
      }));
      return { ...named, groups };
    }),
    rules: mapList(judgement.rules, 'rules', ['title', 'why'], say),
    controls: mapList(judgement.controls, 'controls', ['label', 'test', 'signal', 'originNote'], say),
    exclusions: mapList(judgement.exclusions, 'exclusions', ['title', 'reason'], say),
    references: judgement.references.map((one) =>
      mapFields(one, { section: 'references', ids: [one.key] }, ['note'], say),
    ),
    method: mapMethod(judgement.method, say),
  };
}

function mapMethod(method: Method, say: Say): Method {
  const { stride, severities, attackerActions, threatClasses, tactics } = method;
  return {
    ...method,
    stride: stride.map((one) => mapFields(one, { section: 'letters', ids: [one.letter] }, ['name', 'property'], say)),
    severities: mapList(severities, 'severities', ['meaning'], say),
    attackerActions: mapList(attackerActions, 'attackerActions', ['meaning'], say),
    threatClasses: mapList(threatClasses, 'threatClasses', ['meaning'], say),
    ...(tactics === undefined ? {} : { tactics: mapList(tactics, 'tactics', ['meaning'], say) }),
  };
}

function mapTrees({ trees, subtrees }: TreePart, say: Say): TreePart {
  return {
    trees: trees.map((tree) => {
      const assumptions = tree.assumptions.map((text, at) =>
        say({ section: 'trees', ids: [tree.id], field: ['assumptions', String(at)] }, text),
      );
      return { ...mapStep(tree, say), assumptions };
    }),
    subtrees: subtrees.map((subtree) => mapStep(subtree, say)),
  };
}

function mapStep<Step extends TreeItem>(step: Step, say: Say): Step {
  const named = mapFields(step, { section: 'trees', ids: [step.id] }, ['text'], say);
  if (step.children === undefined) return named;
  return { ...named, children: step.children.map((child) => mapStep(child, say)) };
}

function mapCoverage(source: CoverageSource, say: Say): CoverageSource {
  const at = { section: 'coverage', ids: [source.id] } as const;
  return {
    ...mapFields(source, at, ['title', 'note'], say),
    threats: source.threats.map((threat) => ({
      ...threat,
      title: say({ ...at, field: ['threats', threat.id] }, threat.title),
      ...(threat.note === undefined ? {} : { note: say({ ...at, field: ['notes', threat.id] }, threat.note) }),
    })),
  };
}

function mapList<Item extends { readonly id: string }>(
  items: readonly Item[],
  section: TranslationSection,
  fields: readonly (keyof Item & string)[],
  say: Say,
): readonly Item[] {
  return items.map((item) => mapFields(item, { section, ids: [item.id] }, fields, say));
}

function mapFields<Item extends object>(
  item: Item,
  at: Pick<TextPlace, 'section' | 'ids'>,
  fields: readonly (keyof Item & string)[],
  say: Say,
): Item {
  const said = { ...item };
  for (const field of fields) {
    const text = item[field];
    if (typeof text !== 'string' || text === '') continue;
    said[field] = say({ ...at, field: [field] }, text) as Item[typeof field]; // a text stands where a text stood
  }
  return said;
}
