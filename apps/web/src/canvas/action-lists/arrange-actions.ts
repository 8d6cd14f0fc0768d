/** Lining up, order, boundaries around things and flows: each one command, one step of undo. */
import type { EditingCommands } from '@strideboard/document';
import type { CanvasPoint, Element, ElementId } from '@strideboard/model';
import { actions as words } from '@strideboard/words';
import { type Action, changing } from '../../session/action-registry.ts';
import { align, type Alignment, distribute } from '../arrange/align.ts';
import type { Bench } from '../bench.ts';
import { flowActions } from './flow-actions.ts';
import { selectedBoxes, selectedElements, selectedFlows } from './subjects.ts';

const ALIGNMENTS = [
  ['left', 'alignLeft'],
  ['centre', 'alignCentre'],
  ['right', 'alignRight'],
  ['top', 'alignTop'],
  ['middle', 'alignMiddle'],
  ['bottom', 'alignBottom'],
] as const satisfies readonly (readonly [Alignment, keyof typeof words.arrange])[];

const ORDERS = [
  { to: 'front', shortcut: { key: ']', command: true, shift: true, code: 'BracketRight' } },
  { to: 'forward', shortcut: { key: ']', command: true } },
  { to: 'backward', shortcut: { key: '[', command: true } },
  { to: 'back', shortcut: { key: '[', command: true, shift: true, code: 'BracketLeft' } },
] as const;

/** The list. */
export function arrangeActions(bench: Bench, editing: EditingCommands): readonly Action[] {
  const { room, session, report } = bench;
  const put = (positions: ReadonlyMap<ElementId, CanvasPoint>): void => {
    if (positions.size > 0) report(editing.arrange({ positions }));
  };
  const hasAtLeast = (count: number) => (): boolean => room.mayEdit() && selectedBoxes(bench).size >= count;
  return changing([
    ...ALIGNMENTS.map(
      ([to, word]): Action => ({
        id: `align-${to}`,
        group: 'arrange',
        label: words.arrange[word],
        isPossible: hasAtLeast(2),
        run: () => put(align(selectedBoxes(bench), to)),
      }),
    ),
    {
      id: 'distribute-across',
      group: 'arrange',
      label: words.arrange.distributeAcross,
      isPossible: hasAtLeast(3),
      run: () => put(distribute(selectedBoxes(bench), 'across')),
    },
    {
      id: 'distribute-down',
      group: 'arrange',
      label: words.arrange.distributeDown,
      isPossible: hasAtLeast(3),
      run: () => put(distribute(selectedBoxes(bench), 'down')),
    },
    ...ORDERS.map(
      ({ to, shortcut }): Action => ({
        id: `order-${to}`,
        group: 'arrange',
        label: words.arrange[to],
        keywords: words.arrange.keywords,
        shortcuts: [shortcut],
        isPossible: () => room.mayEdit() && session.getState().selection.length > 0,
        run: () =>
          report(
            editing.reorder({
              ids: [...selectedElements(bench).map(({ id }) => id), ...selectedFlows(bench).map(({ id }) => id)],
              to,
            }),
          ),
      }),
    ),
    ...boundaryActions(bench, editing),
    ...flowActions(bench),
  ]);
}

function boundaryActions(bench: Bench, editing: EditingCommands): readonly Action[] {
  const { room, session, report } = bench;
  const boundaries = (): readonly Element[] => selectedElements(bench).filter(({ kind }) => kind === 'boundary');
  const closed = (): readonly ElementId[] =>
    boundaries()
      .filter(({ shape }) => shape.kind !== 'line')
      .map(({ id }) => id);
  const areCollapsed = (): boolean =>
    boundaries().length > 0 && boundaries().every(({ collapsed, shape }) => collapsed || shape.kind === 'line');
  const areMachine = (): boolean => boundaries().length > 0 && boundaries().every(({ style }) => style === 'machine');
  return [
    {
      id: 'wrap',
      group: 'boundary',
      label: words.boundary.wrap,
      keywords: words.boundary.wrapKeywords,
      shortcuts: [{ key: 'g', command: true }],
      isPossible: () => room.mayEdit() && selectedElements(bench).some(({ kind }) => kind !== 'note'),
      run: () => {
        const result = editing.wrap({ ids: selectedElements(bench).map(({ id }) => id), type: '' });
        if (!report(result) || !result.ok) return;
        room.document.flush();
        const [id] = result.ids;
        if (id === undefined) return;
        session.getState().select([id]);
        session.getState().edit({ id, field: 'label' });
      },
    },
    {
      id: 'dissolve',
      group: 'boundary',
      label: words.boundary.dissolve,
      keywords: words.boundary.dissolveKeywords,
      shortcuts: [{ key: 'g', command: true, shift: true }],
      isPossible: () => room.mayEdit() && boundaries().length === 1,
      run: () => {
        const [boundary] = boundaries();
        if (boundary !== undefined) report(editing.dissolve({ boundary: boundary.id }));
      },
    },
    {
      id: 'collapse',
      group: 'boundary',
      label: words.boundary.collapse,
      keywords: words.boundary.collapseKeywords,
      isPossible: () => room.mayEdit() && closed().length > 0 && !areCollapsed(),
      run: () => report(editing.collapse({ ids: closed(), on: true })),
    },
    {
      id: 'expand',
      group: 'boundary',
      label: words.boundary.expand,
      isPossible: () => room.mayEdit() && closed().length > 0 && areCollapsed(),
      run: () => report(editing.collapse({ ids: closed(), on: false })),
    },
    {
      id: 'machine-style',
      group: 'boundary',
      label: words.boundary.machine,
      isPossible: () => room.mayEdit() && boundaries().length === 1,
      isOn: areMachine,
      run: () => {
        const [boundary] = boundaries();
        if (boundary !== undefined)
          report(editing.reshape({ boundary: boundary.id, style: areMachine() ? 'trust' : 'machine' }));
      },
    },
  ];
}
