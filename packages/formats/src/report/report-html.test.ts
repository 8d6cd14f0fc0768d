import { type Model } from '@strideboard/model';
import { arbitraryModel, buildModel } from '@strideboard/testkit';
import { english } from '@strideboard/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decided, judgedInput } from '../testing/judged-input.ts';
import { readPage } from '../testing/page-problem.ts';
import { cssString, escapeHtml } from './html/escape-html.ts';
import { writeHtmlReport } from './report-html.ts';

const HOSTILE = '</style></svg><script>alert(1)</script><!-- "\'> \u0000 \u202Eabc \uD800 & {title}';

/** Many things of every kind, each with a hostile text. */
function everything(label: string): Model {
  const stamp = { by: 'p', at: 1_893_542_400_000 };
  return buildModel({
    meta: { title: label, summary: label, owner: label, system: label, reviewers: [label] },
    settings: { packs: [[label, label]] },
    people: { p: { name: label, colour: '#000000' } },
    diagrams: [
      { id: 'd"1', title: label },
      { id: 'd 2', title: '' },
    ],
    elements: [
      { id: 'cluster', kind: 'boundary', type: 'tb.cluster', label, collapsed: true },
      { id: 'api', type: 'cp.apiserver', label, parent: 'cluster', properties: { anonymous: true } },
      { id: 'e "<t>', kind: 'store', type: 'cp.etcd', label, outOfScope: label, diagram: 'd 2' },
      { id: 'note', kind: 'note', label },
      { id: 'ref', kind: 'ref', of: 'api', diagram: 'd 2' },
    ],
    flows: [
      { id: 'f', source: 'api', target: 'e "<t>', label, order: label, properties: { encrypted: false } },
      { id: 'g', source: 'api', target: 'api' },
    ],
    decisions: {
      'R-1~api': decided({
        state: 'accepted',
        by: 'p',
        fields: { why: label, owner: label, due: label, tags: [label] },
      }),
      'R-9~"gone"': decided({ state: 'mitigated', fields: { why: label } }),
    },
    register: {
      manual: [
        {
          id: 'm',
          title: label,
          letters: ['S'],
          on: ['api'],
          origin: label,
          from: [],
          z: 'a',
          created: null,
          description: label,
        },
      ],
      controls: [
        {
          id: 'own"',
          title: label,
          group: label,
          layer: label,
          notes: label,
          strength: null,
          test: label,
          signal: label,
          requirements: [label],
        },
      ],
      applied: [
        { control: 'own"', element: 'api', state: 'verified', owner: label, evidence: '', ticket: label },
        { control: 'K1', element: 'cluster', state: 'failed', owner: '', evidence: label, ticket: '' },
      ],
      mitigations: [
        { threat: 'R-1~api', control: 'own"' },
        { threat: 'R-2~f', control: 'K2' },
      ],
      standing: [
        {
          id: 's"',
          rule: 'R-2',
          scope: 'cluster',
          state: 'accepted',
          why: label,
          owner: label,
          until: '',
          created: stamp,
          ended: null,
        },
      ],
      records: [
        {
          id: 'r"',
          kind: 'decision',
          title: label,
          state: 'agreed',
          about: ['api', 'R-1~api', 'K1', 'r"', 'nowhere'],
          owner: label,
          due: label,
          created: stamp,
          agreed: stamp,
          replaces: 'r"',
          importedFrom: null,
          z: 'a',
          text: label,
        },
      ],
      trees: [
        {
          id: 't',
          title: label,
          assumptions: [],
          z: 'a',
          nodes: [
            { id: 'n', kind: 'goal', label, rule: '', to: null, x: 0, y: 0 },
            { id: 'o', kind: 'leaf', label, rule: 'R-1', to: null, x: 0, y: 0 },
          ],
          edges: [{ id: 'e', parent: 'n', child: 'o', controls: ['K1'] }],
        },
      ],
    },
  });
}

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
