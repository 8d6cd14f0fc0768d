// Fair turns: what clients say is worked off at once while this turn of the event loop has time left, later otherwise, a room at a time, so
// that one busy room does not stall the others. Within a room everything keeps its order.

/** Work of rooms, in fair turns. */
export type Turns = {
  /** Does the work now or later; work of one room is done in the order in which it came. */
  take(room: object, work: () => void): void;
};

/** Creates turns of at most `budgetMs` of work each. */
export function createTurns(options: { readonly budgetMs: number; readonly now: () => number }): Turns {
  const waiting = new Map<object, (() => void)[]>();
  let spentMs = 0;
  let isScheduled = false;

  const work = (task: () => void): void => {
    const begun = options.now();
    try {
      task();
    } finally {
      spentMs += options.now() - begun;
      schedule();
    }
  };
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(nextTurn);
  };
  const nextTurn = (): void => {
    isScheduled = false;
    spentMs = 0;
    while (waiting.size > 0 && spentMs < options.budgetMs) {
      for (const [room, tasks] of [...waiting]) {
        const task = tasks.shift();
        if (tasks.length === 0) waiting.delete(room);
        if (task !== undefined) work(task);
        if (spentMs >= options.budgetMs) break;
      }
    }
    // Whoever had a turn goes to the end of the line.
    const [first] = waiting;
    if (first === undefined) return;
    waiting.delete(first[0]);
    waiting.set(...first);
    schedule();
  };

  return {
    take(room, task) {
      const tasks = waiting.get(room);
      if (tasks !== undefined) tasks.push(task);
      else if (spentMs < options.budgetMs) work(task);
      else waiting.set(room, [task]);
    },
  };
}
