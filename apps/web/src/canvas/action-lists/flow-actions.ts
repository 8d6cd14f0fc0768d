/** What is done with flows: each one command, one step of undo. Whatever a hand drags on a flow has its action here. */
import { SIDES } from '@strideboard/model';
import type { SceneFlow } from '@strideboard/render';
import { actions as words } from '@strideboard/words';
import { type Action, changing } from '../../session/action-registry.ts';
import type { Bench } from '../bench.ts';
import { withBend } from '../view/flow-way.ts';
import { selectedFlows } from './subjects.ts';

/** The list. */
export function flowActions(bench: Bench): readonly Action[] {
  const { room, session, scenes, report } = bench;
  const flows = () => selectedFlows(bench);
  const areTwoWay = (): boolean => flows().length > 0 && flows().every(({ direction }) => direction === 'two');
  const mayFlows = (): boolean => room.mayEdit() && flows().length > 0;
  /** The one selected flow as it is drawn; not one that stands for several. */
  const only = (): SceneFlow | null => {
    const [flow, ...more] = flows();
    return flow === undefined || more.length > 0 ? null : (scenes.scene().flowById.get(flow.id) ?? null);
  };
  const mayOnly = (): boolean => room.mayEdit() && only() !== null;
  const slide = (by: number): void => {
    const [flow] = flows();
    if (flow === undefined) return;
    const { along, dx, dy } = flow.labelPlace ?? { along: MIDDLE, dx: 0, dy: 0 };
    report(room.commands.route({ id: flow.id, labelPlace: { along: slid(along + by), dx, dy } }));
  };
  return changing([
    {
      id: 'flow-reverse',
      group: 'flow',
      label: words.flow.reverse,
      shortcuts: [{ key: 'r' }],
      isPossible: mayFlows,
      run: () => {
        for (const { id } of flows()) report(room.commands.flow({ id, reverse: true }));
      },
    },
    {
      id: 'flow-two-way',
      group: 'flow',
      label: words.flow.twoWay,
      isPossible: mayFlows,
      isOn: areTwoWay,
      run: () => {
        const direction = areTwoWay() ? 'one' : 'two';
        for (const { id } of flows()) report(room.commands.flow({ id, direction }));
      },
    },
    {
      id: 'flow-turn',
      group: 'flow',
      label: words.flow.turn,
      isPossible: () => mayFlows() && flows().every(({ source, target }) => source === target),
      run: () => {
        for (const { id, ports } of flows()) {
          const side = SIDES[(SIDES.indexOf(ports[0] ?? 'top') + 1) % SIDES.length] ?? 'top';
          report(room.commands.route({ id, ports: [side, side] }));
        }
      },
    },
    {
      id: 'flow-straighten',
      group: 'flow',
      label: words.flow.straighten,
      isPossible: () => mayFlows() && flows().some(({ route, labelPlace }) => route !== null || labelPlace !== null),
      run: () => {
        for (const { id } of flows()) report(room.commands.route({ id, points: null, labelPlace: null }));
      },
    },
    {
      id: 'flow-bend',
      group: 'flow',
      label: words.flow.addBend,
      keywords: words.flow.bendKeywords,
      isPossible: () => mayOnly() && only()?.source !== only()?.target,
      run: () => {
        const flow = only();
        if (flow !== null) report(room.commands.route({ id: flow.id, points: withBend(flow) }));
      },
    },
    ...SLIDES.map(
      ({ id, word, by }): Action => ({
        id,
        group: 'flow',
        label: words.flow[word],
        isPossible: () => mayOnly() && only()?.label != null,
        run: () => slide(by),
      }),
    ),
    ...ENDS.map(
      ({ dialog, word }): Action => ({
        id: dialog,
        group: 'flow',
        label: words.flow[word],
        keywords: words.flow.endKeywords,
        isPossible: mayOnly,
        run: () => session.getState().openDialog(dialog),
      }),
    ),
  ]);
}

/** Places of a label along its line, thousandths. */
const [MIDDLE, STEP, FIRST, LAST] = [500, 100, 50, 950];
const slid = (along: number): number => Math.min(LAST, Math.max(FIRST, along));

const SLIDES = [
  { id: 'flow-label-back', word: 'labelBack', by: -STEP },
  { id: 'flow-label-on', word: 'labelOn', by: STEP },
] as const;

const ENDS = [
  { dialog: 'flow-source', word: 'from' },
  { dialog: 'flow-target', word: 'to' },
] as const;
