/** A model with other ids: everything that names something inside it follows, and everything that names something outside stays. */

import {
  type AttackTree,
  diagramId,
  type Element,
  type ElementId,
  elementId,
  type Flow,
  flowId,
  type ManualThreat,
  type Model,
  type TeamRecord,
} from '@strideboard/model';

/** New ids by old ones. What is not in it keeps its id. */
export type NewIds = ReadonlyMap<string, string>;

/** Ids of everything in a model that has one of its own. */
export function idsOf(model: Model): readonly string[] {
  const things = [
    ...model.diagrams,
    ...model.elements,
    ...model.flows,
    ...model.manual,
    ...model.controls,
    ...model.standing,
    ...model.records,
    ...model.trees,
    ...model.trees.flatMap(({ nodes, edges }) => [...nodes, ...edges]),
  ];
  return things.map(({ id }) => id);
}

/** The threat id with its subjects, or the hand-written threat it names, under their new ids. */
function renamedThreat(threat: string, ids: NewIds): string {
  const [rule = '', ...subjects] = threat.split('~');
  return [rule, ...subjects.map((id) => ids.get(id) ?? id)].join('~');
}

/**
 * The model under new ids. What had no identity in a file takes its old id for one, so that bringing the same model in again finds it.
 * Comments and the log of decisions belong to the board they were written on: they do not come along.
 */
export function renamed(model: Model, ids: NewIds): Model {
  const idOf = (id: string): string => ids.get(id) ?? id;
  const anyOf = (id: string): string => (id.includes('~') ? renamedThreat(id, ids) : idOf(id));
  const place = (id: ElementId): ElementId => elementId(idOf(id));
  const placeOrNone = (id: ElementId | null): ElementId | null => (id === null ? null : place(id));
  const common = ({ id, diagram, importedFrom }: Element | Flow) => ({
    diagram: diagram === null ? null : diagramId(idOf(diagram)),
    importedFrom: importedFrom ?? sourceOf(id),
  });
  const element = (given: Element): Element => ({
    ...given,
    ...common(given),
    id: place(given.id),
    parent: placeOrNone(given.parent),
    memberOf: given.memberOf.map(place),
    of: placeOrNone(given.of),
  });
  const flow = (given: Flow): Flow => ({
    ...given,
    ...common(given),
    id: flowId(idOf(given.id)),
    source: place(given.source),
    target: place(given.target),
    route: given.route === null ? null : { ...given.route, base: placeOrNone(given.route.base) },
  });
  return {
    ...model,
    diagrams: model.diagrams.map((diagram) => ({
      ...diagram,
      id: diagramId(idOf(diagram.id)),
      details: placeOrNone(diagram.details),
    })),
    elements: model.elements.map(element),
    flows: model.flows.map(flow),
    decisions: Object.fromEntries(
      Object.entries(model.decisions).map(([threat, decision]) => [renamedThreat(threat, ids), decision]),
    ),
    manual: model.manual.map(
      (threat): ManualThreat => ({ ...threat, id: idOf(threat.id), on: threat.on.map(idOf).sort() }),
    ),
    controls: model.controls.map((control) => ({ ...control, id: idOf(control.id) })),
    applied: model.applied.map((link) => ({ ...link, control: idOf(link.control), element: idOf(link.element) })),
    mitigations: model.mitigations.map((link) => ({ threat: anyOf(link.threat), control: idOf(link.control) })),
    standing: model.standing.map((standing) => ({
      ...standing,
      id: idOf(standing.id),
      scope: idOf(standing.scope),
    })),
    records: model.records.map(
      (record): TeamRecord => ({
        ...record,
        id: idOf(record.id),
        about: record.about.map(anyOf).sort(),
        replaces: record.replaces === null ? null : idOf(record.replaces),
        importedFrom: record.importedFrom ?? sourceOf(record.id),
      }),
    ),
    trees: model.trees.map(
      (tree): AttackTree => ({
        ...tree,
        id: idOf(tree.id),
        assumptions: tree.assumptions.map(idOf),
        nodes: tree.nodes.map((node) => ({
          ...node,
          id: idOf(node.id),
          to: node.to === null ? null : idOf(node.to),
        })),
        edges: tree.edges.map((edge) => ({
          id: idOf(edge.id),
          parent: idOf(edge.parent),
          child: idOf(edge.child),
          controls: edge.controls.map(idOf).sort(),
        })),
      }),
    ),
    comments: [],
    decisionLog: [],
  };
}

/** The identity of a thing of a board in the models it is brought into. */
export const sourceOf = (id: string): string => `strideboard:${id}`;
