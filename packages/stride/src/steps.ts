/**
 * Work in steps: what takes long on a large model pauses again and again, so that a page can draw between two steps. Who has the time goes
 * through all of it at once. Steps change nothing but their own result; who stops half-way has spent time and nothing else.
 */

/** Work that pauses. */
export type Steps<Result> = Generator<undefined, Result>;

/** Goes through all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Calls `each` for every item, with a pause after every `size` of them. */
export function* eachInSteps<Item>(items: readonly Item[], size: number, each: (item: Item) => void): Steps<void> {
  for (let from = 0; from < items.length; from += size) {
    for (const item of items.slice(from, from + size)) each(item);
    yield;
  }
}
