// The server as a process of its own, for tests of starting, stopping and being killed.

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { API, type CreatedRoom, type Session } from '@strideboard/wire';
import { readJson } from './test-server.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const ROOT = join(dirname(MAIN), '..', '..', '..');

/** A started process: what it has said, when it is ready (its address) and when it ended (its exit code). */
export type ServerProcess = {
  readonly child: ChildProcess;
  readonly output: { out: string; err: string };
  readonly exited: Promise<number | null>;
  readonly ready: Promise<string>;
};

/** Runs the server, or one of its commands; `modules` are loaded before it. */
export function runServer(
  env: Readonly<Record<string, string>>,
  { args = [], modules = [] }: { readonly args?: readonly string[]; readonly modules?: readonly string[] } = {},
): ServerProcess {
  const imports = ['tsx', ...modules].flatMap((module) => ['--import', module]);
  const child = spawn(process.execPath, [...imports, MAIN, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => {
    output.out += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    output.err += text.toString();
  });
  const exited = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const url = /^Strideboard is ready: (\S+)/m.exec(output.out)?.[1];
      if (url !== undefined) resolve(url);
    });
    void exited.then((code) => reject(new Error(`exit ${code}: ${output.err}`)));
  });
  ready.catch(() => undefined); // tests of a failing start look at the exit instead
  return { child, output, exited, ready };
}

/** Of the system's clock for processes. */
const TICKS_PER_SECOND = 100;

/** Seconds of processor time that a process has used, on Linux. */
export function processorSeconds({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** A new board on a running server, and how to come in. */
export async function enterBoard(url: string) {
  const { roomId, link } = await readJson<CreatedRoom>(await fetch(url + API.rooms, { method: 'POST' }));
  const session = async (at: string): Promise<Session> => {
    const body = JSON.stringify({ roomId, linkId: link.linkId, secret: link.secret });
    return readJson<Session>(
      await fetch(at + API.session, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    );
  };
  return { roomId, session };
}
