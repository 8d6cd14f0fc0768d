/** A text being typed: while the input is in use the local text wins, and a change from elsewhere is offered, not imposed. */
import { useEffect, useRef, useState } from 'react';

interface DraftOptions {
  /** The text as the document has it. */
  readonly value: string;
  /** Called with a text that differs; not called when nothing changed. */
  readonly commit: (text: string) => void;
}

/** What an input needs. */
export interface Draft {
  readonly text: string;
  /** What somebody else made of it meanwhile; `null` when nothing did. */
  readonly elsewhere: string | null;
  change(text: string): void;
  /** Writes the draft, if it says something new, and ends the use. */
  commit(): void;
  /** Ends the use and shows the document's text. */
  drop(): void;
}

interface Using {
  readonly text: string;
  /** The document's text when the typing began. */
  readonly began: string;
}

/** The draft of one input. Give the component a key per subject and field, so that a draft never moves to another subject. */
export function useDraft({ value, commit }: DraftOptions): Draft {
  const [using, setUsing] = useState<Using | null>(null);
  const latest = useRef({ using, value, commit });
  useEffect(() => {
    latest.current = { using, value, commit };
  });
  // Selecting something else may take the input away without a blur: what was typed is still meant.
  useEffect(
    () => () => {
      const { using: last, value: now, commit: write } = latest.current;
      if (last !== null && last.text !== now && last.began === now) write(last.text);
    },
    [],
  );
  return {
    text: using?.text ?? value,
    elsewhere: using !== null && value !== using.began && value !== using.text ? value : null,
    change: (text) => setUsing({ text, began: using?.began ?? value }),
    commit: () => {
      if (using !== null && using.text !== value && using.text !== using.began) commit(using.text);
      setUsing(null);
      latest.current = { ...latest.current, using: null };
    },
    drop: () => {
      setUsing(null);
      latest.current = { ...latest.current, using: null };
    },
  };
}
