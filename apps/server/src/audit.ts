// The audit log: acts are written at once, refusals are counted and written once a minute, so that a hostile client cannot fill the disk.

import type { Logger } from 'pino';
import type { AuditEntry, Store } from './store/store.ts';

/** Remembers who did what to a board. */
export type Audit = {
  /** Something a person did. */
  note(entry: Omit<AuditEntry, 'at' | 'detail'> & { readonly detail?: string | null }): void;
  /** A write or a connection was refused for a reason of `wire`. */
  refused(refusal: { readonly room: string; readonly principal: string | null; readonly reason: string }): void;
  sweep(now: number): void;
  /** Writes what is left. */
  dispose(): Promise<void>;
};

const REFUSALS_EVERY_MS = 60_000;
const REFUSALS_REMEMBERED = 1_000;

/** Creates the audit log of a server. An entry that cannot be written is named in the log of the process, and nothing waits for it. */
export function createAudit(options: {
  readonly store: Pick<Store, 'audit'>;
  readonly logger: Logger;
  readonly now: () => number;
}): Audit {
  const { store, logger, now } = options;
  const counts = new Map<string, { room: string; principal: string | null; reason: string; count: number }>();
  let countedSince = now();

  const write = async (entries: readonly AuditEntry[]): Promise<void> => {
    try {
      await store.audit(entries);
    } catch (error) {
      const actions = entries.map(({ action }) => action);
      logger.error({ err: error, actions }, 'the audit log could not be written');
    }
  };
  const writeCounts = async (at: number): Promise<void> => {
    countedSince = at;
    if (counts.size === 0) return;
    const entries = [...counts.values()].map(({ room, principal, reason, count }) => ({
      at,
      room,
      principal,
      action: 'refused' as const,
      detail: count === 1 ? reason : `${reason} (${count} times)`,
    }));
    counts.clear();
    await write(entries);
  };

  return {
    note({ detail = null, ...entry }) {
      void write([{ at: now(), detail, ...entry }]);
    },
    refused({ room, principal, reason }) {
      const key = `${room} ${principal ?? ''} ${reason}`;
      const known = counts.get(key);
      if (known !== undefined) known.count += 1;
      else if (counts.size < REFUSALS_REMEMBERED) counts.set(key, { room, principal, reason, count: 1 });
    },
    sweep(at) {
      if (at - countedSince >= REFUSALS_EVERY_MS) void writeCounts(at);
    },
    dispose: () => writeCounts(now()),
  };
}
