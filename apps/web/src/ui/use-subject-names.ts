/** Names of what is on the board, following the model. */
import { useMemo } from 'react';
import { useModel, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { createSubjectNames, type SubjectNames } from './subject-names.ts';

/** The names as of the current model. */
export function useSubjectNames(): SubjectNames {
  const room = useRoom();
  const { common } = useWords();
  const index = useModel(() => room.index());
  return useMemo(() => createSubjectNames({ index, pack: room.pack, common }), [index, room, common]);
}
