/** What an element or flow is called for people who do not see the picture. */
import type { ElementId, FlowId, SubjectId } from '@strideboard/model';
import type { SceneElement, SceneFlow } from '@strideboard/render';
import { say, type InterfaceWords as Words } from '@strideboard/words';
import { useModel, useRoom } from '../../room/use-room.ts';
import { useWords } from '../../session/words.ts';

/** What is said of something on the diagram besides its name. */
interface Said {
  /** Numbers of threats and questions, as the badges have them. */
  readonly counts: string;
  readonly selected: boolean;
}

/** "name, kind, in boundary, n flows, n open threats, selected". Renders again only when the sentence changes. */
export function useElementDescription(element: SceneElement, { counts, selected }: Said): string {
  const room = useRoom();
  const words = useWords();
  return useModel(() => {
    const index = room.index();
    const name = element.label || words.common.unnamed;
    const kind = element.typeLabel || words.common.kinds[element.kind];
    const parent = element.parent === null ? undefined : index.elements.get(element.parent);
    const flows = index.flowsOf.get(element.id)?.length ?? 0;
    return [
      name,
      kind === name ? '' : kind,
      element.kind === 'ref' ? words.canvas.element.reference : '',
      parent === undefined ? '' : say(words.canvas.element.where, { boundary: nameOf(room, parent.id, words) }),
      element.boundary === null ? say(words.canvas.element.flows, { count: flows }) : '',
      element.boundary?.folds == null ? '' : say(words.canvas.element.folded, { count: element.boundary.folds.length }),
      threatsText(counts, words),
      element.locked ? words.canvas.element.locked : '',
      element.outOfScope ? words.canvas.element.outOfScope : '',
      selected ? words.canvas.element.selected : '',
    ]
      .filter(Boolean)
      .join(', ');
  });
}

/** "Data flow from a to b, number, label, crosses n boundaries, n open threats, selected". */
export function useFlowDescription(flow: SceneFlow, { counts, selected }: Said): string {
  const room = useRoom();
  const words = useWords();
  return useModel(() => {
    const stored = room.index().flows.get(flow.id);
    const pattern = stored?.direction === 'two' ? words.canvas.flow.both : words.canvas.flow.description;
    const count = flow.gathers.length;
    const chosen = selected ? words.canvas.element.selected : '';
    if (count > 0) {
      const ends = say(pattern, { source: nameOf(room, flow.source, words), target: nameOf(room, flow.target, words) });
      return [ends, say(words.canvas.flow.gathers, { count }), threatsText(counts, words), chosen]
        .filter(Boolean)
        .join(', ');
    }
    return [
      say(pattern, { source: nameOf(room, flow.source, words), target: nameOf(room, flow.target, words) }),
      stored?.order ?? '',
      stored?.label ?? '',
      flow.crosses.length === 0 ? '' : say(words.canvas.flow.crosses, { count: flow.crosses.length }),
      threatsText(counts, words),
      flow.outOfScope ? words.canvas.element.outOfScope : '',
      chosen,
    ]
      .filter(Boolean)
      .join(', ');
  });
}

/** The name of an element for a sentence. */
export function nameOf(room: ReturnType<typeof useRoom>, id: SubjectId, { common }: Words): string {
  const index = room.index();
  const element = index.elements.get(id as ElementId); // only looked up
  if (element === undefined) return index.flows.get(id as FlowId)?.label || common.unnamed; // as above
  return element.label || (room.pack.typeLabel(element.type) ?? common.kinds[element.kind]);
}

function threatsText(counts: string, { canvas }: Words): string {
  if (counts === '') return '';
  const numbers = counts.split(' ').map(Number);
  const questions = numbers[4] ?? 0;
  const threats = numbers.slice(0, 4).reduce((sum, count) => sum + count, 0);
  return [
    threats === 0 ? '' : say(canvas.element.threats, { count: threats }),
    questions === 0 ? '' : say(canvas.element.questions, { count: questions }),
  ]
    .filter(Boolean)
    .join(', ');
}
