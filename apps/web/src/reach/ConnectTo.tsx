/** Drawing a flow without aiming: search the element it goes to, the nearest come first; Enter draws it and its name can be typed. */
import type { ElementId } from '@strideboard/model';
import { reach, say } from '@strideboard/words';
import { useMemo } from 'react';
import { connectElements } from '../room/connect-elements.ts';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { SearchDialog } from '../ui/SearchDialog.tsx';
import { useReport } from '../ui/use-report.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { nearestTo, optionOf } from './element-options.ts';

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
    const near = nearestTo(source, elements).map((element) => optionOf(element, names));
    const own = elements.filter(({ id }) => id === source).map((element) => optionOf(element, names));
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
      moreText={(count) => say(words.more, { count })}
      detail={({ what }) => what}
      onChoose={({ id }) => report(connectElements(room, session, { source, target: id }))}
      onClose={onClose}
    />
  );
}
