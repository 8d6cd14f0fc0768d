/** What boards that were just created here begin with, kept between the start page and the board's page. */
import type { Model } from '@strideboard/model';
import { createContext, useContext } from 'react';

/** First contents by room id; each is taken once. */
export interface FirstContent {
  put(roomId: string, model: Model): void;
  take(roomId: string): Model | null;
}

/** Creates an empty store of first contents. */
export function createFirstContent(): FirstContent {
  const waiting = new Map<string, Model>();
  return {
    put: (roomId, model) => void waiting.set(roomId, model),
    take: (roomId) => {
      const model = waiting.get(roomId) ?? null;
      waiting.delete(roomId);
      return model;
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
