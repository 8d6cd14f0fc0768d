/** Does on a document what a recording says, with the commands of the product. Sockets and time are somebody else's. */

import {
  type CommandResult,
  createBoardDocument,
  createCommands,
  createHistory,
  createImportCommands,
  createRegisterCommands,
  createSideProjection,
} from '@strideboard/document';
import { type Element, type Model, THREAT_STATES, threatId } from '@strideboard/model';
import type { Role } from '@strideboard/wire';
import type * as Y from 'yjs';
import type { RecordedStep } from './recording.ts';

/** Somebody who acts on a document. */
export interface RecordedPerson {
  /** Does what the step says, if it can be done just now; whether something was written. What is presence alone writes nothing. */
  perform(step: RecordedStep): boolean;
  /** Puts the first content on the board. Throws when the board refuses it. */
  begin(model: Model): void;
  /** The top-most things a drag takes, by the number of the recording. */
  dragged(of: number): readonly string[];
  model(): Model;
  dispose(): void;
}

/** Who acts, and where. */
export interface RecordedPersonOptions {
  readonly doc: Y.Doc;
  readonly principal: string;
  readonly role: Role;
  /** ms since 1970 UTC */
  readonly now: () => number;
  readonly randomId: () => string;
}

/** What is created in a recording says so in its label, and nothing else is deleted. */
const ADDED = '+ ';
/** Decisions are about the threats of so many elements, so that the same ones are decided again and again. */
const DECIDED_ELEMENTS = 40;

/** Lets somebody act on a document that has been synced. */
export function createRecordedPerson({ doc, principal, role, now, randomId }: RecordedPersonOptions): RecordedPerson {
  // Brought up to date before each act, not after each change of the others: that is what a page does, and twenty of them are no matter here.
  const document = createBoardDocument({ doc, schedule: () => () => undefined, side: createSideProjection });
  const history = createHistory(document);
  const options = { document, history, author: () => ({ principal, role }), now, randomId };
  const board = { ...createCommands(options), ...createRegisterCommands(options) };
  const leaves = (): readonly Element[] => document.model().elements.filter(({ kind }) => kind !== 'boundary');
  const leaf = (of: number): Element | undefined => nth(leaves(), of);

  const write = (step: RecordedStep): CommandResult | null => {
    switch (step.do) {
      case 'drag': {
        const id = leaf(step.of)?.id;
        return id === undefined ? null : board.move({ ids: [id], dx: step.by[0], dy: step.by[1] });
      }
      case 'create': {
        const [x, y] = step.to;
        return board.create({ kind: 'process', type: 'wl.pod', at: { parent: null, x, y }, label: ADDED + step.label });
      }
      case 'connect': {
        // To something that goes again, so that the flow does too.
        const [from, to] = [leaf(step.of), nth(added(leaves()), step.to)];
        return from === undefined || to === undefined || from === to
          ? null
          : board.connect({ source: from.id, target: to.id });
      }
      case 'rename': {
        const one = leaf(step.of);
        if (one === undefined) return null;
        return board.label({ id: one.id, text: one.label.startsWith(ADDED) ? ADDED + step.label : step.label });
      }
      case 'flip': {
        const one = leaf(step.of);
        if (one === undefined) return null;
        return board.setProperty({ ids: [one.id], name: step.property, value: one.properties[step.property] !== true });
      }
      case 'delete': {
        const id = nth(added(leaves()), step.of)?.id;
        return id === undefined ? null : board.delete({ ids: [id] });
      }
      case 'decide': {
        const id = leaf(step.of % DECIDED_ELEMENTS)?.id;
        const state = THREAT_STATES.find((known) => known === step.state);
        if (id === undefined || state === undefined) return null;
        return board.decide({ threats: [threatId(step.rule, [id])], state });
      }
      case 'comment': {
        const id = leaf(step.of)?.id;
        return id === undefined ? null : board.comment({ anchor: { kind: 'node', id }, body: step.body });
      }
      case 'resolve': {
        const thread = nth(
          document.model().comments.filter(({ state }) => state === 'open'),
          step.of,
        );
        return thread === undefined ? null : board.resolve({ thread: thread.id, resolved: true });
      }
      default:
        return writeWorkshop(step);
    }
  };

  const writeWorkshop = (step: RecordedStep): CommandResult | null => {
    const { rounds, ballots, cards } = document.workshop();
    const [round, ballot] = [newest(rounds), newest(ballots)];
    switch (step.do) {
      case 'phase':
        return board.setPhase({ phase: step.phase });
      case 'silence':
        return board.setRound({ state: 'silent' });
      case 'reveal':
        return round === undefined ? null : board.setRound({ round: round.id, state: 'revealed' });
      case 'cards': {
        if (round === undefined || step.texts.length === 0) return null;
        const common = { round: round.id, lane: 'threat', letters: ['T'], on: [], at: now() } as const;
        return board.publishCards({ cards: step.texts.map((text) => ({ ...common, id: randomId(), text })) });
      }
      case 'gather': {
        const [card, into] = [nth(cards, step.of), nth(cards, step.to)];
        return card === undefined || into === undefined || card === into
          ? null
          : board.gatherCards({ cards: [card.key], into: into.key });
      }
      case 'vote':
        return board.setBallot({ state: 'open', dots: 3 });
      case 'count':
        return ballot === undefined ? null : board.setBallot({ ballot: ballot.id, state: 'closed' });
      case 'dots': {
        const targets = cards.filter(({ round: of }) => of === round?.id).slice(0, 3);
        if (ballot === undefined || targets.length === 0) return null;
        return board.publishVotes({ ballot: ballot.id, dots: Object.fromEntries(targets.map(({ key }) => [key, 1])) });
      }
      default:
        return null;
    }
  };

  return {
    perform(step) {
      document.flush();
      if (step.do === 'undo') return history.undo().done;
      if (step.do === 'redo') return history.redo().done;
      return write(step)?.ok === true;
    },
    begin(model) {
      const result = createImportCommands(options).importFirst(model);
      if (!result.ok) throw new Error(`begin: the board refused its first content: ${result.problem.code}`);
    },
    dragged(of) {
      document.flush();
      const id = leaf(of)?.id;
      return id === undefined ? [] : [id];
    },
    model() {
      document.flush();
      return document.model();
    },
    dispose: () => document.dispose(),
  };
}

const added = (elements: readonly Element[]): readonly Element[] =>
  elements.filter(({ label }) => label.startsWith(ADDED));
const nth = <T>(items: readonly T[], of: number): T | undefined => items[of % items.length];
const newest = <T extends { readonly at: number }>(items: readonly T[]): T | undefined =>
  items.toSorted((a, b) => b.at - a.at)[0];
