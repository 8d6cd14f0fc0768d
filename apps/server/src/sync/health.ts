// Whether the store takes writes. After a failed write the server goes on reading, refuses writes, and tries again by itself.

/** Health of the store. */
export type Health = {
  isWritable(): boolean;
  /** A write failed: try again after a while, then after longer whiles. */
  failed(): void;
  /** A write succeeded. */
  succeeded(): void;
  dispose(): void;
};

/** Watches a store through its `probe`; waits `firstMs` before the first try and at most `lastMs` between tries. */
export function createHealth(options: {
  readonly probe: () => Promise<void>;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly onChange: (isWritable: boolean) => void;
}): Health {
  let isWritable = true;
  let waitMs = options.firstMs;
  let timer: NodeJS.Timeout | null = null;
  let isDisposed = false;

  const tryAgain = (): void => {
    if (isDisposed || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      waitMs = Math.min(waitMs * 2, options.lastMs);
      options.probe().then(() => health.succeeded(), tryAgain);
    }, waitMs);
    timer.unref();
  };

  const health: Health = {
    isWritable: () => isWritable,
    failed() {
      if (isWritable) {
        isWritable = false;
        waitMs = options.firstMs;
        options.onChange(false);
      }
      tryAgain();
    },
    succeeded() {
      if (isWritable || isDisposed) return;
      isWritable = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      options.onChange(true);
    },
    dispose() {
      isDisposed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
  return health;
}
