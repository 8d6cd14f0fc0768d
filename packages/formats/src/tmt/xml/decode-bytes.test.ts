import { describe, expect, it } from 'vitest';
import { decodeFile } from './decode-bytes.ts';

const utf16 = (text: string, isLittle: boolean, mark: boolean): Uint8Array => {
  const whole = `${mark ? '\uFEFF' : ''}${text}`;
  const units = Array.from({ length: whole.length }, (_, at) => whole.charCodeAt(at));
  return Uint8Array.from(units.flatMap((unit) => (isLittle ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff])));
};

describe('decodeFile', () => {
  it.each([
    ['little-endian with its mark', utf16('<ThreatModel>é', true, true)],
    ['little-endian without a mark', utf16('<ThreatModel>é', true, false)],
    ['big-endian with its mark', utf16('<ThreatModel>é', false, true)],
    ['big-endian without a mark', utf16('<ThreatModel>é', false, false)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode('\uFEFF<ThreatModel>é')],
    ['UTF-8', new TextEncoder().encode('<ThreatModel>é')],
  ])('reads %s', (_, bytes) => {
    expect(decodeFile(bytes)).toEqual({ ok: true, text: '<ThreatModel>é', format: 'tm7' });
  });

  it.each([
    ['a ZIP, whatever it is called', Uint8Array.from([0x50, 0x4b, 3, 4]), { code: 'foreign-format', found: 'zip' }],
    ['bytes that are no text', Uint8Array.from([0x3c, 0xff, 0xc0]), { code: 'unreadable' }],
    ['nothing', new Uint8Array(0), { code: 'empty' }],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), { code: 'too-large' }],
  ])('refuses %s', (_, bytes, problem) => {
    expect(decodeFile(bytes)).toEqual({ ok: false, problem });
  });
});
