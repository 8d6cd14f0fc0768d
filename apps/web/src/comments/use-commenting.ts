/** Writing comments: the verbs, who may use them, and looking at one conversation. */
import { createRegisterCommands } from '@strideboard/document';
import type { CommentAnchor } from '@strideboard/model';
import { useMemo } from 'react';
import { useConnection, useModel, useRoom } from '../room/use-room.ts';
import { useRole } from '../room/workshop/use-workshop.ts';
import { useSession } from '../session/use-session.ts';
import { useReport } from '../ui/use-report.ts';

/** What can be done; what was refused is told. */
export interface Commenting {
  /** Opens a conversation; its id, or `null` when the board did not take it. */
  readonly open: (anchor: CommentAnchor, body: string) => string | null;
  readonly reply: (thread: string, body: string) => boolean;
  readonly edit: (id: string, body: string) => boolean;
  readonly withdraw: (id: string) => boolean;
  readonly resolve: (thread: string, resolved: boolean) => boolean;
}

/** The verbs of the open board. */
export function useCommenting(): Commenting {
  const { commandsOptions, document } = useRoom();
  const report = useReport();
  return useMemo(() => {
    const commands = createRegisterCommands(commandsOptions);
    const done = (result: Parameters<typeof report>[0]): boolean => {
      const isDone = report(result);
      // Who writes sees it at once.
      document.flush();
      return isDone;
    };
    return {
      open: (anchor, body) => {
        const result = commands.comment({ anchor, body });
        return done(result) && result.ok ? (result.ids[0] ?? null) : null;
      },
      reply: (thread, body) => done(commands.comment({ thread, body })),
      edit: (id, body) => done(commands.editComment({ id, body })),
      withdraw: (id) => done(commands.withdrawComment({ id })),
      resolve: (thread, resolved) => done(commands.resolve({ thread, resolved })),
    };
  }, [commandsOptions, document, report]);
}

/** Whether this person may write: `no` by the link, `stopped` when nothing can be written any more. */
export function useMayComment(): 'yes' | 'no' | 'stopped' {
  const { document } = useRoom();
  const role = useRole();
  const isStopped = useConnection(({ phase }) => phase === 'stopped');
  const isReadOnly = useModel(() => document.readOnly());
  if (isStopped || isReadOnly) return 'stopped';
  return role === null || role === 'view' ? 'no' : 'yes';
}

/** The comments that are open; `null` for none. */
export const useTalk = () => useSession((state) => state.talk ?? null);
