/** A card in the making: kept by this tab over a reload, told to nobody. */
import { STRIDE_LETTERS } from '@strideboard/model';
import { useState } from 'react';
import type { CardDraft } from './card-draft.ts';

const key = (name: string): string => `strideboard.card-draft|${name}`;

/** The draft of this name, and how it changes. */
export function useUnfinished(name: string, start: CardDraft): readonly [CardDraft, (draft: CardDraft) => void] {
  const [draft, setDraft] = useState(() => read(name) ?? start);
  const change = (next: CardDraft): void => {
    setDraft(next);
    try {
      if (next.text === '') sessionStorage.removeItem(key(name));
      else sessionStorage.setItem(key(name), JSON.stringify(next));
    } catch {
      // A browser that keeps nothing: the text is here as long as the page is.
    }
  };
  return [draft, change];
}

function read(name: string): CardDraft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key(name)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const get = (field: string): unknown => Reflect.get(kept, field);
    const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
    const text = get('text');
    if (typeof text !== 'string') return null;
    return {
      text,
      letters: STRIDE_LETTERS.filter((letter) => list(get('letters')).includes(letter)),
      on: list(get('on')).filter((target) => typeof target === 'string'),
    };
  } catch {
    return null;
  }
}
