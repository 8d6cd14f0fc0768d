/** What the shape alone cannot say about a pack: ids that occur twice, and names that lead nowhere. */

import type { KnownNames } from './known-names.ts';
import { type Located, missing, problemAt } from './located.ts';
import type { PackSources } from './pack-sources.ts';
import type { PackProblem } from './problem.ts';

/** Every problem found, in the order of the checks; empty for a sound pack. */
export function checkSources(sources: PackSources, names: KnownNames): readonly PackProblem[] {
  return [
    ...checkHeads(sources),
    ...checkTwice(sources),
    ...checkBoard(sources, names),
    ...checkRules(sources, names),
    ...checkControls(sources, names),
  ];
}

function checkHeads({ headers, methods }: PackSources): PackProblem[] {
  const second = <T>(list: readonly Located<T>[], code: 'header-twice' | 'method-twice', key: string): PackProblem[] =>
    list.slice(1).map((located) => {
      const message = `"${key}" stands in ${list[0]?.source.path ?? 'another file'} already. Keep one.`;
      return problemAt(located, { code, item: key, message });
    });
  return [...second(headers, 'header-twice', 'pack'), ...second(methods, 'method-twice', 'method')];
}

function checkTwice(sources: PackSources): PackProblem[] {
  const problems: PackProblem[] = [];
  const once = <T>(kind: string, list: readonly Located<T>[], idOf: (value: T) => string): void => {
    const seen = new Map<string, Located<T>>();
    for (const located of list) {
      const id = idOf(located.value);
      const first = seen.get(id);
      if (first === undefined) {
        seen.set(id, located);
        continue;
      }
      const { file, line } = first.source.place(first.path);
      const message = `The id ${id} is taken in ${file}${line === null ? '' : ` line ${line}`}. Give it another.`;
      problems.push(problemAt(located, { code: 'id-twice', item: `${kind} ${id}`, message }));
    }
  };
  once('family', sources.families, (family) => family.id);
  once('group', sources.groups, (group) => group.id);
  // Stencils and boundary kinds share the `type` of an element, so they share one name space.
  once<{ readonly id: string }>('type', [...sources.stencils, ...sources.boundaries], (type) => type.id);
  once('mechanism', sources.mechanisms, (mechanism) => mechanism.id);
  once('independence group', sources.independenceGroups, (group) => group.id);
  once('rule family', sources.ruleFamilies, (family) => family.id);
  once('rule', sources.rules, (rule) => rule.id);
  once('control', sources.controls, (control) => control.id);
  once('exclusion', sources.exclusions, (exclusion) => exclusion.id);
  once('coverage', sources.coverage, (source) => source.id);
  once('reference', sources.references, (reference) => reference.key);
  once('template', sources.templates, (template) => template.id);
  return problems;
}

function checkBoard(sources: PackSources, names: KnownNames): PackProblem[] {
  const problems: PackProblem[] = [];
  const { families, boundaries, mechanisms, independenceGroups: independence, canChoose } = names;
  for (const at of sources.stencils) {
    const { id, family, usualBoundary } = at.value;
    const item = `stencil ${id}`;
    if (!families.has(family)) problems.push(missing({ at, item, below: ['family'] }, 'family', family));
    if (usualBoundary !== undefined && !boundaries.has(usualBoundary)) {
      problems.push(missing({ at, item, below: ['usualBoundary'] }, 'boundary kind', usualBoundary));
    }
  }
  for (const at of sources.boundaries) {
    const { id, usualParent } = at.value;
    if (usualParent !== undefined && !boundaries.has(usualParent)) {
      problems.push(missing({ at, item: `boundary ${id}`, below: ['usualParent'] }, 'boundary kind', usualParent));
    }
  }
  for (const at of sources.groups) {
    at.value.members.forEach((member, place) => {
      if (canChoose(member)) return;
      const lookup = { at, item: `group ${at.value.id}`, below: ['members', place] };
      problems.push(missing(lookup, 'stencil or boundary kind', member));
    });
  }
  for (const at of sources.mechanisms) {
    if (independence.has(at.value.group)) continue;
    const lookup = { at, item: `mechanism ${at.value.id}`, below: ['group'] };
    problems.push(missing(lookup, 'independence group', at.value.group));
  }
  for (const at of sources.layers) {
    at.value.mechanisms.forEach((mechanism, place) => {
      if (mechanisms.has(mechanism)) return;
      problems.push(
        missing({ at, item: `layer ${at.value.id}`, below: ['mechanisms', place] }, 'mechanism', mechanism),
      );
    });
  }
  for (const at of sources.properties) {
    const { name, appliesTo, type, values } = at.value;
    const item = `property ${name}`;
    appliesTo.forEach((selector, place) => {
      if (canChoose(selector)) return;
      problems.push(missing({ at, item, below: ['appliesTo', place] }, 'class, stencil, boundary or group', selector));
    });
    at.value.follows?.forEach(({ from, at: kind }, place) => {
      const below = ['follows', place];
      if (!names.properties.has(from))
        problems.push(missing({ at, item, below: [...below, 'from'] }, 'property', from));
      if (kind === undefined || canChoose(kind)) return;
      problems.push(missing({ at, item, below: [...below, 'at'] }, 'boundary kind', kind));
    });
    if (type === 'enum' && (values === undefined || values.length === 0)) {
      const message = 'An enum needs "values". List what can be answered.';
      problems.push(problemAt(at, { code: 'values-missing', item, message }));
    }
  }
  return problems;
}

