import { describe, expect, it } from 'vitest';
import { exportFileName } from './export-file-name.ts';

const name = (title: string, suffix?: string): string =>
  exportFileName({ title, ending: 'svg', fallback: 'board', ...(suffix === undefined ? {} : { suffix }) });

describe('exportFileName', () => {
  it('keeps letters of any script and joins the rest with hyphens', () => {
    expect(name('Payments cluster')).toBe('Payments-cluster.svg');
    expect(name('Größe · 決済')).toBe('Größe-決済.svg');
    expect(name('v1.2_final')).toBe('v1.2_final.svg');
  });

  it('takes out what file systems, shells and paths would trip over', () => {
    expect(name('../../etc/passwd')).toBe('etc-passwd.svg');
    expect(name('a<b>:"c"|d?*\\e\u0000f')).toBe('a-b-c-d-e-f.svg');
    expect(name('.hidden.')).toBe('hidden.svg');
    expect(name('abc\u202Egpj.exe')).toBe('abc-gpj.exe.svg');
  });

  it('has a name where nothing is left, and none that Windows keeps for itself', () => {
    expect(name('')).toBe('board.svg');
    expect(name('  //  ')).toBe('board.svg');
    expect(name('CON')).toBe('board-CON.svg');
  });

  it('stays short without cutting a character in two', () => {
    const long = name('𐐀a'.repeat(200));
    expect(long.length).toBeLessThan(200);
    expect(name('ä'.repeat(200))).toBe(`${'ä'.repeat(80)}.svg`);
    expect(long).toBe(long.normalize('NFC'));
    expect(() => encodeURIComponent(long)).not.toThrow();
  });

  it('says what the file holds', () => {
    expect(name('Payments', 'threats')).toBe('Payments-threats.svg');
  });
});
