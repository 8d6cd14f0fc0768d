// The environment's one decoder: every setting with its name, default and unit.

import { isIP } from 'node:net';
import { LIMITS } from '@strideboard/wire';
import { readDataKey, readKeyFile } from './key-file.ts';

/** How to run a server. Sizes in bytes, times in ms. */
export type Config = {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  /** Folder of the built web app; null = next to the built server. */
  readonly webFolder: string | null;
  /** What copied links begin with (origin without a slash at the end), or null. */
  readonly publicUrl: string | null;
  /** Further origins whose pages may connect. */
  readonly origins: readonly string[];
  /** Addresses or ranges of proxies whose forwarded headers count. */
  readonly trustProxy: readonly string[];
  readonly secret: string | null;
  readonly linkPepper: string | null;
  readonly operatorToken: string | null;
  readonly openCreate: boolean;
  readonly allowNoOrigin: boolean;
  readonly queryToken: boolean;
  /** The secret before the present one: what it signed stays valid while clients come to the new one. */
  readonly previousSecret: string | null;
  /** Port of its own for `/metrics`, or null. */
  readonly metricsPort: number | null;
  /** Bearer token with which `/metrics` answers on the main port, or null. */
  readonly metricsToken: string | null;
  /** Key of 32 bytes that encrypts what is stored, or null. */
  readonly dataKey: Uint8Array | null;
  readonly backup: BackupPlan | null;
  readonly logLevel: LogLevel;
  readonly limits: Limits;
  readonly timing: Timing;
};

/** Levels of the log on stderr. */
type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Backups by themselves: how often (ms), how many are kept, and the folder (null = `backups` in the data folder). */
export type BackupPlan = { readonly every: number; readonly keep: number; readonly folder: string | null };

/** What one client or room may use. */
export type Limits = {
  readonly frameBytes: number;
  readonly bufferedBytes: number;
  readonly roomBytes: number;
  readonly structs: number;
  readonly typeDepth: number;
  readonly valueBytes: number;
  readonly awarenessPerSecond: number;
  /** Messages other than presence, and bytes of all messages, of one socket. */
  readonly messagesPerSecond: number;
  readonly messageBurst: number;
  readonly bytesPerSecond: number;
  readonly byteBurst: number;
  /** Sockets at the same time. */
  readonly socketsPerRoom: number;
  readonly socketsPerLink: number;
  readonly socketsPerAddress: number;
  readonly sockets: number;
  /** Rooms in memory. */
  readonly rooms: number;
  readonly connectPerSecond: number;
  readonly connectBurst: number;
  readonly sessionsPerMinute: number;
  readonly roomsPerHour: number;
  /** Versions and epochs of one room. */
  readonly versionsPerHour: number;
};

/** When things happen, in ms; only some can be set from outside. */
export type Timing = {
  readonly tokenLife: number;
  readonly unloadAfter: number;
  readonly loadTimeout: number;
  readonly sweepEvery: number;
  readonly silenceBeforeKeepAlive: number;
  readonly pingEvery: number;
  readonly presenceFlush: number;
  readonly presenceExpiry: number;
  readonly firstRetry: number;
  readonly lastRetry: number;
  /** How long a Yjs client id stays with somebody who left without writing. */
  readonly claimHold: number;
  /** When a client that brought somebody else's new structs is asked again. */
  readonly foreignRetry: number;
  /** When a deleted board is removed for good, and how often the server looks. */
  readonly purgeAfter: number;
  readonly purgeEvery: number;
  /** How long audit entries are kept. */
  readonly auditLife: number;
  /** From the first byte of a request to the end of its headers, and from joining to the first sync message. */
  readonly handshake: number;
  readonly firstMessage: number;
  /** How long somebody works before the server makes a version by itself. */
  readonly versionEvery: number;
  /** Vetting in one turn of the event loop before others have theirs. */
  readonly vetBudget: number;
  /** How late the event loop may come to its work before the server says that it is not ready. */
  readonly readyLag: number;
  /** Over how long sockets are closed when the server stops. */
  readonly goodbyeSpread: number;
};

