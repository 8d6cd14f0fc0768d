/** Facts as sentences in pieces, so that names in them can be clicked. */
import type { ElementId, SubjectId } from '@strideboard/model';
import type { PackIndex, PropertyDefinition } from '@strideboard/packs';
import type { Fact } from '@strideboard/stride';
import type { InterfaceWords as Words } from '@strideboard/words';
import { valueText } from './property-text.ts';

/** A part of a sentence. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  /** What matters in the sentence. */
  | { readonly kind: 'strong'; readonly text: string }
  /** The name of an element or flow. */
  | { readonly kind: 'subject'; readonly id: SubjectId }
  /** The name of a property of a subject. */
  | { readonly kind: 'property'; readonly id: SubjectId; readonly name: string; readonly text: string };

/** What a sentence needs to know besides the fact. */
export interface SentenceContext {
  readonly pack: PackIndex;
  readonly words: Pick<Words, 'common' | 'panels'>;
  /** Whom the list is about: not named again in facts about its properties. `null` = nobody. */
  readonly about: SubjectId | null;
  /** The pack's definition of a property of a subject. */
  definition(id: SubjectId, name: string): PropertyDefinition | null;
}

/** The sentence of a fact; without a full stop, since it stands in a list. */
export function factSentence(fact: Fact, context: SentenceContext): readonly Piece[] {
  const { facts } = context.words.panels;
  const subject = [aSubject(fact.subject)];
  switch (fact.kind) {
    case 'property': {
      const definition = context.definition(fact.subject, fact.property);
      const property: Piece = {
        kind: 'property',
        id: fact.subject,
        name: fact.property,
        text: definition?.label ?? derivedLabel(fact.property, context),
      };
      const value = [strong(valueText(fact.value, definition, context.words.panels))];
      return fact.subject === context.about
        ? fill(facts.property, { property: [property], value })
        : fill(facts.propertyOf, { subject, property: [property], value });
    }
    case 'kind':
      return fill(fact.holds ? facts.is : facts.isNot, { subject, kinds: kinds(fact.selectors, context) });
    case 'crosses': {
      if (fact.holds) {
        const boundaries = separated(fact.boundaries.map(aSubject), facts.comma);
        return fill(facts.crosses, { subject, boundaries });
      }
      return fact.selectors.length === 0
        ? fill(facts.crossesNone, { subject })
        : fill(facts.crossesNot, { subject, kinds: kinds(fact.selectors, context) });
    }
    case 'within':
    case 'contains': {
      const [yes, no] = fact.kind === 'within' ? [facts.within, facts.withinNot] : [facts.contains, facts.containsNot];
      return fact.holds && fact.witness !== null
        ? fill(yes, { subject, other: [aSubject(fact.witness)] })
        : fill(no, { subject, kinds: kinds(fact.selectors, context) });
    }
    case 'flow': {
      const [yes, no] = fact.direction === 'to' ? [facts.flowTo, facts.flowToNot] : [facts.flowFrom, facts.flowFromNot];
      return fact.holds && fact.flow !== null && fact.other !== null
        ? fill(yes, { flow: [aSubject(fact.flow)], other: [aSubject(fact.other)] })
        : fill(no, { subject, kinds: kinds(fact.selectors, context) });
    }
    case 'reachable':
      return fact.holds && fact.path.length > 0
        ? fill(facts.reachable, { subject, path: separated(fact.path.map(aSubject), facts.step) })
        : fill(facts.reachableNot, { subject, kinds: kinds(fact.selectors, context) });
    case 'grants': {
      const values = { subject, verb: [strong(fact.verb)], resource: [strong(fact.resource)] };
      if (!fact.holds) return fill(facts.grantsNot, values);
      return fact.entry === null
        ? fill(facts.grants, values)
        : fill(facts.grantsBy, { ...values, entry: [strong(fact.entry)] });
    }
    case 'unanswered': {
      const text = context.definition(fact.subject, fact.property)?.label ?? derivedLabel(fact.property, context);
      return fill(facts.unanswered, {
        subject,
        property: [{ kind: 'property', id: fact.subject, name: fact.property, text }],
      });
    }
    case 'distinct': {
      const definition = context.definition(fact.subject, fact.property);
      const values = fact.values.map((value) => strong(valueText(value, definition, context.words.panels)));
      return fill(facts.distinct, {
        subject,
        property: [strong(definition?.label ?? derivedLabel(fact.property, context))],
        values: separated(values, facts.comma),
      });
    }
  }
}

/** The sentence with its `{placeholders}` filled by pieces. An unknown placeholder stays as it is. */
export function fill(sentence: string, values: Readonly<Record<string, readonly Piece[]>>): readonly Piece[] {
  return sentence
    .split(/\{(\w+)\}/u)
    .flatMap((part, at): readonly Piece[] =>
      at % 2 === 0 ? [{ kind: 'text', text: part }] : (values[part] ?? [{ kind: 'text', text: `{${part}}` }]),
    )
    .filter((piece) => piece.kind !== 'text' || piece.text !== '');
}

/** What follows from other facts has a name of ours where no pack gives it one. */
function derivedLabel(property: string, { words }: SentenceContext): string {
  const derived: Readonly<Record<string, string>> = words.panels.facts.derived;
  return (Object.hasOwn(derived, property) ? derived[property] : undefined) ?? property;
}

const strong = (text: string): Piece => ({ kind: 'strong', text });
const aSubject = (id: SubjectId | ElementId): Piece => ({ kind: 'subject', id });

function separated(pieces: readonly Piece[], separator: string): readonly Piece[] {
  return pieces.flatMap((piece, at): readonly Piece[] =>
    at === 0 ? [piece] : [{ kind: 'text', text: separator }, piece],
  );
}

function kinds(selectors: readonly string[], context: SentenceContext): readonly Piece[] {
  return separated(selectorTexts(selectors, context).map(strong), context.words.panels.facts.or);
}

/** Selectors in words: labels of stencils and boundary kinds, meanings of groups, names of classes; globs as written. */
export function selectorTexts(
  selectors: readonly string[],
  { pack, words }: Pick<SentenceContext, 'pack' | 'words'>,
): readonly string[] {
  const { common, panels } = words;
  if (selectors.length === 0) return [panels.facts.anything];
  const classes: Readonly<Record<string, string>> = common.kinds;
  return selectors.map((selector) => {
    if (Object.hasOwn(classes, selector)) return classes[selector] ?? selector;
    if (selector === 'any') return panels.facts.anything;
    return pack.typeLabel(selector) ?? pack.group(selector)?.meaning ?? selector;
  });
}
