/** Drawing a flow without aiming: search the element it goes to, the nearest come first; Enter draws it and its name can be typed. */
import { absoluteBoxes, centreOf, type Element, type ElementId } from '@strideboard/model';
import { reach, say } from '@strideboard/words';
import { useMemo } from 'react';
import { connectElements } from '../room/connect-elements.ts';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { foldText } from '../ui/fold-text.ts';
import { SearchDialog } from '../ui/SearchDialog.tsx';
import { useReport } from '../ui/use-report.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';

const words = reach.connectTo;

/** The list, open while mounted, for the one selected element. */
export function ConnectTo({ onClose }: { readonly onClose: () => void }) {
  const room = useRoom();
  const session = useSessionStore();
  const names = useSubjectNames();
  const report = useReport();
  const source = session.getState().selection[0] as ElementId | undefined; // the action is offered for one element only
  // As things were when it was opened: nothing moves under the cursor while somebody reads.
  const groups = useMemo(() => {
    const { elements } = room.document.model();
    const optionOf = ({ id }: Element) => {
      const name = names.name(id) ?? '';
      const what = names.what(id) ?? '';
      return { id, label: name, what: what === name ? '' : what, keywords: foldText(`${name} ${what}`) };
    };
    const near = nearestTo(source, elements).map(optionOf);
    const own = elements.filter(({ id }) => id === source).map(optionOf);
    const itself = own.map((option) => ({ ...option, label: words.itself, what: words.loop }));
    return [
      { label: words.nearest, options: near },
      { label: words.loop, options: itself },
    ];
  }, [room, names, source]);
  if (source === undefined) return null;
  return (
    <SearchDialog
      title={say(words.title, { name: names.name(source) ?? '' })}
      label={words.search}
      groups={groups}
      emptyText={words.none}
      detail={({ what }) => what}
      onChoose={({ id }) => report(connectElements(room, session, { source, target: id }))}
      onClose={onClose}
    />
  );
}

/** Elements of the same diagram that a flow can lead to, by the distance between the middles. */
export function nearestTo(source: ElementId | undefined, elements: readonly Element[]): readonly Element[] {
  const from = elements.find(({ id }) => id === source);
  const boxes = absoluteBoxes(elements);
  const box = from === undefined ? undefined : boxes.get(from.id);
  if (from === undefined || box === undefined) return [];
  const middle = centreOf(box);
  const distance = (id: ElementId): number => {
    const other = boxes.get(id);
    if (other === undefined) return Number.POSITIVE_INFINITY;
    const { x, y } = centreOf(other);
    return Math.hypot(x - middle.x, y - middle.y);
  };
  return elements
    .filter(
      ({ id, kind, diagram }) => id !== from.id && diagram === from.diagram && kind !== 'boundary' && kind !== 'note',
    )
    .map((element) => ({ element, at: distance(element.id) }))
    .sort((a, b) => a.at - b.at)
    .map(({ element }) => element);
}
