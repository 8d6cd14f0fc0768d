/** The workbench of the canvas, for as long as its parts stay the same. */
import { useEffect, useMemo } from 'react';
import { useRoom } from '../room/use-room.ts';
import { createSceneStore } from '../room/scene-store.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { useReport } from '../ui/use-report.ts';
import type { Bench } from './bench.ts';
import { createCanvasStore } from './canvas-store.ts';

/** Makes the workbench and lets its drawing follow the board. */
export function useOpenBench(): Bench {
  const { live: room } = useRoom();
  const session = useSessionStore();
  const words = useWords();
  const report = useReport();
  const bench = useMemo((): Bench => {
    const { document, peers, pack } = room;
    const scenes = createSceneStore({ document, session, peers, pack });
    return { room, session, scenes, canvas: createCanvasStore(), words, report };
  }, [room, session, words, report]);
  useEffect(() => bench.scenes.start(), [bench]);
  useEffect(() => {
    const follow = (): void => bench.scenes.setPack(bench.room.pack);
    follow();
    return bench.room.packs.store.subscribe(follow);
  }, [bench]);
  return bench;
}
