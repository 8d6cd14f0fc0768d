import { packs } from '@strideboard/words';
import { describe, expect, it, vi } from 'vitest';
import { readPackFiles } from './read-pack-files.ts';

const words = packs.board;
const file = (name: string, content: string | Uint8Array<ArrayBuffer>): File => new File([content], name);

describe('files chosen as a pack', () => {
  it('are read as texts in the order of their names', async () => {
    const read = await readPackFiles([file('b.yaml', 'rules: []'), file('a.yaml', 'é')], words);
    expect(read).toEqual({
      ok: true,
      files: [
        { path: 'a.yaml', text: 'é' },
        { path: 'b.yaml', text: 'rules: []' },
      ],
    });
  });

  it('are refused by their size before anything is read', async () => {
    const large = file('large.yaml', 'x'.repeat(5_000_000));
    const read = vi.spyOn(large, 'arrayBuffer');
    expect(await readPackFiles([large], words)).toEqual({
      ok: false,
      reason: 'large.yaml is too large for a pack: at most 2 MB are read.',
    });
    expect(read).not.toHaveBeenCalled();
  });

  it('are refused when they are too many, no text, or gone', async () => {
    const many = Array.from({ length: 501 }, (_, at) => file(`${at}.yaml`, ''));
    expect(await readPackFiles(many, words)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('501') as string,
    });
    const binary = file('a.yaml', new Uint8Array([0xff, 0xfe, 0x00]));
    expect(await readPackFiles([binary], words)).toEqual({
      ok: false,
      reason: 'a.yaml is not text in UTF-8. Save it as UTF-8.',
    });
    const gone = file('gone.yaml', '');
    vi.spyOn(gone, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotFoundError'));
    expect(await readPackFiles([gone], words)).toEqual({
      ok: false,
      reason: 'gone.yaml cannot be read. Choose it again.',
    });
  });
});
