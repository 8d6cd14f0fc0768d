/** Registers what records offer on the canvas: an assumption about what is selected. Shows nothing. */
import { RECORD_KINDS, type RecordKind } from '@strideboard/model';
import { records as words } from '@strideboard/words';
import { useMemo } from 'react';
import { useRoom } from '../room/use-room.ts';
import { type Action, changing, useRegisterActions } from '../session/action-registry.ts';
import { useSessionStore } from '../session/use-session.ts';
import { NEW_RECORD } from './new-record.ts';

/** Mounted while the board is open. */
export function RecordActions(): null {
  const session = useSessionStore();
  const room = useRoom();
  const actions = useMemo((): readonly Action[] => {
    const show = (kind: RecordKind): void => session.getState().showReview('records', `${NEW_RECORD}${kind}`);
    return changing([
      {
        id: 'new-assumption',
        group: 'threats',
        label: words.newAbout,
        keywords: words.keywords,
        isPossible: () => room.mayEdit() && session.getState().selection.length > 0,
        run: () => show('assumption'),
      },
      ...RECORD_KINDS.map(
        (kind): Action => ({
          id: `new-record-${kind}`,
          group: 'threats',
          label: words.newOf[kind],
          keywords: words.keywords,
          isPossible: () => room.mayEdit(),
          run: () => show(kind),
        }),
      ),
    ]);
  }, [session, room]);
  useRegisterActions('records', actions);
  return null;
}
