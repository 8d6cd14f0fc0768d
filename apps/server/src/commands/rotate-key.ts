// `rotate-key <file>`: the database goes under another data key, or under its first one.

import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { readDataKey, readKeyFile } from '../key-file.ts';
import { rotateDataKey } from '../store/data-key.ts';
import { lockFolder } from '../store/folder-lock.ts';
import { type Command, CommandProblem } from './command.ts';
import { databaseOf, withStore } from './open-data.ts';

/** The command. */
export const rotateKey: Command = {
  name: 'rotate-key',
  usage: '<file>',
  summary: 'Encrypts under the key of a file, made when it is not there; the server must be stopped',
  async run([file], { config, print }) {
    if (file === undefined)
      throw new CommandProblem('Say in which file the new key is or shall be: strideboard-server rotate-key <file>');
    const lock = await lockFolder(config.dataFolder);
    try {
      if (!existsSync(file))
        writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
      const to = readDataKey(readKeyFile(file) ?? '');
      if (to === null)
        throw new CommandProblem(`${file} holds no key; it takes 32 bytes as base64 or as 64 hexadecimal digits.`);
      const { rewrapped, encrypted } = await withStore(databaseOf(config), config, ({ db }) => {
        const counts = rotateDataKey(db, { from: config.dataKey, to });
        // What was stored as it is must not stay behind in free pages.
        db.exec('VACUUM');
        db.pragma('wal_checkpoint(TRUNCATE)');
        return Promise.resolve(counts);
      });
      print(
        `${rewrapped} boards have a new key, ${encrypted} were encrypted. Start the server with STRIDEBOARD_DATA_KEY_FILE=${file}`,
      );
      return 0;
    } finally {
      lock.release();
    }
  },
};
