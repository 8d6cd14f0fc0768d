import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPackNames, packIdOf } from './names.ts';

describe('packIdOf', () => {
  it.each([
    [{ name: 'Kubernetes Template', id: '' }, 'tmt-kubernetes-template'],
    [{ name: 'SDL TM Knowledge Base (Core)', id: '' }, 'tmt-sdl-tm-knowledge-base-core'],
    [{ name: 'モデル', id: '1111-22' }, 'tmt-1111-22'],
    [{ name: '', id: '' }, 'tmt-template'],
  ])('names the pack of %j', (template, id) => {
    expect(packIdOf(template)).toBe(id);
  });

  it('gives an id that a pack may have for any name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, id) => {
        expect(packIdOf({ name, id })).toMatch(/^tmt-[a-z0-9-]{1,28}$/u);
      }),
    );
  });
});

describe('createPackNames', () => {
  const names = createPackNames('tmt-small');

  it('keeps ids that are legal and takes the hyphens out of a GUID', () => {
    expect(names.item('SE.P.TMCore.WebServer')).toBe('tmt-small:SE.P.TMCore.WebServer');
    expect(names.group('GE.P')).toBe('tmt-small:is.GE.P');
    expect(names.property('codeType')).toBe('tmtSmallCodeType');
    expect(names.property('54851a3b-65da-4902-b4e0-94ef015be735')).toBe('tmtSmall54851a3b65da4902b4e094ef015be735');
  });

  it('tells names apart that lose something on the way', () => {
    const given = ['e-mail', 'email', 'e mail', 'e_mail', '', 'ü', `${'x'.repeat(90)}1`, `${'x'.repeat(90)}2`];
    expect(new Set(given.map((name) => names.property(name))).size).toBe(given.length);
    expect(new Set(given.map((name) => names.item(name))).size).toBe(given.length);
  });

  it('gives names that a pack may have for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        expect(names.property(text)).toMatch(/^[A-Za-z][A-Za-z0-9]{0,63}$/u);
        expect(names.item(text)).toMatch(/^tmt-small:[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/u);
      }),
    );
  });
});
