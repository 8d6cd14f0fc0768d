/** Listens to what other people do to the board, and says it now and then. */
import type { SubjectId } from '@strideboard/model';
import type { InterfaceWords as Words } from '@strideboard/words';
import type { Room } from '../room/room.ts';
import { createSubjectNames } from '../ui/subject-names.ts';
import { createNews } from './remote-news.ts';

interface NewsOptions {
  readonly words: Words;
  /** Whether anybody listens now; what happens meanwhile is not told later. */
  readonly isHeard: () => boolean;
  readonly tell: (text: string) => void;
}

/** Follows the board until the function it returns is called. */
export function followNews(room: Room, { words, isHeard, tell }: NewsOptions): () => void {
  const { document } = room;
  document.flush();
  const nameOf = (id: SubjectId): string | null =>
    createSubjectNames({ index: room.index(), pack: room.pack, common: words.common }).name(id);
  const news = createNews({ tell, nameOf });
  const writers = new Set<number>();
  const collect: Parameters<typeof document.doc.on<'afterTransaction'>>[1] = ({ local, beforeState, afterState }) => {
    if (local) return;
    for (const [client, clock] of afterState) if (clock > (beforeState.get(client) ?? 0)) writers.add(client);
  };
  document.doc.on('afterTransaction', collect);
  const stop = document.subscribe(({ diff, local }) => {
    if (local) return;
    const others = room.peers.list().filter(({ client }) => writers.has(client));
    writers.clear();
    if (isHeard()) news.add({ by: others.map(({ name }) => name), diff });
  });
  return () => {
    document.doc.off('afterTransaction', collect);
    stop();
    news.dispose();
  };
}
