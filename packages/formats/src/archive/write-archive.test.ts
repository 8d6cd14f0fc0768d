import type { Model } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportCodecs } from '../codecs.ts';
import { readPicture } from '../embed/read-picture.ts';
import type { ExportInput } from '../export-codec.ts';
import { writeNative } from '../native/write-native.ts';
import { judgedInput } from '../testing/judged-input.ts';
import { writeArchive } from './write-archive.ts';

const model = buildModel({
  meta: { title: 'Shop' },
  elements: [{ id: 'api', type: 'cp.apiserver', label: 'API', properties: { anonymous: true } }],
});

async function unpack(input: ExportInput): Promise<Readonly<Record<string, Uint8Array>>> {
  const archive = await writeArchive(input);
  return unzipSync(archive.bytes);
}

describe('everything as one archive', () => {
  it('holds every format as the format is written alone, and a page that says what each leaves out', async () => {
    const input = judgedInput(model);
    const files = await unpack(input);
    expect(Object.keys(files)).toEqual(['contents.md', ...exportCodecs.map(({ fileName }) => fileName)].sort());
    for (const { fileName, encode } of exportCodecs) {
      const encoded = await encode(input);
      const expected = 'text' in encoded ? new TextEncoder().encode(encoded.text) : encoded.bytes;
      expect([fileName, files[fileName]]).toEqual([fileName, expected]);
    }
    const page = strFromU8(files['contents.md'] ?? new Uint8Array());
    for (const { id, fileName } of exportCodecs) {
      expect(page).toContain(`## ${fileName}\n`);
      expect(page).toContain(input.words.outputs.formats[id].losses);
    }
    expect(readPicture(files['diagram.png'] ?? new Uint8Array())).toEqual({ ok: true, text: writeNative(model) });
  });

  it('has equal bytes for equal models', async () => {
    const [first, second] = [
      await writeArchive(judgedInput(model)),
      await writeArchive(judgedInput(structuredClone(model))),
    ];
    expect(second.bytes).toEqual(first.bytes);
  });

  it('has a picture of every diagram, whichever one is looked at', async () => {
    const second = { id: 'd2', title: 'Second <b>' };
    const several = buildModel({
      diagrams: [{ id: 'd1', title: 'First' }, second],
      elements: [
        { id: 'one', type: 'cp.apiserver', label: 'Only on one', diagram: 'd1' },
        { id: 'two', type: 'cp.apiserver', label: 'Only on two', diagram: 'd2' },
      ],
    });
    const input = judgedInput(several);
    const files = await unpack(input);
    const drawn = (name: string): string =>
      strFromU8(files[name] ?? new Uint8Array()).replace(/<metadata.*<\/metadata>/su, '');
    expect(drawn('diagram.svg')).toContain('Only on one');
    expect(drawn('diagram.svg')).not.toContain('Only on two');
    expect(drawn('diagram-2.svg')).toContain('Only on two');
    for (const name of ['diagram.png', 'diagram-2.png']) {
      expect(readPicture(files[name] ?? new Uint8Array())).toEqual({ ok: true, text: writeNative(several) });
    }
    expect(drawn('contents.md')).toContain('- diagram-2.svg: the diagram “Second  b ”');
    const [id] = several.diagrams.slice(1).map((diagram) => diagram.id);
    const { bytes } = await writeArchive({ ...input, picture: { diagram: id ?? null } });
    expect(unzipSync(bytes)).toEqual(files);
  });

  it('tells how far it is before each format', async () => {
    const told: string[] = [];
    const total = exportCodecs.length;
    await writeArchive(judgedInput(model), { onFormat: (id, at, of) => told.push(`${id} ${at + 1}/${of}`) });
    expect(told).toEqual(exportCodecs.map(({ id }, at) => `${id} ${at + 1}/${total}`));
  });

  it('leaves out what cannot be made here, and says so', async () => {
    const { rasterise, ...without } = judgedInput(model);
    const archive = await writeArchive(without);
    expect(rasterise).toBeDefined();
    expect(archive.losses).toContainEqual({ code: 'format-left-out', where: 'png' });
    expect(Object.keys(unzipSync(archive.bytes))).not.toContain('diagram.png');
  });

  it('is whole for a model with nothing in it, and for labels that are long and hostile', async () => {
    expect(Object.keys(await unpack(judgedInput(buildModel({}))))).toHaveLength(exportCodecs.length + 1);
    const label = `<img src=x onerror=alert(1)>\u202E=cmd|' /C calc'!A0 ${'x'.repeat(9_900)}`;
    const many: Model = buildModel({
      elements: Array.from({ length: 60 }, (_, at) => ({
        ...{ id: `api${at}`, type: 'cp.apiserver', label: at < 2 ? label : `API ${at}` },
        properties: { anonymous: true },
      })),
    });
    const input = judgedInput(many);
    expect(input.threats.length).toBeGreaterThan(60);
    const files = await unpack(input);
    expect(Object.keys(files)).toHaveLength(exportCodecs.length + 1);
    for (const name of ['diagram.svg', 'report.md', 'connections.md']) {
      expect(strFromU8(files[name] ?? new Uint8Array())).not.toMatch(/(?<!\\)<img/u);
    }
    for (const cell of strFromU8(files['threats.csv'] ?? new Uint8Array()).split(/\r\n/u)) {
      expect(cell).not.toMatch(/^[=+@-]/u);
    }
  });
});
