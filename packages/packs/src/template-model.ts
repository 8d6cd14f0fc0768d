/** From a template to a model: the document keeps its ids on first import. */

import {
  assemble,
  defaultSize,
  EMPTY_MODEL,
  type Element,
  elementId,
  type Flow,
  flowId,
  type Model,
  type ModelIssue,
} from '@strideboard/model';
import type { PackIndex } from './pack-index.ts';
import type { Template, TemplateBoundary, TemplateFlow, TemplateNode } from './template-schema.ts';

/**
 * The template as a model with its title and summary, ids as written, no decisions. Boundaries lie below nodes, each in the order of the
 * template. Unknown stencils become processes; what does not fit together is left out as in any document (see {@link templateIssues}).
 */
export function templateModel(template: Template, index: PackIndex): Model {
  const { elements, flows } = build(template, index);
  return {
    ...EMPTY_MODEL,
    meta: { ...EMPTY_MODEL.meta, title: template.title, summary: template.summary },
    settings: { ...EMPTY_MODEL.settings, packs: [[index.board.id, index.board.version]] },
    elements,
    flows,
  };
}

/** What does not fit together in a template: missing parents or ends, cycles. Empty for a sound one. */
export const templateIssues = (template: Template, index: PackIndex): readonly ModelIssue[] =>
  build(template, index).issues;

function build(template: Template, index: PackIndex): ReturnType<typeof assemble> {
  const elements = [
    ...template.boundaries.map((boundary, at) => boundaryElement(boundary, orderKey(at), index)),
    ...template.nodes.map((node, at) => nodeElement(node, orderKey(template.boundaries.length + at), index)),
  ];
  const flows = template.flows.map((flow, at) => templateFlow(flow, orderKey(at)));
  return assemble(
    elements.map((element) => ({ element, deleted: false, issues: [] })),
    flows.map((flow) => ({ flow, deleted: false, issues: [] })),
  );
}

function boundaryElement(boundary: TemplateBoundary, z: string, index: PackIndex): Element {
  const [width, height] = boundary.size;
  return {
    ...shared(boundary, z),
    kind: 'boundary',
    type: boundary.kind,
    width,
    height,
    shape: boundary.shape ?? { kind: 'box' },
    style: boundary.style ?? index.boundaryKind(boundary.kind)?.style ?? 'trust',
  };
}

function nodeElement(node: TemplateNode, z: string, index: PackIndex): Element {
  const kind = index.stencil(node.stencil)?.kind ?? 'process';
  const usual = defaultSize(kind);
  const [width, height] = node.size ?? [usual.width, usual.height];
  return { ...shared(node, z), kind, type: node.stencil, width, height, shape: { kind: 'box' }, style: 'trust' };
}

type Shared = Omit<Element, 'kind' | 'type' | 'width' | 'height' | 'shape' | 'style'>;

function shared(item: TemplateBoundary | TemplateNode, z: string): Shared {
  const [x, y] = item.at;
  return {
    id: elementId(item.id),
    label: item.label,
    parent: item.parent === null ? null : elementId(item.parent),
    x,
    y,
    z,
    memberOf: item.memberOf.map(elementId).sort(),
    properties: item.properties,
    evidence: {},
    outOfScope: item.oos ?? null,
    lock: null,
    collapsed: false,
    importedFrom: null,
    diagram: null,
    of: null,
    created: null,
    notes: item.notes,
  };
}

function templateFlow(flow: TemplateFlow, z: string): Flow {
  const [along, dx, dy] = flow.lab ?? [0, 0, 0];
  return {
    id: flowId(flow.id),
    source: elementId(flow.source),
    target: elementId(flow.target),
    direction: flow.direction,
    label: flow.label,
    returnLabel: flow.returnLabel,
    order: flow.order,
    route:
      flow.way === undefined || flow.way.points.length === 0
        ? null
        : { base: flow.way.base === null ? null : elementId(flow.way.base), points: flow.way.points },
    ports: flow.ports ?? [null, null],
    labelPlace: flow.lab === undefined ? null : { along, dx, dy },
    properties: flow.properties,
    evidence: {},
    outOfScope: flow.oos ?? null,
    z,
    importedFrom: null,
    diagram: null,
    created: null,
    notes: flow.notes,
  };
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The n-th of a growing run of fractional-index keys without fractions: a0…az, b00…bzz, c000…; n < 242,234. */
function orderKey(n: number): string {
  let rest = n;
  for (let digits = 1; digits <= 3; digits++) {
    const room = DIGITS.length ** digits;
    if (rest < room) {
      let key = '';
      for (let value = rest, i = 0; i < digits; i++, value = Math.floor(value / DIGITS.length)) {
        key = (DIGITS[value % DIGITS.length] ?? '0') + key;
      }
      return String.fromCharCode('a'.charCodeAt(0) + digits - 1) + key;
    }
    rest -= room;
  }
  throw new RangeError(`orderKey: ${n} is more than a template can hold`);
}
