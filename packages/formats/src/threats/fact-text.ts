/** Facts as plain sentences, in the words of the board's own list. */

import type { Element, Flow, Model, SubjectId } from '@strideboard/model';
import type { PackIndex, PropertyDefinition } from '@strideboard/packs';
import { type Fact, labelOf } from '@strideboard/stride';
import { say, type Words } from '@strideboard/words';
import { valueText } from './value-text.ts';

/** Makes the sentences of one model; without full stops. Ids that are not in the model stand as they are. */
export function createFactTexts(model: Model, pack: PackIndex, words: Words): (fact: Fact) => string {
  const elements = new Map<string, Element>(model.elements.map((element) => [element.id, element]));
  const flows = new Map<string, Flow>(model.flows.map((flow) => [flow.id, flow]));
  const { facts } = words.panels;

  const name = (id: SubjectId): string => {
    const element = elements.get(id);
    if (element !== undefined) return labelOf(element, pack);
    const flow = flows.get(id);
    if (flow === undefined) return id;
    const [source, target] = [elements.get(flow.source), elements.get(flow.target)];
    return labelOf(flow, pack, source === undefined || target === undefined ? undefined : { source, target });
  };
  const names = (ids: readonly SubjectId[], separator: string): string => ids.map(name).join(separator);
  const definition = (id: SubjectId, property: string): PropertyDefinition | null => {
    const subject = elements.get(id) ?? flows.get(id);
    return subject === undefined ? null : pack.definition(subject, property);
  };
  const value = (given: unknown, defined: PropertyDefinition | null): string => valueText(given, defined, words);
  const kinds = (selectors: readonly string[]): string => {
    const classes: Readonly<Record<string, string>> = { ...words.common.kinds, any: facts.anything };
    const named = selectors.map((selector) =>
      Object.hasOwn(classes, selector)
        ? (classes[selector] ?? selector)
        : (pack.typeLabel(selector) ?? pack.group(selector)?.meaning ?? selector),
    );
    return named.length === 0 ? facts.anything : named.join(facts.or);
  };

  const derived: Readonly<Record<string, string>> = facts.derived;
  const derivedLabel = (property: string): string =>
    (Object.hasOwn(derived, property) ? derived[property] : undefined) ?? property;

  return (fact) => {
    const subject = name(fact.subject);
    switch (fact.kind) {
      case 'property': {
        const defined = definition(fact.subject, fact.property);
        const property = defined?.label ?? derivedLabel(fact.property);
        return say(facts.propertyOf, { subject, property, value: value(fact.value, defined) });
      }
      case 'kind':
        return say(fact.holds ? facts.is : facts.isNot, { subject, kinds: kinds(fact.selectors) });
      case 'crosses':
        if (fact.holds) return say(facts.crosses, { subject, boundaries: names(fact.boundaries, facts.comma) });
        if (fact.selectors.length === 0) return say(facts.crossesNone, { subject });
        return say(facts.crossesNot, { subject, kinds: kinds(fact.selectors) });
      case 'within':
      case 'contains': {
        const inside = fact.kind === 'within';
        return fact.holds && fact.witness !== null
          ? say(inside ? facts.within : facts.contains, { subject, other: name(fact.witness) })
          : say(inside ? facts.withinNot : facts.containsNot, { subject, kinds: kinds(fact.selectors) });
      }
      case 'flow': {
        const to = fact.direction === 'to';
        return fact.holds && fact.flow !== null && fact.other !== null
          ? say(to ? facts.flowTo : facts.flowFrom, { flow: name(fact.flow), other: name(fact.other) })
          : say(to ? facts.flowToNot : facts.flowFromNot, { subject, kinds: kinds(fact.selectors) });
      }
      case 'reachable':
        return fact.holds && fact.path.length > 0
          ? say(facts.reachable, { subject, path: names(fact.path, facts.step) })
          : say(facts.reachableNot, { subject, kinds: kinds(fact.selectors) });
      case 'grants': {
        const { verb, resource, entry } = fact;
        if (!fact.holds) return say(facts.grantsNot, { subject, verb, resource });
        return entry === null
          ? say(facts.grants, { subject, verb, resource })
          : say(facts.grantsBy, { subject, verb, resource, entry });
      }
      case 'unanswered': {
        const property = definition(fact.subject, fact.property)?.label ?? derivedLabel(fact.property);
        return say(facts.unanswered, { subject, property });
      }
      case 'distinct': {
        const defined = definition(fact.subject, fact.property);
        const different = fact.values.map((given) => value(given, defined)).join(facts.comma);
        return say(facts.distinct, {
          subject,
          property: defined?.label ?? derivedLabel(fact.property),
          values: different,
        });
      }
    }
  };
}
