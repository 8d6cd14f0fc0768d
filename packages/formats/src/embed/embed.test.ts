import { arbitraryModel, buildModel } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../detect-format.ts';
import { FILE_LIMIT, readNative } from '../native/read-native.ts';
import { writeNative } from '../native/write-native.ts';
import { writePng, writeSvg } from '../picture/write-pictures.ts';
import { judgedInput } from '../testing/judged-input.ts';
import { PIXEL } from '../testing/one-pixel.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { crc32 } from './crc32.ts';
import { embedInPng } from './png-model.ts';
import { readPicture } from './read-picture.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a picture with its model inside', () => {
  it('opens as an equal model, SVG and PNG, whatever the model', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryModel(6), async (model) => {
        const input = judgedInput(model);
        const native = writeNative(model);
        expect(readPicture(utf8(writeSvg(input).text))).toEqual({ ok: true, text: native });
        expect(readPicture((await writePng(input)).bytes)).toEqual({ ok: true, text: native });
        expect(readNative(native)).toMatchObject({ ok: true, model });
      }),
      { numRuns: 40 },
    );
  });

  it('is told by its content', async () => {
    const input = judgedInput(buildModel({}));
    expect(detectFormat(writeSvg(input).text)).toBe('svg');
    expect(detectFormat(new TextDecoder().decode((await writePng(input)).bytes))).toBe('png');
  });

  it('is not led astray by a label that looks like what is inside', () => {
    const label = '<metadata id="strideboard-model">AAAA</metadata>';
    const model = buildModel({ meta: { title: label }, elements: [{ id: 'a', label }] });
    expect(readPicture(utf8(writeSvg(judgedInput(model)).text))).toEqual({ ok: true, text: writeNative(model) });
  });

  it('still opens when a drawing program has put a prefix and attributes around', () => {
    const { text } = writeSvg(judgedInput(buildModel({})));
    const saved = text
      .replace('<metadata id=', "<svg:metadata\n  lang='en'\n  id = ")
      .replace('</metadata>', '</svg:metadata>');
    expect(readPicture(utf8(saved)).ok).toBe(true);
  });
});

describe('a picture that cannot be opened', () => {
  const refused = (bytes: Uint8Array) => readPicture(bytes);
  const none = (found: string) => ({ ok: false, problems: [{ code: 'picture-without-model', found }] });
  const damaged = (found: string) => ({ ok: false, problems: [{ code: 'picture-damaged', found }] });

  it('says so when nothing is inside', () => {
    expect(refused(utf8('<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'))).toEqual(none('svg'));
    expect(refused(PIXEL)).toEqual(none('png'));
  });

  it('lets nothing of a hostile SVG work', () => {
    const entities = `<!DOCTYPE svg [<!ENTITY a "${'&b;'.repeat(100)}">]><svg onload="x()"><script>x()</script>&a;</svg>`;
    expect(refused(utf8(entities))).toEqual(none('svg'));
    const inside = (text: string) =>
      utf8(`<!DOCTYPE svg><svg><metadata id="strideboard-model">${text}</metadata></svg>`);
    for (const text of ['', '!!!!', 'AAA', '&a;', '/w==']) expect(refused(inside(text))).toEqual(damaged('svg'));
    expect(refused(new Uint8Array(64 * 1024 * 1024))).toEqual({ ok: false, problems: [{ code: 'too-large' }] });
    expect(refused(utf8('<metadata '.repeat(200_000)))).toEqual(none('svg'));
  });

  it('says so when an image is cut off anywhere', () => {
    const whole = embedInPng(PIXEL, 'the model');
    for (let length = 8; length < whole.length; length += 1) {
      const read = refused(whole.subarray(0, length));
      // Cut behind the text itself, it can still be read.
      if (!read.ok) expect(read).toEqual(damaged('png'));
      else expect(read.text).toBe('the model');
    }
    expect(refused(whole.subarray(0, 60))).toEqual(damaged('png'));
  });

  it('trusts no text whose checksum is wrong, and no text that unpacks without end', () => {
    const whole = embedInPng(PIXEL, 'the model');
    const bent = whole.map((byte, at) => (at === 33 + 8 + 20 ? byte ^ 1 : byte));
    expect(refused(bent)).toEqual(damaged('png'));
    const bomb = embedInPng(PIXEL, ' '.repeat(FILE_LIMIT + 1));
    expect(bomb.length).toBeLessThan(100_000);
    expect(refused(bomb)).toEqual({ ok: false, problems: [{ code: 'too-large', found: 'png' }] });
  });

  it('keeps one model where one is put in twice', () => {
    const twice = embedInPng(embedInPng(PIXEL, 'first'), 'second');
    expect(refused(twice)).toEqual({ ok: true, text: 'second' });
    expect(twice.length).toBe(embedInPng(PIXEL, 'second').length);
  });
});

describe('what pictures are made of', () => {
  it('reads back any bytes from Base64', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
    const long = new Uint8Array(0x6000 * 2 + 1).fill(7);
    expect(fromBase64(toBase64(long))).toEqual(long);
  });

  it('sums up bytes as PNG and ZIP do', () => {
    expect(crc32(utf8('123456789'))).toBe(0xcb_f4_39_26);
  });
});
