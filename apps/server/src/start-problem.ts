// What to tell a person when the server does not start: one sentence that says what happened and what to do.

import { DATABASE_FILE } from './store/sqlite.ts';
import type { Config } from './config.ts';

/** The sentence for an error during start, or null when nobody has thought of it. */
export function startProblem(error: unknown, config: Pick<Config, 'host' | 'port' | 'dataFolder'>): string | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  const { host, port, dataFolder } = config;
  const database = `${dataFolder}/${DATABASE_FILE}`;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use: stop the program that uses it, or choose another port, for example PORT=${port + 1}.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `This computer has no address "${host}": set HOST to 127.0.0.1 (this computer only) or 0.0.0.0 (the whole network).`;
    case 'EACCES':
    case 'EPERM':
      if ('syscall' in error && error.syscall === 'listen') {
        return `Port ${port} needs more rights than this user has: choose one above 1023, for example PORT=4747.`;
      }
      return `The data folder ${dataFolder} cannot be written: change its owner or rights, or set STRIDEBOARD_DATA to another folder.`;
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DIRECTORY':
      return `The data folder ${dataFolder} cannot be written: set STRIDEBOARD_DATA to a folder this user may write.`;
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return `The disk of the data folder ${dataFolder} is full: free some space, or set STRIDEBOARD_DATA to a folder on another disk.`;
    case 'SQLITE_BUSY':
      return `Another program uses ${database}: stop it, or set STRIDEBOARD_DATA to another folder.`;
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return `The database ${database} is damaged: put back a copy of it, or move it away to begin with an empty one.`;
    case 'ERR_DLOPEN_FAILED':
    case 'ERR_MODULE_NOT_FOUND':
    case 'MODULE_NOT_FOUND':
      return sqliteMissing();
  }
  if (/could not locate the bindings file/i.test(error.message)) return sqliteMissing();
  if (error.name === 'NewerSchemaError') {
    return `The database ${database} was written by a newer Strideboard: start that version, or set STRIDEBOARD_DATA to another folder.`;
  }
  if (error.name === 'DataKeyError') {
    return `The database ${database} is encrypted, and ${error.message}: set STRIDEBOARD_DATA_KEY or STRIDEBOARD_DATA_KEY_FILE to the key it was written with.`;
  }
  if (error.name === 'DamagedSecretError') {
    return `${error.message}: put back a copy of it, or delete it (all links made so far then stop working).`;
  }
  return null;
}

function sqliteMissing(): string {
  return `SQLite could not be loaded for Node ${process.versions.node}: run "npm rebuild better-sqlite3" (it needs python3, make and g++ when no built version fits).`;
}
