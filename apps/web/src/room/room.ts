/** One open board: document, history, commands, connection and presence, wired together once. */
import { type Connection, type ConnectionState, createConnection, type PersonMemory } from '@strideboard/connection';
import {
  type BoardDocument,
  type Commands,
  createBoardDocument,
  type CommandsOptions,
  createCommands,
  createHistory,
  createPresence,
  type History,
  type LoggedGesture,
  type PresenceChannel,
} from '@strideboard/document';
import { drawing } from '@strideboard/kubernetes/drawing';
import { indexModel, type Model, type ModelIndex } from '@strideboard/model';
import { createPackIndex, type PackIndex } from '@strideboard/packs';
import type { BoardLink, Role } from '@strideboard/wire';
import * as Y from 'yjs';
import { type BoardPacks, createBoardPacks } from '../packs/board-packs.ts';
import { onNextFrame } from './frame-schedule.ts';
import { createKeptWork, type KeptWorkStore } from './kept-work.ts';
import { createPeers, type Peers } from './peers.ts';
import { randomId } from './random-id.ts';
import type { Recovered, Recovery } from './recovery.ts';
import { persistently } from '../session/lazy-part.ts';
import { onLanguageChange, pageLanguage } from '../session/language.ts';
import { isWatching } from '../session/watching.ts';
import { interfaceWords } from '../session/words.ts';
import { UNTOLD } from './workshop/untold.ts';

/** An open board. */
export interface Room {
  readonly link: BoardLink;
  /** Stencils and boundary kinds of the content in use; inside the details also its properties, which are fetched with them. */
  readonly pack: PackIndex;
  /** The board's own packs beside the built-in one. */
  readonly packs: BoardPacks;
  /** This board as one object that stays the same whichever packs come and go; its `pack` is always the present one. */
  readonly live: Room;
  readonly document: BoardDocument;
  readonly history: History;
  /** Fulfilled when the model holds everything, the register and comments included: the drawing comes first. */
  readonly whole: Promise<void>;
  readonly commands: Commands;
  /** Where further verbs act; features that are fetched later bind theirs to it. */
  readonly commandsOptions: CommandsOptions;
  readonly connection: Connection;
  /** What this browser holds of what the server has not confirmed. */
  readonly kept: Pick<KeptWorkStore, 'state' | 'subscribe'>;
  readonly presence: PresenceChannel;
  readonly peers: Peers;
  /** Look-up tables of the current model. */
  index(): ModelIndex;
  /** Tells the others the name this person chose; kept in the document by those who may write it. */
  introduce(): void;
  /** Whether this person's link allows changing the diagram. The server decides; this mirrors it. */
  mayEdit(): boolean;
  /** Gestures that the server has not stored, oldest first. */
  unsaved(): Promise<readonly LoggedGesture[]>;
  /** The time of the server, ms since 1970. */
  now(): number;
  dispose(): void;
}

interface OpenRoomOptions {
  readonly base: string;
  readonly link: BoardLink;
  readonly memory: PersonMemory;
  /** Starts a module worker of our own build. */
  readonly startWorker: (url: string) => Worker;
  /** What a board that was just created begins with: written once, after the server has said that the board is empty. */
  readonly firstContent: Model | null;
  /** Told, with the code, when the board did not take it. */
  readonly onContentRefused?: (code: string) => void;
  /** What an earlier life of this board left unsaved. */
  readonly recovery?: Recovery | null;
  /** Told once what became of it. */
  readonly onRecovered?: (recovered: Recovered) => void;
}

/** The role as it holds now: while the whole board is locked an editor may do what a commenter may. */
export const roleNow = ({ role, locked }: Pick<ConnectionState, 'role' | 'locked'>): Role | null =>
  locked && role === 'edit' ? 'comment' : role;