/** Result of reading the environment; each problem is a sentence that names the variable and says what it takes. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

const LOG_LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];
const SECRET_LENGTH = 32;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Reads all settings from environment variables; an empty variable counts as absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const problems: string[] = [];
  const text = (name: string): string | null => env[name]?.trim() || null;
  const list = (name: string): string[] => (text(name) ?? '').split(/[\s,]+/).filter((part) => part !== '');
  const number = (name: string, fallback: number, range: { min: number; max: number }): number => {
    const raw = text(name);
    if (raw === null) return fallback;
    const value = Number(raw);
    if (Number.isInteger(value) && value >= range.min && value <= range.max) return value;
    problems.push(`${name} is "${raw}"; give a whole number from ${range.min} to ${range.max}.`);
    return fallback;
  };
  const size = (name: string, fallback: number): number => number(name, fallback, { min: 1_024, max: 2 ** 31 });
  const count = (name: string, fallback: number): number => number(name, fallback, { min: 1, max: 10_000_000 });
  const seconds = (name: string, fallbackMs: number): number =>
    number(name, fallbackMs / 1_000, { min: 1, max: 86_400 }) * 1_000;
  const flag = (name: string, fallback: boolean): boolean => {
    const raw = text(name);
    if (raw === null || raw === '0' || raw === '1') return raw === null ? fallback : raw === '1';
    problems.push(`${name} is "${raw}"; give 0 or 1.`);
    return fallback;
  };
  const origin = (name: string, raw: string): string | null => {
    const url = URL.canParse(raw) ? new URL(raw) : null;
    if (
      url !== null &&
      /^https?:$/.test(url.protocol) &&
      url.pathname === '/' &&
      url.search === '' &&
      url.hash === ''
    ) {
      return url.origin;
    }
    problems.push(`${name} holds "${raw}"; give an address such as https://board.example.org, without a path.`);
    return null;
  };
  const isRange = (raw: string): boolean => {
    const [address = '', prefix = '0'] = raw.split('/');
    const bits = isIP(address) === 6 ? 128 : 32;
    if (isIP(address) !== 0 && /^\d+$/.test(prefix) && Number(prefix) <= bits) return true;
    problems.push(`STRIDEBOARD_TRUST_PROXY holds "${raw}"; give addresses or ranges such as 10.0.0.0/8.`);
    return false;
  };
  const secret = (name: string): string | null => {
    const raw = text(name);
    if (raw !== null && raw.length < SECRET_LENGTH)
      problems.push(`${name} is too short; give ${SECRET_LENGTH} characters or more.`);
    return raw;
  };
  const key = (): Uint8Array | null => {
    const raw = text('STRIDEBOARD_DATA_KEY');
    const file = text('STRIDEBOARD_DATA_KEY_FILE');
    if (raw !== null && file !== null)
      problems.push('Give STRIDEBOARD_DATA_KEY or STRIDEBOARD_DATA_KEY_FILE, not both.');
    const given = raw ?? (file === null ? null : readKeyFile(file));
    if (given === null && file === null) return null;
    const bytes = readDataKey(given ?? '');
    if (bytes === null) {
      const name = raw === null ? `The file of STRIDEBOARD_DATA_KEY_FILE (${file})` : 'STRIDEBOARD_DATA_KEY';
      problems.push(`${name} holds no key; give 32 bytes as base64 or as 64 hexadecimal digits.`);
    }
    return bytes;
  };
  const backup = (): BackupPlan | null => {
    const hours = number('STRIDEBOARD_BACKUP_EVERY', 0, { min: 0, max: 8_760 });
    const keep = number('STRIDEBOARD_BACKUP_KEEP', 7, { min: 1, max: 1_000 });
    const folder = text('STRIDEBOARD_BACKUP_FOLDER');
    return hours === 0 ? null : { every: hours * 60 * MINUTE_MS, keep, folder };
  };
  const port = (name: string, fallback: number): number => number(name, fallback, { min: 0, max: 65_535 });
  const logLevel = (): LogLevel => {
    const raw = text('STRIDEBOARD_LOG');
    const level = LOG_LEVELS.find((known) => known === raw);
    if (raw !== null && level === undefined)
      problems.push(`STRIDEBOARD_LOG is "${raw}"; give one of ${LOG_LEVELS.join(', ')}.`);
    return level ?? 'warn';
  };

  const frameBytes = size('STRIDEBOARD_MAX_PAYLOAD', LIMITS.frameBytes);
  const messages = count('STRIDEBOARD_RATE_MSGS', 60);
  const bytes = size('STRIDEBOARD_RATE_BYTES', 256 * 1024);
  const publicUrl = text('STRIDEBOARD_PUBLIC_URL');
  const config: Config = {
    host: text('HOST') ?? '127.0.0.1',
    port: port('PORT', 4747),
    dataFolder: text('STRIDEBOARD_DATA') ?? '.strideboard',
    webFolder: text('STRIDEBOARD_WEB'),
    publicUrl: publicUrl === null ? null : origin('STRIDEBOARD_PUBLIC_URL', publicUrl),
    origins: list('STRIDEBOARD_ORIGINS').flatMap((raw) => origin('STRIDEBOARD_ORIGINS', raw) ?? []),
    trustProxy: list('STRIDEBOARD_TRUST_PROXY').filter(isRange),
    secret: secret('STRIDEBOARD_SECRET'),
    linkPepper: secret('STRIDEBOARD_LINK_PEPPER'),
    operatorToken: text('STRIDEBOARD_OPERATOR_TOKEN'),
    openCreate: flag('STRIDEBOARD_OPEN_CREATE', true),
    allowNoOrigin: flag('STRIDEBOARD_ALLOW_NO_ORIGIN', false),
    queryToken: flag('STRIDEBOARD_QUERY_TOKEN', false),
    previousSecret: secret('STRIDEBOARD_SECRET_PREVIOUS'),
    metricsPort: text('STRIDEBOARD_METRICS_PORT') === null ? null : port('STRIDEBOARD_METRICS_PORT', 0),
    metricsToken: secret('STRIDEBOARD_METRICS_TOKEN'),
    dataKey: key(),
    backup: backup(),
    logLevel: logLevel(),
    limits: {
      frameBytes,
      bufferedBytes: size('STRIDEBOARD_MAX_BUFFERED', 8 * 1024 * 1024),
      roomBytes: size('STRIDEBOARD_ROOM_BYTES', LIMITS.roomBytes),
      structs: count('STRIDEBOARD_STRUCTS', LIMITS.structsPerMessage),
      typeDepth: count('STRIDEBOARD_DEPTH', LIMITS.typeDepth),
      valueBytes: size('STRIDEBOARD_VALUE', LIMITS.valueBytes),
      awarenessPerSecond: count('STRIDEBOARD_RATE_AWARENESS', LIMITS.awarenessPerSecond),
      messagesPerSecond: messages,
      messageBurst: 5 * messages,
      bytesPerSecond: bytes,
      byteBurst: Math.max(32 * bytes, 2 * frameBytes),
      socketsPerRoom: count('STRIDEBOARD_MAX_CONNS_ROOM', 100),
      socketsPerLink: count('STRIDEBOARD_MAX_CONNS_LINK', 100),
      socketsPerAddress: count('STRIDEBOARD_MAX_CONNS_IP', 200),
      sockets: count('STRIDEBOARD_MAX_CONNS_TOTAL', 5_000),
      rooms: count('STRIDEBOARD_ROOMS', 2_000),
      connectPerSecond: count('STRIDEBOARD_RATE_CONNECT', 20),
      connectBurst: 5 * count('STRIDEBOARD_RATE_CONNECT', 20),
      sessionsPerMinute: count('STRIDEBOARD_RATE_SESSION', 60),
      roomsPerHour: count('STRIDEBOARD_RATE_CREATE', 120),
      versionsPerHour: count('STRIDEBOARD_RATE_VERSIONS', 40),
    },
    timing: {
      tokenLife: seconds('STRIDEBOARD_TOKEN_TTL', LIMITS.tokenLifeMs),
      unloadAfter: seconds('STRIDEBOARD_UNLOAD', 30_000),
      loadTimeout: 10_000,
      sweepEvery: 500,
      silenceBeforeKeepAlive: LIMITS.silenceBeforeKeepAliveMs,
      pingEvery: LIMITS.pingMs,
      presenceFlush: LIMITS.awarenessFlushMs,
      presenceExpiry: LIMITS.awarenessExpiryMs,
      firstRetry: 500,
      lastRetry: 30_000,
      claimHold: seconds('STRIDEBOARD_CLAIM_HOLD', LIMITS.claimHoldMs),
      foreignRetry: 2_000,
      purgeAfter: number('STRIDEBOARD_PURGE_DAYS', 30, { min: 0, max: 36_500 }) * DAY_MS,
      purgeEvery: DAY_MS / 4,
      auditLife: 400 * DAY_MS,
      handshake: seconds('STRIDEBOARD_T_HANDSHAKE', 5_000),
      firstMessage: seconds('STRIDEBOARD_T_FIRST', 10_000),
      versionEvery: 10 * MINUTE_MS,
      vetBudget: 50,
      readyLag: 1_000,
      goodbyeSpread: 5_000,
    },
  };
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems };
}
