/** Random edits of a model, of every kind a person makes: what the law "following equals judging from scratch" is tried on. */

import {
  assemble,
  defaultSize,
  type Element,
  elementId,
  type ElementId,
  type Flow,
  flowId,
  type Model,
  type Properties,
  type PropertyValue,
} from '@strideboard/model';
import type { BoardPart } from '@strideboard/packs';
import { EMPTY_ELEMENT, EMPTY_FLOW } from '../empty-subjects.ts';

/** Where choices come from; the same choices make the same edits. */
export interface Choices {
  below(count: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T | undefined;
}

/** What the edits draw from. */
export interface EditKit {
  readonly board: BoardPart;
  /** Values by property, also ones that do not fit. */
  readonly values: Readonly<Record<string, readonly PropertyValue[]>>;
  /** Draw line boundaries too, so that geometry counts. */
  readonly lines: boolean;
}

type Sheet = Pick<Model, 'elements' | 'flows'>;

/** A model being edited. */
export interface Editing {
  /** The model as every reader sees it: what is dead or impossible is left out. */
  model(): Sheet;
  /** Makes one edit and says what it was. */
  edit(): string;
}

/** Starts with some elements and flows. */
export function startEditing(random: Choices, kit: EditKit, size: number): Editing {
  let sheet: Sheet = { elements: [], flows: [] };
  const past: Sheet[] = [];
  let made = 0;

  const anElement = (): Element | undefined => random.pick(sheet.elements);
  const aBoundary = (): ElementId | null =>
    random.pick(sheet.elements.filter(({ kind }) => kind === 'boundary'))?.id ?? null;
  const setElement = (id: ElementId, parts: Partial<Element>): void => {
    sheet = { ...sheet, elements: sheet.elements.map((one) => (one.id === id ? { ...one, ...parts } : one)) };
  };
  const setFlow = (id: Flow['id'], parts: Partial<Flow>): void => {
    sheet = { ...sheet, flows: sheet.flows.map((one) => (one.id === id ? { ...one, ...parts } : one)) };
  };
  const withAnswer = (before: Properties): Properties => {
    const name = random.pick(Object.keys(kit.values)) ?? '';
    const { [name]: _old, ...rest } = before;
    const value = random.chance(0.25) ? undefined : random.pick(kit.values[name] ?? []);
    return value === undefined ? rest : { ...rest, [name]: value };
  };
  const addElement = (): void => {
    const isReference = random.chance(0.08);
    const isBoundary = random.chance(0.4);
    const stencil = random.pick(kit.board.stencils);
    const type = (isBoundary ? random.pick(kit.board.boundaries)?.id : stencil?.id) ?? '';
    const kind = isReference ? 'ref' : isBoundary ? 'boundary' : (stencil?.kind ?? 'process');
    const isLine = kit.lines && kind === 'boundary' && random.chance(0.3);
    made += 1;
    const element: Element = {
      ...EMPTY_ELEMENT,
      ...defaultSize(kind),
      id: elementId(`e${made}`),
      kind,
      type: isReference ? '' : random.chance(0.03) ? 'gone.type' : type,
      x: random.below(800),
      y: random.below(600),
      parent: random.chance(0.7) ? aBoundary() : null,
      memberOf: random.chance(0.25) ? [aBoundary()].filter((id) => id !== null) : [],
      of: isReference ? (anElement()?.id ?? null) : null,
      properties: random.chance(0.6) ? withAnswer(withAnswer({})) : {},
      ...(isLine ? { shape: LINE } : {}),
    };
    sheet = { ...sheet, elements: [...sheet.elements, element] };
  };
  const addFlow = (): void => {
    const [source, target] = [anElement(), anElement()];
    if (source === undefined || target === undefined) return;
    made += 1;
    const flow: Flow = {
      ...EMPTY_FLOW,
      id: flowId(`f${made}`),
      source: source.id,
      target: target.id,
      direction: random.chance(0.2) ? 'two' : 'one',
      properties: random.chance(0.5) ? withAnswer({}) : {},
    };
    sheet = { ...sheet, flows: [...sheet.flows, flow] };
  };

  const onElement =
    (parts: (element: Element) => Partial<Element>): (() => void) =>
    () => {
      const element = anElement();
      if (element !== undefined) setElement(element.id, parts(element));
    };
  const onFlow =
    (parts: (flow: Flow) => Partial<Flow>): (() => void) =>
    () => {
      const flow = random.pick(sheet.flows);
      if (flow !== undefined) setFlow(flow.id, parts(flow));
    };
  const evidence = { source: 'claimed', evidence: 'said', by: 'Ann', at: 1 } as const;
  /** Edits with how often each is made. */
  const edits: readonly (readonly [number, string, () => void])[] = [
    [14, 'answer about an element', onElement(({ properties }) => ({ properties: withAnswer(properties) }))],
    [8, 'answer about a flow', onFlow(({ properties }) => ({ properties: withAnswer(properties) }))],
    [2, 'say who said so', onElement(() => ({ evidence: { [random.pick(Object.keys(kit.values)) ?? '']: evidence } }))],
    [
      3,
      'change the type',
      onElement(({ kind, type }) => ({
        type:
          (kind === 'boundary' ? random.pick(kit.board.boundaries)?.id : random.pick(kit.board.stencils)?.id) ?? type,
      })),
    ],
    [3, 'rename an element', onElement(({ label }) => ({ label: `${label}x` }))],
    [1, 'rename a flow', onFlow(({ label }) => ({ label: `${label}x` }))],
    [1, 'number a flow', onFlow(() => ({ order: String(random.below(9)) }))],
    [3, 'move', onElement(({ x }) => ({ x: x + random.below(200) - 100 }))],
    [5, 'move into another boundary', onElement(() => ({ parent: random.chance(0.2) ? null : aBoundary() }))],
    [
      4,
      'join or leave a boundary',
      onElement(({ memberOf }) => ({
        memberOf: random.chance(0.4)
          ? memberOf.slice(1)
          : [...new Set([...memberOf, aBoundary()])].filter((id) => id !== null).sort(),
      })),
    ],
    [2, 'show something else', onElement(({ kind, of }) => ({ of: kind === 'ref' ? (anElement()?.id ?? null) : of }))],
    [2, 'change the scope', onElement(({ outOfScope }) => ({ outOfScope: outOfScope === null ? 'bought' : null }))],
    [
      1,
      'change the scope of a flow',
      onFlow(({ outOfScope }) => ({ outOfScope: outOfScope === null ? 'bought' : null })),
    ],
    [3, 'reconnect', onFlow(({ target }) => ({ target: anElement()?.id ?? target }))],
    [1, 'turn a flow', onFlow(({ source, target }) => ({ source: target, target: source }))],
    [2, 'open the other way', onFlow(({ direction }) => ({ direction: direction === 'one' ? 'two' : 'one' }))],
    [2, 'route a flow', onFlow(() => ({ route: { base: null, points: [[random.below(900), random.below(700)]] } }))],
    [4, 'add an element', addElement],
    [5, 'add a flow', addFlow],
    [
      3,
      'delete an element',
      () => {
        const element = anElement();
        sheet = { ...sheet, elements: sheet.elements.filter((one) => one !== element) };
      },
    ],
    [
      3,
      'delete a flow',
      () => {
        const flow = random.pick(sheet.flows);
        sheet = { ...sheet, flows: sheet.flows.filter((one) => one !== flow) };
      },
    ],
    [
      5,
      'undo',
      () => {
        sheet = past.pop() ?? sheet;
      },
    ],
  ];
  const urn = edits.flatMap(([often, name, make]) => Array.from({ length: often }, () => ({ name, make })));

  for (let at = 0; at < size; at++) addElement();
  for (let at = 0; at < size; at++) addFlow();
  return {
    model: () =>
      assemble(
        sheet.elements.map((element) => ({ element, deleted: false, issues: [] })),
        sheet.flows.map((flow) => ({ flow, deleted: false, issues: [] })),
      ),
    edit: () => {
      const chosen = random.pick(urn);
      const before = sheet;
      chosen?.make();
      if (chosen?.name !== 'undo') past.push(before);
      return chosen?.name ?? 'nothing';
    },
  };
}

const LINE: Element['shape'] = {
  kind: 'line',
  points: [
    [0, 0],
    [10_000, 10_000],
  ],
  curve: 'straight',
};
