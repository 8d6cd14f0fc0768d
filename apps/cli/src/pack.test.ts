import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeNative } from '@strideboard/formats';
import { buildModel } from '@strideboard/testkit';
import { english } from '@strideboard/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from './list-files.ts';
import { run } from './run.ts';

const PACK = `pack: { id: acme, version: "3", title: Acme }
stencils:
  - { id: "acme:vault", family: st, kind: store, label: Acme vault, icon: vault, like: st.database }
properties:
  - { name: region, label: Region, question: "In which region does it lie?", appliesTo: "acme:*", type: string }
ruleFamilies: [{ id: "acme:DATA", title: Data of Acme }]
rules:
  - id: acme:D-1
    family: acme:DATA
    title: "{el} leaves Europe"
    letters: [I]
    severity: critical
    scope: ["acme:vault"]
    when: el.region != 'eu'
    why: The policy of Acme keeps data in Europe.
    controls: [B2]
    examples:
      - fires: true
        elements: [{ id: a, type: "acme:vault", properties: { region: us } }]
      - fires: false
        elements: [{ id: a, type: "acme:vault", properties: { region: eu } }]
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strideboard-packs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function given(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

async function strideboard(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = {
    stdout: (content: string | Uint8Array) => out.push(String(content)),
    stderr: (line: string) => err.push(`${line}\n`),
    readFile: (path: string) => readFileSync(path),
    listFiles,
    writeFile: () => undefined,
  };
  return { code: await run(args, terminal, english), out: out.join(''), err: err.join('') };
}

const model = (packs: readonly (readonly [string, string])[]) => {
  const built = buildModel({
    elements: [{ id: 'v', kind: 'store', type: 'acme:vault', label: 'Keys', properties: { region: 'us' } }],
  });
  return writeNative({ ...built, settings: { ...built.settings, packs } });
};

describe('strideboard pack check', () => {
  it('says what a sound pack holds and how many examples were run', async () => {
    expect(await strideboard('pack', 'check', await given('acme.yaml', PACK))).toEqual({
      code: 0,
      out: 'Acme 3: 1 rules, 1 stencils, 0 boundary kinds, 1 questions, 0 controls. 2 examples do what they say.\n',
      err: '',
    });
  });

  it('names rules that no example shows to work', async () => {
    const path = await given('bare.yaml', PACK.slice(0, PACK.indexOf('    examples')));
    const { code, out } = await strideboard('pack', 'check', path);
    expect(code).toBe(0);
    expect(out).toContain('No example shows that acme:D-1 fires.\nNo example shows where acme:D-1 stays quiet.\n');
  });

  it('lists every problem of a broken pack, one a line with file, line, column and rule, and refuses it', async () => {
    const broken = PACK.replace('el.region !=', 'el.religion == 1 && el.region ==').replace(
      'controls: [B2]',
      'controls: [B99]',
    );
    const names = await given('broken/names.yaml', broken);
    const conditions = await given('conditions.yaml', broken.replace('B99', 'B2'));
    const examples = await given('examples.yaml', PACK.replace('region: us', 'region: eu'));
    expect(await strideboard('pack', 'check', names)).toMatchObject({ code: 1, err: '' });
    expect((await strideboard('pack', 'check', names)).out).toBe(
      `${names}:16:16: rule acme:D-1: rules[0].controls[0]: There is no control "B99". Correct the name or add it.\n\n1 problem. The pack is refused whole.\n`,
    );
    expect((await strideboard('pack', 'check', conditions)).out).toMatch(
      /conditions\.yaml:14:\d+: rule acme:D-1: when: No property is called "religion"/u,
    );
    expect((await strideboard('pack', 'check', examples)).out).toMatch(
      /examples\.yaml:18:9: rule acme:D-1: examples\[0\]: .*should fire/u,
    );
  });

  it('reads a folder of files as one pack', async () => {
    const [head, rest] = [PACK.slice(0, PACK.indexOf('ruleFamilies')), PACK.slice(PACK.indexOf('ruleFamilies'))];
    await given('many/head.yaml', head);
    await given('many/rules/data.yml', rest);
    await given('many/readme.txt', 'not a pack');
    expect(await strideboard('pack', 'check', join(folder, 'many'))).toMatchObject({ code: 0, err: '' });
  });

  it('checks the built-in pack as one that stands alone, and refuses it on top of itself', async () => {
    const builtIn = new URL('../../../packages/kubernetes/pack', import.meta.url).pathname;
    expect(await strideboard('pack', 'check', '--alone', builtIn)).toMatchObject({ code: 0, err: '' });
    const { code, out } = await strideboard('pack', 'check', builtIn);
    expect(code).toBe(1);
    expect(out).toContain('The pack kubernetes has a rule WL-001 already. Write "kubernetes:WL-001".');
  });

  it('says why nothing could be read', async () => {
    const binary = await given('binary.yaml', new Uint8Array([0xff, 0xfe, 0x00]));
    await mkdir(join(folder, 'empty'), { recursive: true });
    expect(await strideboard('pack', 'check', join(folder, 'gone.yaml'))).toMatchObject({ code: 1, out: '' });
    expect((await strideboard('pack', 'check', join(folder, 'empty'))).err).toContain('holds no YAML file');
    expect((await strideboard('pack', 'check', binary)).err).toContain('not text in UTF-8');
    expect(await strideboard('pack')).toMatchObject({ code: 2 });
  });
});

describe('strideboard analyze --pack', () => {
  it('judges by the built-in pack and by those given', async () => {
    const pack = await given('acme.yaml', PACK);
    const file = await given('model.json', model([['acme', '3']]));
    const { code, out, err } = await strideboard('analyze', file, '--pack', pack);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Keys leaves Europe');
    expect((await strideboard('export', file, '--to', 'md', '--pack', pack)).out).toContain('acme:D-1');
  });

  it('judges without a pack that is not there, and says so', async () => {
    const file = await given(
      'model.json',
      model([
        ['acme', '3'],
        ['kubernetes', '0.0.1'],
      ]),
    );
    const { code, out, err } = await strideboard('analyze', file);
    expect(code).toBe(0);
    expect(out).not.toContain('leaves Europe');
    expect(err).toMatch(
      /pack acme 3, which is not here\. It is judged without that pack\.\n.*pack kubernetes 0\.0\.1; here is /u,
    );
    expect((await strideboard('export', file, '--to', 'csv')).err).toContain('pack acme 3');
  });

  it('refuses the whole command for a broken pack, and for two packs of one id', async () => {
    const file = await given('model.json', model([]));
    const sound = await given('acme.yaml', PACK);
    const broken = await given('broken.yaml', PACK.replace('why:', 'because:'));
    expect(await strideboard('analyze', file, '--pack', broken)).toMatchObject({ code: 1, out: '' });
    expect((await strideboard('analyze', file, '--pack', broken)).err).toMatch(
      /The key .*because.* is not known here/u,
    );
    expect((await strideboard('analyze', file, '--pack', sound, '--pack', sound)).err).toContain(
      'There is a pack acme already.',
    );
  });
});
