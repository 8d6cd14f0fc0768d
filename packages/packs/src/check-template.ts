/** What can be wrong with a template besides its shape: unknown types, ids that lead nowhere, other counts than expected. */

import { findCrossings } from '@strideboard/model';
import { type Complaint, type Located, problemAt } from './located.ts';
import type { PackIndex } from './pack-index.ts';
import type { PackProblem } from './problem.ts';
import type { DataPath } from './source-file.ts';
import type { Template } from './template-schema.ts';
import { templateIssues, templateModel } from './template-model.ts';

/** Every problem of one template; empty for a sound one. */
export function checkTemplate(at: Located<Template>, index: PackIndex): readonly PackProblem[] {
  const template = at.value;
  const item = `template ${template.id}`;
  const problems: PackProblem[] = [];
  const report = (code: Complaint['code'], message: string, below: DataPath = []): void => {
    problems.push(problemAt(at, { code, item, below, message }));
  };

  const boundaries = new Set(template.boundaries.map((boundary) => boundary.id));
  const elements = new Set<string>();
  const claim = (id: string, below: DataPath): void => {
    if (elements.has(id)) report('id-twice', `The id ${id} occurs twice in this template. Give one another.`, below);
    elements.add(id);
  };
  template.boundaries.forEach(({ id, kind, parent, memberOf }, place) => {
    const below = ['boundaries', place];
    claim(id, below);
    if (index.boundaryKind(kind) === null) report('id-unknown', `There is no boundary kind "${kind}".`, below);
    for (const holder of [parent ?? [], memberOf].flat()) {
      if (!boundaries.has(holder))
        report('id-unknown', `${id} stands in "${holder}", which is no boundary here.`, below);
    }
  });
  template.nodes.forEach(({ id, stencil, parent, memberOf }, place) => {
    const below = ['nodes', place];
    claim(id, below);
    if (index.stencil(stencil) === null) report('id-unknown', `There is no stencil "${stencil}".`, below);
    for (const holder of [parent ?? [], memberOf].flat()) {
      if (!boundaries.has(holder))
        report('id-unknown', `${id} stands in "${holder}", which is no boundary here.`, below);
    }
  });
  const flows = new Set<string>();
  template.flows.forEach(({ id, source, target, way }, place) => {
    const below = ['flows', place];
    if (flows.has(id) || elements.has(id)) report('id-twice', `The id ${id} occurs twice in this template.`, below);
    flows.add(id);
    for (const end of [source, target]) {
      if (!elements.has(end))
        report('id-unknown', `Flow ${id} ends at "${end}", which is not in this template.`, below);
    }
    if (way !== undefined && way.base !== null && !boundaries.has(way.base)) {
      report('id-unknown', `Flow ${id} is routed relative to "${way.base}", which is no boundary here.`, below);
    }
  });
  if (problems.length > 0) return problems;

  for (const issue of templateIssues(template, index)) {
    report('template-wrong', `${issue.code}: ${issue.ids.join(', ')}. Correct these.`);
  }
  const counted = count(template, index);
  for (const [name, expected] of Object.entries(template.expected ?? {})) {
    const found = counted[name as keyof typeof counted]; // names of `expected` are those of the schema
    if (found !== expected) {
      report('template-wrong', `Expected ${expected} ${name}, counted ${found}.`, ['expected', name]);
    }
  }
  return problems;
}

function count(
  template: Template,
  index: PackIndex,
): Readonly<Record<keyof NonNullable<Template['expected']>, number>> {
  const parents = new Map([...template.boundaries, ...template.nodes].map(({ id, parent }) => [id, parent]));
  const depth = (id: string): number => {
    let steps = 0;
    for (let at = parents.get(id) ?? null; at !== null && steps <= parents.size; at = parents.get(at) ?? null) steps++;
    return steps;
  };
  return {
    boundaries: template.boundaries.length,
    nodes: template.nodes.length,
    flows: template.flows.length,
    crossingFlows: findCrossings(templateModel(template, index)).size,
    maxNesting: Math.max(0, ...template.nodes.map((node) => depth(node.id))),
  };
}
