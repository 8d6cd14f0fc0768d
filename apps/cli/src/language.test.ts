import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeNative } from '@strideboard/formats';
import { templateList } from '@strideboard/kubernetes/templates';
import { english, speak } from '@strideboard/words';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { listFiles } from './list-files.ts';
import { run } from './run.ts';
import { takeLanguage } from './speak-as-asked.ts';

let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strideboard-cli-'));
  const model = await templateList.find(({ id }) => id === 'pod-launch')?.load();
  if (model === undefined) throw new Error('there is no template pod-launch');
  file = join(folder, 'board.json');
  await writeFile(file, writeNative(model));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await speak('en');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function strideboard(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = {
    stdout: (content: string | Uint8Array) => out.push(String(content)),
    stderr: (line: string) => err.push(line),
    today: () => '2030-01-02',
    readFile: (path: string) => readFileSync(path),
    listFiles,
    writeFile: () => undefined,
  };
  return { code: await run(args, terminal, english), out: out.join(''), err: err.join('\n') };
}

describe('--language', () => {
  it('writes the report in German, headings, severities and facts alike, and says so in the page', async () => {
    const { code, out } = await strideboard('export', file, '--to', 'html', '--language', 'de');
    expect(code).toBe(0);
    expect(out).toContain('<html lang="de">');
    expect(out).toContain('Bedrohungen');
    expect(out).not.toMatch(/>\s*(?:Threats|Severity|Data flow|High|Medium)\s*</u);
  });

  it('is English without it, before as after, whatever the machine speaks', async () => {
    const before = await strideboard('analyze', file);
    await strideboard('analyze', file, '--language', 'de');
    vi.stubEnv('LANG', 'de_DE.UTF-8');
    expect(await strideboard('analyze', file)).toEqual(before);
    expect(before.out).toContain('Severity');
  });

  it('says what is wrong in the language that was asked for', async () => {
    const { code, err } = await strideboard('--language=de', 'analyze', join(folder, 'nothing.json'));
    expect(code).toBe(1);
    expect(err).not.toBe((await strideboard('analyze', join(folder, 'nothing.json'))).err);
  });

  it('refuses a language it has no words for, the made-up ones of tests too', async () => {
    for (const language of ['fr', 'pseudo', '']) {
      const { code, err } = await strideboard('analyze', file, '--language', language);
      expect([code, err.includes('en, de')]).toEqual([2, true]);
    }
  });

  it('is found wherever it stands, but not behind the end of options', () => {
    expect(takeLanguage(['a', '--language', 'de', 'b'])).toEqual({ language: 'de', rest: ['a', 'b'] });
    expect(takeLanguage(['--language=de', 'a'])).toEqual({ language: 'de', rest: ['a'] });
    expect(takeLanguage(['a', '--', '--language=de'])).toEqual({ language: 'en', rest: ['a', '--', '--language=de'] });
    expect(takeLanguage(['--language'])).toEqual({ language: '', rest: [] });
  });
});
