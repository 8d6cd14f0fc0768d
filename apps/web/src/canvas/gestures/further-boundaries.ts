/** Boundaries that what was dropped lies in besides the one it moves with: offered as a choice, since only people know what belongs where. */
import {
  absoluteBoxes,
  createContainment,
  type Element,
  type ElementId,
  encloses,
  isClosedBoundary,
  type Model,
} from '@strideboard/model';
import { occasional, say } from '@strideboard/words';
import type { Bench } from '../bench.ts';

/** Closed boundaries of the same diagram that wholly enclose an element and that it belongs to by no road, parents first. */
export function furtherBoundaries(model: Pick<Model, 'elements' | 'flows'>, id: ElementId): readonly Element[] {
  const boxes = absoluteBoxes(model.elements);
  const [element, box] = [model.elements.find((one) => one.id === id), boxes.get(id)];
  if (element === undefined || box === undefined || element.kind === 'note' || element.kind === 'ref') return [];
  const containment = createContainment(model);
  const within = containment.enclosing(id);
  const inside = new Set(containment.inside(id).map((one) => one.id));
  return model.elements.filter((boundary) => {
    const around = boxes.get(boundary.id);
    const isOther = boundary.id !== id && !within.has(boundary.id) && !inside.has(boundary.id);
    const isHere = isClosedBoundary(boundary) && boundary.diagram === element.diagram;
    return isOther && isHere && around !== undefined && encloses(around, box);
  });
}

/** Offers the nearest of them for one dropped element, in a message that goes by itself. */
export function offerFurther({ room, session, words, report }: Bench, id: ElementId): void {
  const model = room.document.model();
  const boundary = furtherBoundaries(model, id).at(-1);
  const element = room.index().elements.get(id);
  if (boundary === undefined || element === undefined) return;
  const nameOf = ({ label, type }: Element): string => label || (room.pack.typeLabel(type) ?? words.common.unnamed);
  const { text, add } = occasional.further;
  session.getState().tell({
    text: say(text, { name: nameOf(element), boundary: nameOf(boundary) }),
    action: {
      label: add,
      run: () => {
        report(room.commands.join({ ids: [id], boundary: boundary.id }));
        room.document.flush();
      },
    },
  });
}
