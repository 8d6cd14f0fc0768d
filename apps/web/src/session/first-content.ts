/** What boards that were just created here begin with, kept between the start page and the board's page. */
import type { Model } from '@strideboard/model';
import type { BroughtPack } from '../files/opened-file.ts';
import { createContext, useContext } from 'react';

/** A first content and what the person should hear about it. */
interface Beginning {
  readonly model: Model;
  readonly notice: string | null;
  /** A pack that came along and judges it. */
  readonly pack: BroughtPack | null;
}

/** First contents by room id; each is taken once. */
export interface FirstContent {
  put(roomId: string, beginning: Beginning): void;
  take(roomId: string): Beginning | null;
}

/** Creates an empty store of first contents. */
export function createFirstContent(): FirstContent {
  const waiting = new Map<string, Beginning>();
  return {
    put: (roomId, beginning) => void waiting.set(roomId, beginning),
    take: (roomId) => {
      const beginning = waiting.get(roomId) ?? null;
      waiting.delete(roomId);
      return beginning;
    },
  };
}

/** Provides the first contents. */
export const FirstContentContext = createContext<FirstContent | null>(null);

/** The first contents. Throws outside the app. */
export function useFirstContent(): FirstContent {
  const content = useContext(FirstContentContext);
  if (content === null) throw new Error('useFirstContent: not inside the app');
  return content;
}
