/** Deletes what is selected, with a way back. */
import type { SubjectId } from '@strideboard/model';
import { say } from '@strideboard/words';
import { Trash2 } from 'lucide-react';
import { useMayEdit, useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { useReport } from '../ui/use-report.ts';

/** The button; nothing for those who may only look. */
export function DeleteButton({ ids }: { readonly ids: readonly SubjectId[] }) {
  const { panels, board } = useWords();
  const { commands } = useRoom();
  const session = useSessionStore();
  const report = useReport();
  if (!useMayEdit()) return null;
  const remove = (): void => {
    const result = commands.delete({ ids });
    if (!report(result) || !result.ok) return;
    session.getState().select([]);
    session.getState().tell({
      text: say(panels.deletion.done, { count: ids.length }),
      action: { label: board.undo, run: () => report(commands.restore({ ids })) },
    });
  };
  return (
    <div>
      <Button size="small" look="danger" icon={<Trash2 size={14} aria-hidden />} onClick={remove}>
        {ids.length === 1 ? panels.deletion.one : say(panels.deletion.several, { count: ids.length })}
      </Button>
    </div>
  );
}
