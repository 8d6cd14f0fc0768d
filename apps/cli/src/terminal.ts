/** What the commands may touch of the outside; tests hand in their own. */

/** Streams and files. Texts are UTF-8. */
export interface Terminal {
  /** Results, and nothing else. */
  readonly stdout: (content: string | Uint8Array) => void;
  /** Messages; one line, without its end. */
  readonly stderr: (line: string) => void;
  /** `-` is standard input, which can be read once. Throws as `node:fs` does. */
  readonly readFile: (path: string) => Uint8Array;
  /** Paths of all files in a folder, at any depth; `null` for what is no folder. Throws as `node:fs` does. */
  readonly listFiles: (path: string) => readonly string[] | null;
  /** Throws as `node:fs` does. */
  readonly writeFile: (path: string, content: string | Uint8Array) => void;
  /** The day, ISO 8601: standing decisions end. Absent = no day ever comes. */
  readonly today?: () => string;
}

/** Whether a command did its work; `threats-open`: it did, and found what the caller wants to stop at. */
export type Outcome = 'done' | 'bad-input' | 'threats-open';

/** The code of an error of `node:fs`, e.g. `ENOENT`; `''` for any other error. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** On one line, without anything that moves the cursor, colours the terminal or turns the direction of writing. */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ');
