import { type Model } from '@strideboard/model';
import { arbitraryModel, buildModel } from '@strideboard/testkit';
import { english } from '@strideboard/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, HOSTILE } from '../testing/everything.ts';
import { judgedInput } from '../testing/judged-input.ts';
import { readPage } from '../testing/page-problem.ts';
import { cssString, escapeHtml } from './html/escape-html.ts';
import { writeHtmlReport } from './report-html.ts';

const pageOf = (model: Model) => readPage(writeHtmlReport({ ...judgedInput(model), today: '2030-01-02' }).text);

/** Ids stand once, links lead somewhere, nothing is fetched and nothing runs. */
function expectSound(page: ReturnType<typeof readPage>): void {
  expect(page.ids.length).toBe(new Set(page.ids).size);
  const ids = new Set(page.ids);
  expect(page.links.filter((link) => !ids.has(link))).toEqual([]);
  expect(page.outside).toEqual([]);
  expect(page.tags.has('script')).toBe(false);
}

describe('the report as HTML', () => {
  it('keeps hostile texts inert in every place, and all of them are there', () => {
    const page = pageOf(everything(HOSTILE));
    expectSound(page);
    expect(page.text.split('alert(1)').length).toBeGreaterThan(40);
  });

  it('has every section for every model, an empty one too', () => {
    for (const model of [buildModel({}), everything('plain')]) {
      const page = pageOf(model);
      expectSound(page);
      for (const [id, title] of Object.entries(english.report.sections)) {
        expect(page.ids).toContain(id);
        expect(page.text).toContain(title);
      }
    }
  });

  it('leads from the drawing to the row, from the row to the threat and the drawing, and back', () => {
    const page = pageOf(everything('plain'));
    for (const id of ['drawn-d.20.2..api', 'element-api', 'threat-R-1~api', 'control-K1', 'record-r.22.']) {
      expect(page.ids).toContain(id);
      expect(page.links).toContain(id);
    }
  });

  it('is sound for any model', () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        expectSound(pageOf(model));
      }),
      { numRuns: 60 },
    );
  });

  it('is the same text for the same model', () => {
    const model = everything(HOSTILE);
    expect(writeHtmlReport(judgedInput(model))).toEqual(writeHtmlReport(judgedInput(structuredClone(model))));
  });

  it('says of which day it is where it is told, and never looks at a clock', () => {
    const input = judgedInput(buildModel({}));
    expect(writeHtmlReport({ ...input, today: '2030-01-02' }).text).toContain('As of 2030-01-02');
    expect(writeHtmlReport(input).text).not.toContain('As of');
  });

  it('holds a label of ten thousand characters and five thousand threats', () => {
    const manual = Array.from({ length: 5_000 }, (_, at) => ({
      id: `m${at}`,
      title: at === 0 ? 'x'.repeat(10_000) : '',
      letters: [],
      on: ['api'],
      origin: 'hand',
      from: [],
      z: 'a',
      created: null,
      description: '',
    }));
    const page = pageOf(buildModel({ elements: [{ id: 'api', type: 'cp.apiserver' }], register: { manual } }));
    expectSound(page);
    expect(page.ids.filter((id) => id.startsWith('threat-manual~m'))).toHaveLength(5_000);
  });
});

describe('what a page can hold', () => {
  it('escapes markup and replaces what no page may hold', () => {
    expect(escapeHtml('<a href="x">&\'\u0000\uD800\u0085')).toBe(
      '&lt;a href=&quot;x&quot;&gt;&amp;&#39;\uFFFD\uFFFD\uFFFD',
    );
  });

  it('lets no text end a style sheet or its own string', () => {
    expect(cssString('</style>"\n\\')).toBe('"\\3c \\2f style\\3e \\22 \\a \\5c "');
  });
});
