/** The judgement part of a template's pack: a threat type becomes a rule about flows, its proposed mitigation a control. */

import { type BoardPart, type Control, createPackIndex, type Rule, type RuleFamily } from '@strideboard/packs';
import { compileCondition } from '@strideboard/stride';
import type { LossList } from '../../native/fit.ts';
import { type Filter, nodesOf } from '../filter/filter.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import type { KnowledgeBase, ThreatType } from './knowledge-base.ts';
import type { PackNames } from './names.ts';
import { packText } from './pack-text.ts';
import { allOf, always, negated, never, type Piece, textOf } from './pieces.ts';
import { severityOf } from './severity.ts';
import { letterOf } from './stride-letters.ts';
import { type Translation, translateFilter } from './translate-filter.ts';

/** Rules with what they refer to. */
export interface TemplateRules {
  readonly families: readonly RuleFamily[];
  readonly rules: readonly Rule[];
  readonly controls: readonly Control[];
}

/** A threat type with its filters read; `null` for one that cannot be. */
export interface ReadThreatType {
  readonly type: ThreatType;
  readonly include: Filter | 'empty' | null;
  readonly exclude: Filter | 'empty' | null;
}

/** Reads the filters of all threat types. */
export const readFilters = ({ threatTypes }: KnowledgeBase): readonly ReadThreatType[] =>
  threatTypes.map((type) => ({ type, include: parseFilter(type.include), exclude: parseFilter(type.exclude) }));

/** The values that filters compare properties with, by foreign name. */
export function comparedValues(read: readonly ReadThreatType[]): ReadonlyMap<string, readonly string[]> {
  const compared = new Map<string, string[]>();
  for (const filter of read.flatMap(({ include, exclude }) => [include, exclude])) {
    if (filter === null || filter === 'empty') continue;
    for (const node of nodesOf(filter)) {
      if (node.kind === 'has') compared.set(node.property, [...(compared.get(node.property) ?? []), node.value]);
    }
  }
  return compared;
}

interface RuleParts {
  readonly base: KnowledgeBase;
  readonly read: readonly ReadThreatType[];
  readonly board: BoardPart;
  readonly translation: Translation;
  readonly list: LossList;
}

/** Builds the rules. A threat type that can never arise makes none; one that cannot be said in our language is listed as a loss. */
export function templateRules({ base, read, board, translation, list }: RuleParts): TemplateRules {
  const { names } = translation;
  const index = createPackIndex(board);
  const rules: Rule[] = [];
  const controls: Control[] = [];
  for (const { type, include, exclude } of read) {
    const condition = conditionOf(include, exclude, translation);
    const when = condition === null ? null : textOf(condition);
    if (condition === never) continue;
    if (when === null || !compileCondition(when, 'flow', index).ok) {
      list.add('rule-left-out', `${type.id}: ${type.title}`);
      continue;
    }
    const rule = toRule(type, { base, names, when, list });
    rules.push(rule);
    const [control] = rule.controls;
    if (control === undefined) continue;
    controls.push({ id: control, label: packText(type.mitigation), compliance: [], mitigates: [rule.id] });
  }
  const used = new Set(rules.map(({ family }) => family));
  const families = [...new Set(base.threatTypes.map(({ category }) => category))]
    .map((id) => ({ id: names.item(id), title: packText(base.categories.get(id) || id) }))
    .filter(({ id }) => used.has(id));
  return { families, rules, controls };
}

/** "Include and not Exclude"; an empty Include never holds. */
function conditionOf(
  include: ReadThreatType['include'],
  exclude: ReadThreatType['exclude'],
  translation: Translation,
): Piece | null {
  if (include === null || exclude === null) return null;
  if (include === 'empty') return never;
  const wanted = translateFilter(include, translation);
  const excluded = exclude === 'empty' ? never : translateFilter(exclude, translation);
  return wanted === null || excluded === null ? null : allOf([wanted, excluded === never ? always : negated(excluded)]);
}

interface RuleContext {
  readonly base: KnowledgeBase;
  readonly names: PackNames;
  readonly when: string;
  readonly list: LossList;
}

function toRule(type: ThreatType, { base, names, when, list }: RuleContext): Rule {
  const where = `${type.id}: ${type.title}`;
  const letter = letterOf(base.categories.get(type.category) ?? '');
  if (letter === null) list.add('category-unknown', where);
  const severity = severityOf(type.priority);
  if (severity === null) list.add('severity-unknown', where);
  return {
    id: names.item(type.id),
    family: names.item(type.category),
    title: packText(withLabels(type.title)),
    letters: letter === null ? [] : [letter],
    severity: severity ?? 'medium',
    scope: ['flow'],
    when,
    why: packText(withLabels(type.description || type.title)),
    controls: type.mitigation === '' ? [] : [names.control(type.id)],
    references: [],
    threatClass: [],
    examples: [],
  };
}

/** The tool's placeholders in our words: `{source.Name}` is `{source}`. */
const withLabels = (text: string): string => text.replace(/\{(source|target|flow)\.Name\}/gu, '{$1}');
