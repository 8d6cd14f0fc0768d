/** Making a board: a room on the server, its first content, and the way there. */
import type { Model } from '@strideboard/model';
import { formatBoardLink } from '@strideboard/wire';
import { say } from '@strideboard/words';
import { useState } from 'react';
import { useEnvironment } from '../session/environment.ts';
import { useFirstContent } from '../session/first-content.ts';
import { go } from '../session/navigation.ts';
import type { BroughtPack } from '../files/opened-file.ts';
import { useStartWords } from './start-words.ts';

/** What comes along with a board that is made of a file. */
interface Along {
  readonly notice: string | null;
  readonly pack: BroughtPack | null;
}

const NOTHING_ALONG: Along = { notice: null, pack: null };

/** Creates boards and says what stands in the way. */
export function useCreateBoard() {
  const { api, memory } = useEnvironment();
  const firstContent = useFirstContent();
  const start = useStartWords();
  const [creating, setCreating] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const create = async (load: () => Promise<Model>, title: string, along: Along = NOTHING_ALONG): Promise<void> => {
    setCreating(true);
    setProblem(null);
    // What writes the content is fetched along with it: the board must not look finished, and saved, before it has its content.
    const [content, created] = await Promise.all([load(), api.createRoom(), import('../room/import-content.ts')]);
    setCreating(false);
    if (!created.ok) {
      const { code } = created.problem;
      if (code === 'server-unreachable') setProblem(start.failed.unreachable);
      else if (code === 'too-many-requests') setProblem(start.failed.rate);
      else if (code === 'store-unavailable') setProblem(start.failed.full);
      else setProblem(say(start.failed.other, { code }));
      return;
    }
    const { roomId, link } = created.value;
    firstContent.put(roomId, { model: { ...content, meta: { ...content.meta, title } }, ...along });
    memory.remember(roomId, { link, role: link.role, title, lastOpened: Date.now() });
    go(formatBoardLink({ roomId, linkId: link.linkId, secret: link.secret }));
  };
  return { create, creating, problem };
}
