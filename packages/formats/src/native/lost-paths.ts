/** What stood in a file and did not come through reading. */

/** At most this many are listed one by one; a file with more is not one of ours. */
const LIMIT = 200;

/** Dotted paths of every member of `given` that `kept` does not have. Goes no deeper than what was kept. */
export function lostPaths(given: unknown, kept: unknown): readonly string[] {
  const lost: string[] = [];
  compare(given, kept, { path: '', lost });
  return lost;
}

interface Walk {
  readonly path: string;
  readonly lost: string[];
}

/** Keys the schema library never copies; the reader takes them over itself. */
const TAKEN_APART: readonly string[] = ['properties', 'evidence'];

function compare(given: unknown, kept: unknown, { path, lost }: Walk): void {
  if (typeof given !== 'object' || given === null || typeof kept !== 'object' || kept === null) return;
  const others = new Map<string, unknown>(Object.entries(kept));
  for (const [key, value] of Object.entries(given)) {
    if (lost.length >= LIMIT) return;
    const at = path === '' ? key : `${path}.${key}`;
    if (!others.has(key)) lost.push(at);
    else if (!TAKEN_APART.includes(key)) compare(value, others.get(key), { path: at, lost });
  }
}
