/** What runs inside the measured pages: gestures frame by frame, and what React renders for them. Handed over as text, so it stands alone. */

/** Frames of one gesture. */
export interface FrameTimes {
  readonly fps: number;
  /** ms */
  readonly p50: number;
  readonly p95: number;
  /** React renders of any component and of things of the diagram, for each frame. */
  readonly renders: number;
  readonly items: number;
}

/** Installed before anything else of a page. */
export function installMeter(): void {
  interface Fiber {
    readonly type: unknown;
    readonly flags: number;
    readonly child: Fiber | null;
    readonly sibling: Fiber | null;
    readonly alternate: Fiber | null;
    readonly memoizedProps: Readonly<
      Record<string, { readonly id?: string; readonly element?: { readonly id: string } }>
    > | null;
  }
  const count = { renders: 0, items: new Set<string>(), itemRenders: 0 };
  const visit = (next: Fiber, before: Fiber | null): void => {
    if (next === before) return;
    const isComponent = typeof next.type === 'function' || (typeof next.type === 'object' && next.type !== null);
    if (isComponent && (before === null || (next.flags & 1) === 1)) {
      count.renders += 1;
      const id = next.memoizedProps?.['flow']?.id ?? next.memoizedProps?.['data']?.element?.id;
      if (id !== undefined) count.items.add(id);
    }
    if (before !== null && next.child === before.child) return;
    for (let child = next.child; child !== null; child = child.sibling) visit(child, child.alternate);
  };
  const nothing = (): void => undefined;
  Object.assign(globalThis, {
    // React tells a present hook of every commit, in production too.
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      ...{ isDisabled: false, supportsFiber: true, renderers: new Map(), inject: () => 1, checkDCE: nothing },
      ...{ onCommitFiberUnmount: nothing, onPostCommitFiberRoot: nothing, onScheduleFiberRoot: nothing },
      onCommitFiberRoot: (_: unknown, { current }: { readonly current: Fiber }) => visit(current, current.alternate),
    },
    measureFrames: (step: (at: number) => void, most: number): Promise<FrameTimes> =>
      new Promise((done) => {
        const times: number[] = [];
        let last: number | null = null;
        let items = 0;
        count.renders = 0;
        count.items.clear();
        const began = performance.now();
        const frame = (now: number): void => {
          if (last !== null) times.push(now - last);
          last = now;
          items += count.items.size;
          count.items.clear();
          if (times.length < most && (times.length < 12 || now - began < 5_000)) {
            step(times.length);
            requestAnimationFrame(frame);
            return;
          }
          const sorted = [...times].sort((one, other) => one - other);
          const total = times.reduce((sum, time) => sum + time, 0);
          done({
            fps: (times.length * 1_000) / total,
            p50: sorted[Math.floor(sorted.length * 0.5)] ?? 0,
            p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
            renders: count.renders / times.length,
            items: items / times.length,
          });
        };
        requestAnimationFrame(frame);
      }),
  });
}