/** Opens a board and keeps it in step with the server until `dispose`. */
export function openRoom(options: OpenRoomOptions): Room {
  const { base, link, memory, startWorker, firstContent, onContentRefused, recovery = null, onRecovered } = options;
  const doc = new Y.Doc();
  const document = createBoardDocument({ doc, schedule: onNextFrame });
  // Read before the connection learns and remembers the present one.
  const epochBefore = memory.board(link.roomId)?.epoch ?? null;
  const connection = createConnection({ base, roomId: link.roomId, link, doc, memory, cache: 'indexeddb' });
  const history = createHistory(document);
  const kept = createKeptWork();
  const journal = persistently(() => import('./keep-journal.ts')).then(({ keepJournal }) =>
    keepJournal(link.roomId, connection, kept),
  );
  history.log.subscribe((gesture) => void journal.then((kept) => kept.append(gesture)));
  const now = (): number => Date.now() + connection.state().serverOffsetMs;
  const author = (): ReturnType<Parameters<typeof createCommands>[0]['author']> => {
    const { principal } = connection.state();
    return { principal: principal ?? '', role: roleNow(connection.state()) ?? 'view' };
  };
  const whole = persistently(() => import('./side.ts')).then(({ side, keepSilence }) => {
    document.extend(side);
    keepSilence({ document, connection, presence });
  });
  const commandsOptions: CommandsOptions = { document, history, author, now, randomId };
  const commands = createCommands(commandsOptions);
  const presence = createPresence({
    awareness: connection.awareness,
    initial: {},
    withheld: UNTOLD,
    hidden: isWatching(),
  });

  const introduce = (): void => {
    const { principal, colour, role, synced } = connection.state();
    const name = memory.preferences().name ?? '';
    if (principal === null || colour === null || role === null) return;
    presence.set({ user: { id: principal, name, colour, role } });
    if (synced && role !== 'view' && name !== '') commands.joinPeople({ name, colour });
  };

  let isRecovered = false;
  /** Once the server's document is here: what was left before is made again, and only then crossed out. */
  const recoverLeft = async (): Promise<void> => {
    const { epoch } = connection.state();
    const isOther = epochBefore !== null && epoch !== epochBefore;
    const left = await journal;
    if (recovery !== null || isOther) {
      const { recover, recoverEarlier } = await import('./replay.ts');
      const { roomId } = link;
      const recovered =
        recovery !== null
          ? await recover(commandsOptions, roomId, recovery)
          : await recoverEarlier(commandsOptions, { roomId, epoch: epochBefore ?? 0, gestures: await left.earlier() });
      if (recovered !== null) onRecovered?.(recovered);
    }
    left.release();
  };
  let pending = firstContent;
  let introduced = '';
  const settle = (): void => {
    const { principal, role, synced } = connection.state();
    const who = `${principal ?? ''} ${role ?? ''} ${synced}`;
    if (who !== introduced) {
      introduced = who;
      introduce();
    }
    if (!isRecovered && synced) {
      isRecovered = true;
      void recoverLeft();
    }
    if (pending === null || !connection.state().synced) return;
    const content = pending;
    pending = null;
    void persistently(() => import('./import-content.ts')).then(({ importContent }) => {
      const result = importContent(commandsOptions, content);
      if (!result.ok) onContentRefused?.(result.problem.code);
    });
  };
  const unsubscribe = connection.subscribe(settle);
  settle();

  let indexed: { readonly model: Model; readonly index: ModelIndex } | null = null;
  const index = (): ModelIndex => {
    const model = document.model();
    if (indexed?.model !== model) indexed = { model, index: indexModel(model) };
    return indexed.index;
  };

  const builtIn = createPackIndex(drawing);
  const packs = createBoardPacks({
    document,
    builtIn: drawing.id,
    load: async (onKept) => (await import('../packs/pack-keeper.ts')).createPackKeeper({ startWorker, onKept }),
    language: { now: pageLanguage, subscribe: onLanguageChange },
    speak: async (language) => (await import('../packs/spoken-pack.ts')).speakPack(language),
  });
  const room: Room = {
    link,
    get pack() {
      return packs.store.getState().index ?? builtIn;
    },
    packs,
    get live() {
      return room;
    },
    document,
    history,
    commands,
    commandsOptions,
    whole,
    connection,
    kept,
    presence,
    peers: createPeers(presence, interfaceWords.start.guest),
    index,
    introduce,
    mayEdit: () => {
      const { phase } = connection.state();
      const role = roleNow(connection.state());
      return (role === 'edit' || role === 'facilitate') && phase !== 'stopped' && !document.readOnly();
    },
    now,
    unsaved: async () => (await journal).unsaved(),
    dispose: () => {
      void journal.then((kept) => kept.dispose());
      packs.dispose();
      unsubscribe();
      presence.dispose();
      connection.dispose();
      document.dispose();
      doc.destroy();
    },
  };
  return room;
}
