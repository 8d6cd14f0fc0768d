/** What nobody has said yet and the possible paths wait for. */
import type { Missing, Reached } from '@strideboard/stride';

/** One unknown fact. */
export interface OpenQuestion extends Missing {
  /** To how many things a path waits for it. */
  readonly hanging: number;
}

/** Every unknown fact on the paths, those that most hangs on first, otherwise in the order in which they are met. */
export function openQuestions(reached: readonly Reached[]): readonly OpenQuestion[] {
  const found = new Map<string, { readonly missing: Missing; readonly hanging: Set<string> }>();
  for (const { subject, path } of reached) {
    for (const missing of path.flatMap((step) => step.missing)) {
      const key = `${missing.subject} ${missing.property}`;
      const known = found.get(key) ?? { missing, hanging: new Set() };
      known.hanging.add(subject);
      found.set(key, known);
    }
  }
  return [...found.values()]
    .map(({ missing, hanging }) => ({ ...missing, hanging: hanging.size }))
    .sort((a, b) => b.hanging - a.hanging);
}
