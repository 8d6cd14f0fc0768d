/** What boundaries are drawn as, and looking into collapsed ones. */
import type { EditingCommands } from '@strideboard/document';
import { absoluteBoxes, type Element } from '@strideboard/model';
import { actions as words, say } from '@strideboard/words';
import { type Action, changing } from '../../session/action-registry.ts';
import type { Bench } from '../bench.ts';
import { cornersOf, type Outline, outlineThrough, reshaped, withCorner } from '../view/outline.ts';
import { selectedElements } from './subjects.ts';

const SHAPES = [
  { kind: 'box', word: 'asBox' },
  { kind: 'poly', word: 'asFree' },
  { kind: 'line', word: 'asLine' },
] as const;

const DRAWN = [
  { form: 'poly', word: 'drawFree' },
  { form: 'line', word: 'drawLine' },
] as const;

/** The list. */
export function shapeActions(bench: Bench, editing: EditingCommands): readonly Action[] {
  const { room, session, report } = bench;
  const only = (): Element | null => {
    const elements = selectedElements(bench);
    const [element] = elements;
    return elements.length === 1 && element?.kind === 'boundary' && !element.collapsed ? element : null;
  };
  const collapsed = (): readonly Element[] => selectedElements(bench).filter((element) => element.collapsed);
  const areLookedInto = (): boolean =>
    collapsed().length > 0 && collapsed().every(({ id }) => session.getState().peeked.includes(id));
  const change = (element: Element, to: (typeof SHAPES)[number]['kind']): void => {
    const box = absoluteBoxes(room.document.model().elements).get(element.id);
    if (box === undefined || element.shape.kind === to) return;
    const outline = to === 'box' ? { shape: { kind: to } } : reshaped(element, box, to);
    const inside = room.index().children.get(element.id)?.length ?? 0;
    if (!report(editing.reshape({ boundary: element.id, ...outline, lift: true }))) return;
    room.document.flush();
    if (to === 'line' && inside > 0)
      session.getState().tell({
        text: say(words.boundary.lifted, {
          count: inside,
          name: element.label || room.pack.typeLabel(element.type) || '',
        }),
        action: { label: bench.words.canvas.undo, run: () => room.history.undo() },
      });
  };
  return [
    {
      id: 'peek',
      group: 'boundary',
      label: words.boundary.peek,
      isPossible: () => collapsed().length > 0,
      isOn: areLookedInto,
      run: () => {
        const now = session.getState();
        const ids = collapsed().map(({ id }) => id);
        const others = now.peeked.filter((id) => !ids.includes(id));
        now.peek(areLookedInto() ? others : [...others, ...ids]);
      },
    },
    ...changing([
      ...SHAPES.map(
        ({ kind, word }): Action => ({
          id: `shape-${kind}`,
          group: 'boundary',
          label: words.boundary[word],
          keywords: words.boundary.shapeKeywords,
          isPossible: () => room.mayEdit() && only() !== null,
          isOn: () => only()?.shape.kind === kind,
          run: () => {
            const element = only();
            if (element !== null) change(element, kind);
          },
        }),
      ),
      {
        id: 'shape-smooth',
        group: 'boundary',
        label: words.boundary.smooth,
        keywords: words.boundary.shapeKeywords,
        isPossible: () => room.mayEdit() && formOf(only()) !== null,
        isOn: () => formOf(only())?.curve === 'smooth',
        run: () => {
          const element = only();
          const shape = formOf(element);
          if (element === null || shape === null) return;
          const curve = shape.curve === 'smooth' ? 'straight' : 'smooth';
          report(editing.reshape({ boundary: element.id, shape: { ...shape, curve } }));
        },
      },
      {
        id: 'shape-corner',
        group: 'boundary',
        label: words.boundary.addCorner,
        keywords: words.boundary.shapeKeywords,
        isPossible: () => room.mayEdit() && formOf(only()) !== null,
        run: () => {
          const element = only();
          const shape = formOf(element);
          const box = element === null ? undefined : absoluteBoxes(room.document.model().elements).get(element.id);
          if (element === null || shape === null || box === undefined) return;
          const corners = withCorner(cornersOf(element, box), shape.kind === 'poly');
          report(editing.reshape({ boundary: element.id, ...outlineThrough(corners, shape) }));
        },
      },
      ...DRAWN.map(
        ({ form, word }): Action => ({
          id: `draw-${form}`,
          group: 'tools',
          label: words.boundary[word],
          keywords: words.boundary.shapeKeywords,
          isPossible: () => room.mayEdit(),
          run: () => session.getState().setTool({ kind: 'place', element: 'boundary', type: '', form }),
        }),
      ),
    ]),
  ];
}

const formOf = (element: Element | null): Outline['shape'] | null =>
  element === null || element.shape.kind === 'box' ? null : element.shape;
