/** What sentences about facts need, following the board. */
import type { ElementId, FlowId, SubjectId } from '@strideboard/model';
import { useMemo } from 'react';
import { useModel, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { definitionOf } from './property-text.ts';
import type { SentenceContext } from './fact-sentence.ts';

/** The context for facts about a subject. */
export function useSentences(about: SubjectId | null): SentenceContext {
  const room = useRoom();
  const words = useWords();
  const index = useModel(() => room.index());
  return useMemo(
    () => ({
      pack: room.pack,
      words,
      about,
      definition: (id, name) => {
        const subject = index.elements.get(id as ElementId) ?? index.flows.get(id as FlowId); // the index decides which of the two it is
        return subject === undefined ? null : definitionOf(room.pack, subject, name);
      },
    }),
    [room, words, about, index],
  );
}
