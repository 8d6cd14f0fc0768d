/** What a board has beside what is always in sight: actions, notices, dialogs. Fetched while people already look at the diagram. */
import { Suspense, useEffect } from 'react';
import { ActionCenter } from './actions/ActionCenter.tsx';
import { ConflictNotices } from './frame/ConflictNotices.tsx';
import { FrameActions } from './frame/FrameActions.tsx';
import { PhoneBar } from './frame/PhoneBar.tsx';
import { PrintSheet } from './print/PrintSheet.tsx';
import { RecordActions } from './records/RecordActions.tsx';
import { lastChanges } from './room/last-changes.ts';
import { useConnection, useRoom } from './room/use-room.ts';
import { lazyPart } from './session/lazy-part.ts';
import { useSession, useSessionStore } from './session/use-session.ts';
import { KeepLink } from './share/KeepLink.tsx';

const InsertMenu = lazyPart(async () => (await import('./palette/InsertMenu.tsx')).InsertMenu);
const NameDialog = lazyPart(async () => (await import('./frame/NameDialog.tsx')).NameDialog);
const ShareDialog = lazyPart(async () => (await import('./share/ShareDialog.tsx')).ShareDialog);
const DeleteBoardDialog = lazyPart(async () => (await import('./share/DeleteBoardDialog.tsx')).DeleteBoardDialog);
const PeopleDialog = lazyPart(async () => (await import('./people/PeopleDialog.tsx')).PeopleDialog);
const VersionsDialog = lazyPart(async () => (await import('./versions/VersionsDialog.tsx')).VersionsDialog);
const PacksDialog = lazyPart(async () => (await import('./pack-dialog/PacksDialog.tsx')).PacksDialog);
const BoardStart = lazyPart(async () => (await import('./BoardStart.tsx')).BoardStart);
const BoardExport = lazyPart(async () => (await import('./BoardExport.tsx')).BoardExport);

/** The extras; of the dialogs the one that is open. */
export function BoardExtras() {
  const dialog = useSession((state) => state.dialog);
  const isInserting = useSession((state) => state.inserting !== null);
  const session = useSessionStore();
  const { live } = useRoom();
  const synced = useConnection((state) => state.synced);
  useEffect(() => {
    if (synced) lastChanges(live.document.doc, () => live.now());
  }, [synced, live]);
  const closeDialog = (): void => session.getState().openDialog(null);
  return (
    <>
      <ConflictNotices />
      <FrameActions />
      <RecordActions />
      <ActionCenter />
      <PhoneBar />
      <KeepLink />
      <PrintSheet />
      <Suspense>
        {isInserting ? <InsertMenu /> : null}
        {dialog === 'name' ? <NameDialog onClose={closeDialog} /> : null}
        {dialog === 'begin' ? <BoardStart onClose={closeDialog} /> : null}
        {dialog === 'share' ? <ShareDialog onClose={closeDialog} /> : null}
        {dialog === 'delete-board' ? <DeleteBoardDialog onClose={closeDialog} /> : null}
        {dialog === 'people' ? <PeopleDialog onClose={closeDialog} /> : null}
        {dialog === 'versions' ? <VersionsDialog onClose={closeDialog} /> : null}
        {dialog === 'packs' ? <PacksDialog onClose={closeDialog} /> : null}
        {dialog === 'export' ? <BoardExport onClose={closeDialog} /> : null}
      </Suspense>
    </>
  );
}
