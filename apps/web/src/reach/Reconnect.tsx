/** Taking one end of a flow to another element without a drag: search it, the nearest to the present one come first. */
import type { Flow, FlowId } from '@strideboard/model';
import { reach, say } from '@strideboard/words';
import { useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { SearchDialog } from '../ui/SearchDialog.tsx';
import { useReport } from '../ui/use-report.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { nearestTo, optionOf } from './element-options.ts';

interface ReconnectProps {
  readonly end: 'source' | 'target';
  readonly onClose: () => void;
}

const words = reach.connectTo;

/** The list, open while mounted, for the one selected flow. */
export function Reconnect({ end, onClose }: ReconnectProps) {
  const room = useRoom();
  const session = useSessionStore();
  const [flow] = session.getState().selection.flatMap((id) => room.index().flows.get(id as FlowId) ?? []); // the action is offered for one flow only
  return flow === undefined ? null : <Ends flow={flow} end={end} onClose={onClose} />;
}

function Ends({ flow, end, onClose }: ReconnectProps & { readonly flow: Flow }) {
  const { document, commands } = useRoom();
  const names = useSubjectNames();
  const report = useReport();
  // As things were when it was opened: nothing moves under the cursor while somebody reads.
  const [options] = useState(() =>
    nearestTo(flow[end], document.model().elements).map((element) => optionOf(element, names)),
  );
  const name = names.name(flow.id) ?? '';
  return (
    <SearchDialog
      title={say(end === 'source' ? words.from : words.to, { name })}
      label={words.search}
      groups={[{ label: words.nearest, options }]}
      emptyText={words.none}
      moreText={(count) => say(words.more, { count })}
      detail={({ what }) => what}
      onChoose={({ id }) => report(commands.reconnect({ id: flow.id, end, element: id }))}
      onClose={onClose}
    />
  );
}
