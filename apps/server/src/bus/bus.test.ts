import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bus } from './bus.ts';
import { deliverInOrder } from './in-order.ts';
import { createLocalBus } from './local.ts';

const update = (seq: number): Uint8Array => Uint8Array.of(seq);
const ROOM = 'r'.repeat(22);

/** A listener with a log beside it, as a room has one: what a gap asks for is read there. */
function listen(bus: Bus, fromSeq: number, log: ReadonlyMap<number, Uint8Array> = new Map()) {
  const heard: number[] = [];
  const gaps: [number, number][] = [];
  const end = bus.subscribe(ROOM, fromSeq, {
    onUpdate: (seq, bytes) => {
      expect(bytes).toEqual(update(seq % 256));
      heard.push(seq);
    },
    onGap: ({ from, to }, deliver) => {
      gaps.push([from, to]);
      for (let seq = from; seq < to; seq += 1) {
        const stored = log.get(seq);
        if (stored !== undefined) deliver(seq, stored);
      }
    },
  });
  return { heard, gaps, end };
}

const kinds: [string, () => Bus][] = [['local', createLocalBus]];

describe.each(kinds)('the %s bus', (_, open) => {
  it('tells every listener of a room what was stored, in order, the sender too', async () => {
    const bus = open();
    const [one, two] = [listen(bus, 0), listen(bus, 0)];
    for (const seq of [1, 2, 3]) await bus.publish(ROOM, seq, update(seq));
    await bus.publish('another', 4, update(4));
    expect([one.heard, two.heard, one.gaps]).toEqual([[1, 2, 3], [1, 2, 3], []]);
  });

  it('tells nothing twice and nothing from before the beginning', async () => {
    const bus = open();
    const late = listen(bus, 2);
    for (const seq of [1, 2, 3, 3, 2, 4]) await bus.publish(ROOM, seq, update(seq));
    expect(late.heard).toEqual([3, 4]);
  });

  it('tells of a gap once, and what comes later waits behind it', async () => {
    const bus = open();
    const one = listen(bus, 0);
    for (const seq of [1, 4, 5]) await bus.publish(ROOM, seq, update(seq));
    expect([one.heard, one.gaps]).toEqual([[1], [[2, 4]]]);
    for (const seq of [3, 2]) await bus.publish(ROOM, seq, update(seq));
    expect([one.heard, one.gaps]).toEqual([[1, 2, 3, 4, 5], [[2, 4]]]);
  });

  it('carries presence, and nothing to who has left', async () => {
    const bus = open();
    const frames: Uint8Array[] = [];
    const end = bus.onPresence(ROOM, (frame) => frames.push(frame));
    const one = listen(bus, 0);
    bus.presence(ROOM, update(7));
    end();
    one.end();
    bus.presence(ROOM, update(8));
    await bus.publish(ROOM, 1, update(1));
    expect([frames, one.heard]).toEqual([[update(7)], []]);
  });
});

describe('a carrier that drops, doubles and reorders', () => {
  it('delays a listener who has the log beside it, and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }).chain((count) =>
          fc.record({
            count: fc.constant(count),
            carried: fc.array(fc.integer({ min: 1, max: count }), { maxLength: 3 * count }),
          }),
        ),
        ({ count, carried }) => {
          const log = new Map(Array.from({ length: count }, (_, index) => [index + 1, update((index + 1) % 256)]));
          const heard: number[] = [];
          const deliver = deliverInOrder(0, {
            onUpdate: (seq) => heard.push(seq),
            onGap: ({ from, to }, fill) => {
              for (let seq = from; seq < to; seq += 1) fill(seq, log.get(seq) ?? update(0));
            },
          });
          // The last one always comes in the end: without it nobody can know of a gap.
          for (const seq of [...carried, count]) deliver(seq, log.get(seq) ?? update(0));
          expect(heard).toEqual(Array.from({ length: count }, (_, index) => index + 1));
        },
      ),
    );
  });
});
