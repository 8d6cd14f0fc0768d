// What an operator may watch, in the text format of Prometheus. No label names a room, a person or a link.

import { ROLES, type Role } from '@strideboard/wire';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is counted at the moment somebody asks. */
export type Census = {
  readonly rooms: number;
  readonly sockets: ReadonlyMap<Role, number>;
  /** Log rows that no snapshot holds yet. */
  readonly logRows: number;
};

/** Counts what happens; times in ms, sizes in bytes. */
export type Metrics = {
  received(bytes: number): void;
  /** One frame to some receivers. */
  sent(bytes: number, receivers: number): void;
  vetted(ms: number): void;
  /** An update was refused or a socket closed, for one of the reasons of `wire`. */
  refused(reason: string): void;
  resynced(): void;
  hole(): void;
  committed(commit: { readonly ms: number; readonly bytes: number; readonly rows: number }): void;
  commitFailed(): void;
  /** From the arrival of an update to the moment everybody was sent it. */
  broadcast(ms: number): void;
  slowReaderEnded(): void;
  presenceDropped(): void;
  loaded(ms: number): void;
  loadFailed(): void;
  compacted(): void;
  /** A compaction failed or did not give the same board: the log was kept. */
  logKept(): void;
  backedUp(ok: boolean): void;
  /** Everything as text, with its media type. */
  render(): Promise<{ readonly type: string; readonly text: string }>;
};

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const BYTES = [64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216];

/** Creates the metrics of one server. */
export function createMetrics(sources: { readonly census: () => Census; readonly lagMs: () => number }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = (name: string, help: string): Counter =>
    new Counter({ name: `strideboard_${name}`, help, registers });
  const seconds = (name: string, help: string): Histogram =>
    new Histogram({ name: `strideboard_${name}_seconds`, help, buckets: SECONDS, registers });
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name: `strideboard_${name}`,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };

  gauge('rooms', 'Boards in memory.', () => sources.census().rooms);
  gauge('log_rows', 'Stored updates of boards in memory that wait for compaction.', () => sources.census().logRows);
  gauge('event_loop_lag_seconds', 'Worst lag since the last time this page was read.', () => sources.lagMs() / 1_000);
  new Gauge({
    name: 'strideboard_sockets',
    help: 'Open sockets by role.',
    labelNames: ['role'],
    registers,
    collect() {
      const { sockets } = sources.census();
      for (const role of ROLES) this.set({ role }, sockets.get(role) ?? 0);
    },
  });
  const messagesIn = counter('messages_received_total', 'Messages from clients.');
  const bytesIn = counter('received_bytes_total', 'Bytes from clients.');
  const messagesOut = counter('messages_sent_total', 'Messages to clients.');
  const bytesOut = counter('sent_bytes_total', 'Bytes to clients.');
  const refusals = new Counter({
    name: 'strideboard_refusals_total',
    help: 'Updates and sockets refused, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const resyncs = counter('resyncs_total', 'Updates that asked for something missing first.');
  const holes = counter('firewall_holes_total', 'Updates that passed the firewall and did not integrate. Must stay 0.');
  const vetting = seconds('vet', 'Time to judge an update.');
  const commits = seconds('commit', 'Time to bring the updates of one turn to disk.');
  const commitBytes = new Histogram({
    name: 'strideboard_commit_bytes',
    help: 'Size of one commit.',
    buckets: BYTES,
    registers,
  });
  const commitRows = counter('committed_rows_total', 'Log rows written.');
  const failedCommits = counter('failed_commits_total', 'Commits that did not reach the disk.');
  const broadcasts = seconds('broadcast_delay', 'From the arrival of an update to its sending.');
  const slowReaders = counter('slow_readers_total', 'Sockets ended because they did not read.');
  const droppedPresence = counter('presence_dropped_total', 'Presence messages dropped.');
  const loads = seconds('load', 'Time to load a board.');
  const failedLoads = counter('failed_loads_total', 'Boards that could not be loaded.');
  const compactions = counter('compactions_total', 'Logs replaced by a snapshot.');
  const keptLogs = counter('compactions_failed_total', 'Compactions that failed or were not the same board.');
  const backups = new Counter({
    name: 'strideboard_backups_total',
    help: 'Backups by the timer.',
    labelNames: ['result'],
    registers,
  });

  return {
    received(bytes) {
      messagesIn.inc();
      bytesIn.inc(bytes);
    },
    sent(bytes, receivers) {
      messagesOut.inc(receivers);
      bytesOut.inc(bytes * receivers);
    },
    vetted: (ms) => vetting.observe(ms / 1_000),
    refused: (reason) => refusals.inc({ reason }),
    resynced: () => resyncs.inc(),
    hole: () => holes.inc(),
    committed({ ms, bytes, rows }) {
      commits.observe(ms / 1_000);
      commitBytes.observe(bytes);
      commitRows.inc(rows);
    },
    commitFailed: () => failedCommits.inc(),
    broadcast: (ms) => broadcasts.observe(ms / 1_000),
    slowReaderEnded: () => slowReaders.inc(),
    presenceDropped: () => droppedPresence.inc(),
    loaded: (ms) => loads.observe(ms / 1_000),
    loadFailed: () => failedLoads.inc(),
    compacted: () => compactions.inc(),
    logKept: () => keptLogs.inc(),
    backedUp: (ok) => backups.inc({ result: ok ? 'done' : 'failed' }),
    async render() {
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
