/** What the commands may touch of the outside; tests hand in their own. */

/** Streams and files. Texts are UTF-8. */
export interface Terminal {
  /** Results, and nothing else. */
  readonly stdout: (text: string) => void;
  /** Messages; one line, without its end. */
  readonly stderr: (line: string) => void;
  /** Throws as `node:fs` does. */
  readonly readFile: (path: string) => Uint8Array;
  /** Throws as `node:fs` does. */
  readonly writeFile: (path: string, text: string) => void;
}

/** Whether a command did its work. */
export type Outcome = 'done' | 'bad-input';

/** The code of an error of `node:fs`, e.g. `ENOENT`; `''` for any other error. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
