import {
  createBoardDocument,
  createHistory,
  createPresence,
  createRegisterCommands,
  createSideProjection,
} from '@strideboard/document';
import { createRandom } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createDotBox } from './dot-box.ts';
import { give, takeBack } from './give-dot.ts';
import { publishDots } from './publish-dots.ts';

const ME = 'bo';
const MARKERS = ['marker-one', 'marker-two', 'marker-three'];
const RULES = { dots: 4, several: true, on: [] };

/** Everything that a window ever sent or holds for others: updates, its document, what it says of itself. */
function watched() {
  const doc = new Y.Doc();
  const sent: string[] = [];
  const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
  doc.on('update', (update: Uint8Array) => sent.push(textOf(update)));
  const awareness = {
    clientID: doc.clientID,
    setLocalState: (state: unknown) => void sent.push(JSON.stringify(state)),
    getStates: () => new Map(),
    on: () => undefined,
    off: () => undefined,
  };
  return { doc, awareness, text: (): string => [...sent, textOf(Y.encodeStateAsUpdate(doc))].join('\n') };
}

describe('law 12, secrecy of dots', () => {
  it.each(Array.from({ length: 20 }, (_, at) => at + 1))(
    'nothing of a dot leaves the browser before closing (seed %i)',
    (seed) => {
      const random = createRandom(seed);
      const { doc, awareness, text } = watched();
      const document = createBoardDocument({ doc, schedule: () => () => undefined, side: createSideProjection });
      const history = createHistory(document);
      const optionsOf = (principal: string, role: 'comment' | 'facilitate') => ({
        ...{ document, history, author: () => ({ principal, role }) },
        ...{ now: () => 5_000, randomId: () => `ballot-${String(seed)}-0000` },
      });
      const lead = createRegisterCommands(optionsOf('ana', 'facilitate'));
      const state = { phase: 'live', principal: ME, role: 'comment', locked: false };
      const kept = new Map<string, string>();
      const storage = {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
      };
      // what is used of an awareness
      const presence = createPresence({ awareness: awareness as never, initial: {}, perSecond: 1_000_000 });
      const place = {
        ...{ document, presence, now: () => 5_000, commandsOptions: optionsOf(ME, 'comment') },
        connection: { state: () => state, subscribe: () => () => undefined },
      };
      const open = () => {
        const box = createDotBox('room', storage, () => null);
        // the parts of an open board that are used
        return { box, stop: publishDots(place as never, box, () => undefined) };
      };
      let window = open();
      const made = lead.setBallot({ state: 'open', dots: RULES.dots });
      const ballot = made.ok ? (made.ids[0] ?? '') : '';
      document.flush();
      window.box.update({ principal: ME, ballot }, (mine) => give(RULES, mine, MARKERS[0] ?? ''));
      for (let step = 0; step < 30; step++) {
        const target = random.pick(MARKERS) ?? '';
        const change = random.chance(0.7)
          ? give
          : (_: typeof RULES, mine: Parameters<typeof takeBack>[0], at: string) => takeBack(mine, at);
        window.box.update({ principal: ME, ballot }, (mine) => change(RULES, mine, target));
        if (random.chance(0.2)) {
          window.stop();
          window = open();
        }
        document.flush();
      }
      window.box.update({ principal: ME, ballot }, (mine) => ({
        ...mine,
        given: { ...mine.given, [MARKERS[0] ?? '']: 1 },
      }));
      for (const marker of MARKERS) expect(text()).not.toContain(marker);
      expect(presence.own().sealed).toBeGreaterThan(0);
      lead.setBallot({ ballot, state: 'closed' });
      document.flush();
      expect(text()).toContain(MARKERS[0]);
      window.stop();
      presence.dispose();
    },
  );
});