function checkRules(sources: PackSources, names: KnownNames): PackProblem[] {
  const problems: PackProblem[] = [];
  const { ruleFamilies: families, controls, references: keys, attackerActions: actions, canChoose } = names;
  const isType = (type: string): boolean => names.stencils.has(type) || names.boundaries.has(type);
  for (const at of sources.rules) {
    const rule = at.value;
    const item = `rule ${rule.id}`;
    const each = (key: 'scope' | 'controls' | 'threatClass', isKnown: (name: string) => boolean, what: string): void =>
      rule[key].forEach((name, place) => {
        if (!isKnown(name)) problems.push(missing({ at, item, below: [key, place] }, what, name));
      });
    if (!families.has(rule.family)) {
      problems.push(missing({ at, item, below: ['family'] }, 'rule family', rule.family));
    }
    const family = sources.ruleFamilies.find(({ value }) => value.id === rule.family)?.value;
    if (rule.group !== undefined && family !== undefined && !family.groups?.some(({ id }) => id === rule.group)) {
      problems.push(missing({ at, item, below: ['group'] }, 'group of the family', rule.group));
    }
    each('scope', canChoose, 'class, stencil, boundary or group');
    each('controls', (id) => controls.has(id), 'control');
    each('threatClass', (id) => names.threatClasses.has(id), 'threat class');
    if (rule.category !== undefined && !actions.has(rule.category)) {
      problems.push(missing({ at, item, below: ['category'] }, 'attacker action', rule.category));
    }
    rule.references.forEach((reference, place) => {
      if (keys.has(reference.key)) return;
      problems.push(missing({ at, item, below: ['references', place] }, 'reference key', reference.key));
    });
    rule.examples.forEach((example, place) => {
      const ids = new Set(example.elements.map((element) => element.id));
      const below = ['examples', place];
      for (const { type, parent, memberOf } of example.elements) {
        if (!isType(type)) problems.push(missing({ at, item, below }, 'stencil or boundary kind', type));
        for (const id of [parent ?? [], memberOf ?? []].flat()) {
          if (!ids.has(id)) problems.push(missing({ at, item, below }, 'element in this example', id));
        }
      }
      for (const id of example.flows.flatMap((flow) => [flow.source, flow.target])) {
        if (!ids.has(id)) problems.push(missing({ at, item, below }, 'element in this example', id));
      }
    });
  }
  return problems;
}

function checkControls(sources: PackSources, { rules, mechanisms, references: keys }: KnownNames): PackProblem[] {
  const problems: PackProblem[] = [];
  for (const at of sources.controls) {
    const { id, mitigates, compliance, mechanism } = at.value;
    const item = `control ${id}`;
    mitigates.forEach((rule, place) => {
      if (!rules.has(rule)) problems.push(missing({ at, item, below: ['mitigates', place] }, 'rule', rule));
    });
    compliance.forEach((reference, place) => {
      if (keys.has(reference.key)) return;
      problems.push(missing({ at, item, below: ['compliance', place] }, 'reference key', reference.key));
    });
    if (mechanism !== undefined && !mechanisms.has(mechanism)) {
      problems.push(missing({ at, item, below: ['mechanism'] }, 'mechanism', mechanism));
    }
  }
  return problems;
}
