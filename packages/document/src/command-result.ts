/** What a command did, or why it did nothing. */

/** Why a command was refused; permanent codes, each with a sentence in the word catalogue. */
export type CommandProblemCode =
  | 'role'
  | 'read-only'
  | 'locked'
  | 'unknown-id'
  | 'not-a-flow'
  | 'not-an-element'
  | 'not-a-boundary'
  | 'inside-itself'
  | 'out-of-range'
  | 'text-too-long'
  | 'value-unreadable'
  | 'nothing-given'
  | 'not-deleted'
  | 'id-taken'
  | 'board-not-empty'
  | 'model-invalid'
  | 'still-secret'
  | 'last-diagram'
  | 'diagram-not-empty'
  | 'same-diagram'
  | 'other-diagram'
  | 'flows-stay-behind'
  | 'has-children'
  | 'clip-foreign'
  | 'all-locked';

/** Why a command was refused and which ids it is about. */
export interface CommandProblem {
  readonly code: CommandProblemCode;
  readonly ids: readonly string[];
}

/** What a command did: the ids it created or was about, or why nothing was written. */
export type CommandResult =
  | {
      readonly ok: true;
      readonly ids: readonly string[];
      /** What a bulk verb left alone: locked things, and parts that an import could not bring in. */
      readonly skipped?: readonly string[];
      /** What a merge did not find in the file; it stays on the board. */
      readonly missing?: readonly string[];
    }
  | { readonly ok: false; readonly problem: CommandProblem };

/** Shorthand for a refusal. */
export const refuse = (code: CommandProblemCode, ids: readonly string[] = []): CommandResult => ({
  ok: false,
  problem: { code, ids },
});

/** Shorthand for success. */
export const accept = (ids: readonly string[]): CommandResult => ({ ok: true, ids });
