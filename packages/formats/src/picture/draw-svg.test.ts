import { arbitraryModel, buildModel } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportCodecs, findExportCodec } from '../codecs.ts';
import { judgedInput } from '../testing/judged-input.ts';
import { drawSvg } from './draw-svg.ts';

const model = buildModel({
  meta: { title: 'Pay & go' },
  elements: [{ id: 'api', type: 'cp.apiserver', label: 'API', properties: { anonymous: true } }],
});

describe('the diagram as SVG', () => {
  it('says what it shows, and how severe its open threats are', () => {
    const { text } = drawSvg(judgedInput(model));
    expect(text).toContain('<title id="drawing-title">Pay &amp; go</title>');
    expect(text).toContain('Data-flow diagram with 1 element, 0 boundaries and 0 data flows.');
    expect(text).toContain('id="badges"');
    expect(text).toContain('id="legend"');
  });

  it('leaves the badges out on request', () => {
    expect(drawSvg({ ...judgedInput(model), picture: { badges: false } }).text).not.toContain('id="badges"');
  });
});

describe('every codec', () => {
  it('can be found by its id', () => {
    for (const codec of exportCodecs) expect(findExportCodec(codec.id)).toBe(codec);
    expect(findExportCodec('docx')).toBeNull();
  });

  it('gives equal files for equal models, whatever the model', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryModel(6), async (any) => {
        // The PDF has fonts inside and takes its time; it has this law in a test of its own.
        for (const codec of exportCodecs.filter(({ id }) => id !== 'pdf')) {
          const first = await codec.encode(judgedInput(any));
          expect(await codec.encode(judgedInput(structuredClone(any)))).toEqual(first);
          if ('text' in first) expect(first.text.endsWith('\n')).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
