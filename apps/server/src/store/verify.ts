// Whether a database holds what was written: the file itself, every board, every version.

import type { Database } from 'better-sqlite3';
import { rebuildDocument } from '../jobs/jobs.ts';
import { documentOfVersion } from '../versions/version.ts';
import type { Store } from './store.ts';

/** What was looked at, and each thing that is wrong as a sentence. */
export type Verification = { readonly rooms: number; readonly versions: number; readonly problems: readonly string[] };

/** Loads everything once: hashes, holes in logs, updates that depend on something missing. */
export async function verifyStore(db: Database, store: Store): Promise<Verification> {
  const problems = [...fileProblems(db)];
  let versions = 0;
  const rooms = await store.rooms();
  for (const { id } of rooms) {
    const problem = await problemOf(async () => {
      const stored = await store.load(id);
      if (stored !== null) rebuildDocument(stored).destroy();
    });
    if (problem !== null) problems.push(`Board ${id} does not load: ${problem}`);
    for (const { versionId } of await store.versions(id)) {
      versions += 1;
      const broken = await problemOf(async () => {
        const version = await store.version(id, versionId);
        if (version !== null) await documentOfVersion(version);
      });
      if (broken !== null) problems.push(`Version ${versionId} of board ${id} does not load: ${broken}`);
    }
  }
  return { rooms: rooms.length, versions, problems };
}

function* fileProblems(db: Database): Iterable<string> {
  const found = db.pragma('integrity_check') as { integrity_check: string }[]; // SQLite's documented answer
  for (const { integrity_check: text } of found) if (text !== 'ok') yield `The file is damaged: ${text}`;
  const orphans = db.pragma('foreign_key_check') as { table: string }[]; // as above
  if (orphans.length > 0) yield `${orphans.length} rows belong to boards that are not there.`;
}

async function problemOf(look: () => Promise<void>): Promise<string | null> {
  try {
    await look();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
