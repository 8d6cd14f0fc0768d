// Commands that only look: `verify`, `export`, `rooms list`, `audit`.

import { writeFileSync } from 'node:fs';
import { isRoomId } from '@strideboard/wire';
import * as Y from 'yjs';
import { rebuildDocument } from '../jobs/jobs.ts';
import { verifyStore } from '../store/verify.ts';
import { type Command, CommandProblem } from './command.ts';
import { databaseOf, withStore } from './open-data.ts';

const AUDIT_LINES = 1_000;

/** Looks at everything that is stored. */
export const verify: Command = {
  name: 'verify',
  usage: '[file]',
  summary: 'Loads every board and version of the database, or of a backup, and says what is wrong',
  async run([file], { config, print }) {
    const { rooms, versions, problems } = await withStore(file ?? databaseOf(config), config, ({ db, store }) =>
      verifyStore(db, store),
    );
    for (const problem of problems) print(problem);
    print(
      `${rooms} boards, ${versions} versions: ${problems.length === 0 ? 'everything loads' : `${problems.length} problems`}.`,
    );
    return problems.length === 0 ? 0 : 1;
  },
};

/** Writes a board into a file. */
export const exportRoom: Command = {
  name: 'export',
  usage: '<board> <file>',
  summary: 'Writes the stored state of a board into a .yupdate file',
  async run([room = '', file], { config, print }) {
    if (!isRoomId(room) || file === undefined) {
      throw new CommandProblem('Say which board and where to: strideboard-server export <board> <file>');
    }
    await withStore(databaseOf(config), config, async ({ store }) => {
      const stored = await store.load(room);
      if (stored === null) throw new CommandProblem(`There is no board ${room}: "rooms list" lists them.`);
      writeFileSync(file, Y.encodeStateAsUpdate(rebuildDocument(stored)), { mode: 0o600 });
    });
    print(`${file} holds the board; it can be imported into any board by a facilitator.`);
    return 0;
  },
};

/** Lists the boards. */
export const rooms: Command = {
  name: 'rooms',
  usage: 'list',
  summary: 'Lists all boards with their size',
  async run([verb], { config, print }) {
    if (verb !== 'list') throw new CommandProblem('The only thing to do with rooms is: strideboard-server rooms list');
    const rows = await withStore(databaseOf(config), config, ({ store }) => store.rooms());
    print('board                   epoch       bytes  created                   state');
    for (const { id, epoch, bytes, createdAt, locked, deletedAt } of rows) {
      const state = deletedAt !== null ? `deleted ${timeOf(deletedAt)}` : locked ? 'locked' : '';
      print(
        `${id}  ${String(epoch).padStart(5)}  ${String(bytes).padStart(10)}  ${timeOf(createdAt)}  ${state}`.trimEnd(),
      );
    }
    return 0;
  },
};

/** Shows the audit log of a board. */
export const audit: Command = {
  name: 'audit',
  usage: '<board>',
  summary: 'Shows who did what to a board, newest first',
  async run([room = ''], { config, print }) {
    if (!isRoomId(room)) throw new CommandProblem('Say which board: strideboard-server audit <board>');
    const entries = await withStore(databaseOf(config), config, ({ store }) => store.auditOf(room, AUDIT_LINES));
    for (const { at, principal, action, detail } of entries) {
      print(`${timeOf(at)}  ${action.padEnd(24)}${(principal ?? '-').padEnd(18)}${detail ?? ''}`.trimEnd());
    }
    return 0;
  },
};

function timeOf(at: number): string {
  return new Date(at).toISOString();
}
