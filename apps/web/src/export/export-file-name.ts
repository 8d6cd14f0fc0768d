/** Names of downloaded files. */

/** Names Windows keeps for itself, whatever the ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;
const LIMIT = 80;

interface FileNameParts {
  /** Title of the board; may be empty or hold anything. */
  readonly title: string;
  /** Said after the title, e.g. `threats`. */
  readonly suffix?: string;
  readonly ending: string;
  /** Stands for a title of which nothing is left. */
  readonly fallback: string;
}

/** A name every usual file system takes: letters and digits of any script, `-`, `_` and `.` inside; at most 80 characters of the title. */
export function exportFileName({ title, suffix, ending, fallback }: FileNameParts): string {
  const safe = Array.from(title.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-'))
    .slice(0, LIMIT)
    .join('')
    .replace(/-{2,}/gu, '-')
    .replace(/^[-._]+|[-._]+$/gu, '');
  const stem = safe === '' || RESERVED.test(safe) ? [fallback, safe].filter((part) => part !== '').join('-') : safe;
  return `${suffix === undefined ? stem : `${stem}-${suffix}`}.${ending}`;
}
