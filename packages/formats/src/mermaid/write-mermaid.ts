/**
 * The model as a Mermaid flowchart with a subgraph a boundary, to paste into Markdown. Nodes have ids of their own, and labels stand in
 * quotes with everything but letters, digits and harmless signs as character codes, so nothing that people wrote can become syntax.
 */

import { compareOrder, compareText, type Element, type ElementId, type Flow } from '@strideboard/model';
import { labelOf } from '@strideboard/stride';
import type { EncodedText, ExportInput } from '../export-codec.ts';
import type { Loss } from '../loss.ts';
import { plainLine } from '../table/plain-line.ts';

/** What Mermaid draws unless it is configured otherwise (`maxEdges`, `maxTextSize`). */
const [MOST_EDGES, MOST_TEXT] = [500, 50_000];
const LABEL_LIMIT = 200;

/** Writes the flowchart. LF, one newline at the end. */
export function writeMermaid(input: ExportInput): EncodedText {
  const { model } = input;
  // A boundary that is drawn as a line holds nothing: Mermaid has no such thing.
  const shown = model.elements.filter(({ shape }) => shape.kind !== 'line');
  const names = new Map<string, string>(
    shown.map(({ id, kind }, at) => [id, `${kind === 'boundary' ? 'b' : 'n'}${at}`]),
  );
  const flows = model.flows
    .filter(({ source, target }) => names.has(source) && names.has(target))
    .sort((a, b) => compareOrder(a.order, b.order) || compareText(a.id, b.id));
  const lines = [
    'flowchart LR',
    ...elementLines({ elements: shown, names, input }),
    ...flows.map((flow) => `  ${flowLine(flow, names)}`),
    ...styleLines(shown, names),
  ];
  const text = `${lines.join('\n')}\n`;
  return { text, losses: lossesOf({ input, text, flows, names }) };
}

interface Drawn {
  readonly elements: readonly Element[];
  readonly names: ReadonlyMap<string, string>;
  readonly input: ExportInput;
}

/** Elements inside their boundaries; with several diagrams, each is a subgraph of its own. */
function elementLines({ elements, names, input }: Drawn): readonly string[] {
  const { diagrams } = input.model;
  const inside = new Map<ElementId | null, Element[]>();
  for (const element of elements) {
    const parent = element.parent !== null && names.has(element.parent) ? element.parent : null;
    const list = inside.get(parent);
    if (list === undefined) inside.set(parent, [element]);
    else list.push(element);
  }
  const write = (list: readonly Element[], indent: string): readonly string[] =>
    list.flatMap((element) => {
      const name = names.get(element.id) ?? '';
      const label = quoted(labelOf(element, input.pack));
      if (element.kind !== 'boundary') return [`${indent}${name}${SHAPES[element.kind].join(label)}`];
      return [
        `${indent}subgraph ${name}[${label}]`,
        ...write(inside.get(element.id) ?? [], `${indent}  `),
        `${indent}end`,
      ];
    });
  const roots = inside.get(null) ?? [];
  if (diagrams.length < 2) return write(roots, '  ');
  const [first] = diagrams;
  return diagrams.flatMap(({ id, title }, at) => [
    `  subgraph d${at}[${quoted(title || input.words.common.unnamed)}]`,
    ...write(
      roots.filter(({ diagram }) => (diagram ?? first?.id) === id),
      '    ',
    ),
    '  end',
  ]);
}

const SHAPES = {
  process: ['(', ')'],
  store: ['[(', ')]'],
  external: ['[', ']'],
  note: ['>', ']'],
  ref: ['[[', ']]'],
} as const satisfies Record<Exclude<Element['kind'], 'boundary'>, readonly [string, string]>;

function flowLine(
  { source, target, direction, order, label, returnLabel }: Flow,
  names: ReadonlyMap<string, string>,
): string {
  const text = [order, [label, returnLabel].filter((part) => part.trim() !== '').join(' / ')]
    .filter(Boolean)
    .join(' · ');
  const line = direction === 'two' ? '<-->' : '-->';
  const middle = text === '' ? '' : `|${quoted(text)}|`;
  return `${names.get(source) ?? ''} ${line}${middle} ${names.get(target) ?? ''}`;
}

/** Boundaries are dashed as on the board, machines solid; what is out of scope is faint. */
function styleLines(elements: readonly Element[], names: ReadonlyMap<string, string>): readonly string[] {
  const namesOf = (isMeant: (element: Element) => boolean): readonly string[] =>
    elements.filter(isMeant).flatMap(({ id }) => names.get(id) ?? []);
  const trust = namesOf(({ kind, style }) => kind === 'boundary' && style === 'trust');
  const faint = namesOf(({ outOfScope }) => outOfScope !== null);
  return [
    ...(trust.length === 0
      ? []
      : ['  classDef trust fill:none,stroke-dasharray:6 4', `  class ${trust.join(',')} trust`]),
    ...(faint.length === 0 ? [] : ['  classDef outOfScope opacity:0.5', `  class ${faint.join(',')} outOfScope`]),
  ];
}

function lossesOf({
  input: { model },
  text,
  flows,
  names,
}: {
  readonly input: ExportInput;
  readonly text: string;
  readonly flows: readonly Flow[];
  readonly names: ReadonlyMap<string, string>;
}): readonly Loss[] {
  const drawn = new Set<string>(flows.map(({ id }) => id));
  return [
    ...(flows.length > MOST_EDGES || text.length > MOST_TEXT
      ? [{ code: 'mermaid-limit', where: `${flows.length} / ${text.length}` } as const]
      : []),
    ...model.elements.flatMap(({ id }) => (names.has(id) ? [] : [{ code: 'line-left-out', where: id } as const])),
    ...model.elements.flatMap(({ id, memberOf }) =>
      memberOf.length === 0 ? [] : [{ code: 'membership-left-out', where: id } as const],
    ),
    ...model.flows.flatMap(({ id }) => (drawn.has(id) ? [] : [{ code: 'flow-left-out', where: id } as const])),
  ];
}

/** A label in quotes; what could be syntax or markup as character codes. */
function quoted(text: string): string {
  const line = plainLine(text, LABEL_LIMIT);
  const safe = line.replace(/[^\p{L}\p{M}\p{N} .,:()·/→_-]/gu, (sign) => `#${sign.codePointAt(0) ?? 0};`);
  return `"${safe === '' ? ' ' : safe}"`;
}
