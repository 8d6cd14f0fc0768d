/** Locking for everybody but facilitators, as actions. */
import { createRegisterCommands, type CommandResult } from '@strideboard/document';
import type { ElementId, FlowId } from '@strideboard/model';
import { say, together } from '@strideboard/words';
import type { Room } from '../room/room.ts';
import type { Action } from '../session/action-registry.ts';
import type { SessionStore } from '../session/session-store.ts';

interface LockActionsOptions {
  readonly room: Room;
  readonly session: SessionStore;
  readonly report: (result: CommandResult) => boolean;
  /** Asks for the reason, then locks. */
  readonly onLock: (ids: readonly string[]) => void;
}

/** Ids that are on the board. */
const liveOf = ({ document }: Pick<Room, 'document'>, ids: readonly string[]): readonly string[] => {
  const { elements, flows } = document.model();
  const live = new Set<string>([...elements.map(({ id }) => id), ...flows.map(({ id }) => id)]);
  return ids.filter((id) => live.has(id));
};

/** Locks and says so. */
export async function lockFor(
  { room, session, report }: Omit<LockActionsOptions, 'onLock'>,
  { ids, on, reason = '' }: { readonly ids: readonly string[]; readonly on: boolean; readonly reason?: string },
): Promise<void> {
  // Before the workshop is here, nobody knows what is locked already.
  await room.whole;
  const result = createRegisterCommands(room.commandsOptions).facilitatorLock({ ids: liveOf(room, ids), on, reason });
  if (!report(result) || !result.ok) return;
  const { done, undone } = together.locks;
  session.getState().tell({ text: say(on ? done : undone, { count: result.ids.length }) });
}

/** The list. */
export function lockActions(options: LockActionsOptions): readonly Action[] {
  const { room, session, onLock } = options;
  const words = together.locks;
  const mayLock = (): boolean => room.connection.state().role === 'facilitate';
  const chosen = (): readonly string[] => {
    const index = room.index();
    // A selection holds ids of elements and flows; they are only looked up.
    return session
      .getState()
      .selection.filter((id) => index.elements.has(id as ElementId) || index.flows.has(id as FlowId));
  };
  const locked = (): ReadonlySet<string> => new Set(room.document.workshop().locks.map(({ id }) => id));
  return [
    {
      id: 'facilitator-lock',
      group: 'workshop',
      label: words.lock,
      keywords: words.keywords,
      isPossible: () => mayLock() && chosen().length > 0,
      run: () => onLock(chosen()),
    },
    {
      id: 'facilitator-unlock',
      group: 'workshop',
      label: words.unlock,
      keywords: words.keywords,
      isPossible: () => mayLock() && chosen().some((id) => locked().has(id)),
      run: () => void lockFor(options, { ids: chosen(), on: false }),
    },
    {
      id: 'facilitator-unlock-all',
      group: 'workshop',
      label: words.unlockAll,
      keywords: words.keywords,
      isPossible: () => mayLock() && locked().size > 0,
      run: () => void lockFor(options, { ids: [...locked()], on: false }),
    },
  ];
}
