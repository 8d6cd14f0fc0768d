import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeNative } from '@strideboard/formats';
import { templateList } from '@strideboard/kubernetes/templates';
import type { BlastRadius } from '@strideboard/stride';
import { english } from '@strideboard/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './run.ts';

let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strideboard-blast-'));
  const entry = templateList.find(({ id }) => id === 'pod-launch');
  if (entry === undefined) throw new Error('there is no template pod-launch');
  file = join(folder, 'pod-launch.json');
  await writeFile(file, writeNative(await entry.load()));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function blast(...args: readonly string[]): Promise<{
  readonly code: number;
  readonly out: string;
  readonly err: string;
}> {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = {
    stdout: (content: string | Uint8Array) => out.push(String(content)),
    stderr: (line: string) => err.push(line),
    readFile: (path: string) => readFileSync(path),
    listFiles: () => null,
    writeFile: () => undefined,
  };
  const code = await run(['blast', file, ...args], terminal, english);
  return { code, out: out.join(''), err: err.join('\n') };
}
const parse = (text: string): BlastRadius => JSON.parse(text) as BlastRadius; // the shape under test

describe('strideboard blast', () => {
  it('tells what the container of a pod gets, proven before possible, what keeps shut and what would help', async () => {
    const { code, out, err } = await blast('--from', 'c');
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n');
    const at = (text: string): number => lines.findIndex((line) => line.includes(text));
    expect(lines[0]).toBe('Whoever has App container gets:');
    const places = ['Proven by what is known', 'Possible as long as', 'Kept shut', 'What would help'].map(at);
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(out).toMatch(/acts as +New pod +same node +The API token in App container is used/u);
    expect(out).toContain('unknown: Cluster administrator of New pod, Kubernetes permissions of New pod');
    expect(out).toContain('K13 Service-account RBAC and least privilege');
  });

  it('finds an element by its label, and gives the whole answer to programs', async () => {
    const [byId, byLabel] = [
      await blast('--from', 'c', '--format', 'json'),
      await blast('--from', 'App container', '--format', 'json'),
    ];
    expect(byLabel.out).toBe(byId.out);
    expect(parse(byId.out).reached[0]).toMatchObject({
      subject: 'acct',
      access: 'identity',
      path: [{ rule: 'BR-109' }],
    });
  });

  it('walks as if controls stood', async () => {
    const { out } = await blast('--from', 'c', '--assume', 'K13', '--assume', 'K28', '--format', 'json');
    const { assumed, reached } = parse(out);
    expect(assumed).toEqual(['K13', 'K28']);
    expect(reached.find(({ subject }) => subject === 'acct')?.certainty).toBe('possible');
    expect(reached.map(({ subject }) => subject)).not.toContain('etcd');
  });

  it('refuses an element and a control it does not know', async () => {
    const [nobody, nothing] = [await blast('--from', 'nobody'), await blast('--from', 'c', '--assume', 'K999')];
    expect([nobody.code, nothing.code]).toEqual([1, 1]);
    expect(nobody.err).toContain('nobody: There is no element');
    expect(nothing.err).toContain('K999: There is no control');
    expect(await blast()).toMatchObject({ code: 2 });
  });
});
