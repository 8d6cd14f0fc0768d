/** The server's side of the open board for the dialogs about it: links, people, versions, lock. */
import { type ApiProblem, type ApiResult, type BoardApi, createBoardApi } from '@strideboard/connection';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useEnvironment } from '../session/environment.ts';
import { useRoom } from './use-room.ts';

/** The API of the open board with this person's rights. */
export function useBoardApi(): BoardApi {
  const { base } = useEnvironment();
  const { connection, link } = useRoom();
  const { roomId } = link;
  return useMemo(() => createBoardApi({ base, roomId, token: () => connection.token() }), [base, roomId, connection]);
}

/** What the server was asked: the newest answer, what was wrong with the last try, and a way to ask again. */
export interface Asked<T> {
  readonly value: T | null;
  readonly problem: ApiProblem | null;
  readonly again: () => void;
}

/** Asks when mounted and whenever told to; an older answer never replaces a newer one. `wanted` false: asks nothing. */
export function useAsked<T>(ask: () => Promise<ApiResult<T>>, wanted = true): Asked<T> {
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ readonly value: T | null; readonly problem: ApiProblem | null }>({
    value: null,
    problem: null,
  });
  const askNow = useEffectEvent(ask);
  useEffect(() => {
    if (!wanted) return undefined;
    const leaving = new AbortController();
    void askNow().then((result) => {
      if (leaving.signal.aborted) return;
      setState((before) =>
        result.ok ? { value: result.value, problem: null } : { value: before.value, problem: result.problem },
      );
    });
    return () => leaving.abort();
  }, [turn, wanted]);
  return { ...state, again: () => setTurn((before) => before + 1) };
}
