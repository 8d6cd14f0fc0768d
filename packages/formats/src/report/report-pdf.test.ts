import type { Model } from '@strideboard/model';
import { arbitraryModel, buildModel } from '@strideboard/testkit';
import { english } from '@strideboard/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, HOSTILE } from '../testing/everything.ts';
import { judgedInput } from '../testing/judged-input.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { buildReport } from './build-report.ts';
import { layOutReport } from './pdf/lay-out-report.ts';
import { createLetters } from './pdf/letters.ts';
import type { LaidOut } from './pdf/page-parts.ts';
import { writePdfReport } from './report-pdf.ts';

const pagesOf = (model: Model): LaidOut => layOutReport(buildReport(judgedInput(model)), english, createLetters());

const manualThreats = (count: number, title: string) =>
  Array.from({ length: count }, (_, at) => ({
    id: `m${at}`,
    title: `${title} ${at}`,
    letters: [],
    on: ['api'],
    origin: 'hand',
    from: [],
    z: 'a',
    created: null,
    description: '',
  }));

describe('the report as PDF', () => {
  it('has text that can be selected, bookmarks for sections and threats, links, and its drawing as vectors', async () => {
    const { bytes, losses } = await writePdfReport({ ...judgedInput(everything('Größe Ω Ж')), today: '2030-01-02' });
    const read = readPdf(bytes);
    expect(losses).toEqual([]);
    for (const title of Object.values(english.report.sections)) {
      expect(read.text).toContain(title);
      expect(read.bookmarks).toContain(title);
    }
    expect(read.text).toContain('Anyone can talk to Größe Ω Ж');
    expect(read.bookmarks).toContain('Anyone can talk to Größe Ω Ж');
    expect(read.text).toContain('As of 2030-01-02');
    expect(read.links).toBeGreaterThan(20);
    expect(read.images).toBe(0);
    expect(read.curves).toBeGreaterThan(20);
  });

  it('is the same bytes for the same model, whatever the model', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryModel(6), async (model) => {
        const { bytes } = await writePdfReport(judgedInput(model));
        expect(await writePdfReport(judgedInput(structuredClone(model)))).toMatchObject({ bytes });
      }),
      { numRuns: 6 },
    );
  });

  it('shows characters it has no letters for as a box, and says which and where', async () => {
    const { bytes, losses } = await writePdfReport(judgedInput(buildModel({ meta: { title: '決済 🙂' } })));
    expect(readPdf(bytes).text).toContain('□□ □');
    expect(losses).toEqual([
      { code: 'glyph-missing', where: 'Threat model report: 決 (U+6C7A), 済 (U+6E08), 🙂 (U+1F642)' },
    ]);
  });

  it('writes hostile texts in every place', async () => {
    const { bytes } = await writePdfReport(judgedInput(everything(HOSTILE)));
    expect(readPdf(bytes).text).toContain('</style></svg><script>alert(1)</script>');
  });
});

describe('the pages of the report', () => {
  it('keep the summary on one page, whatever happened', () => {
    const model = buildModel({
      meta: { summary: 'A sentence about the system. '.repeat(40) },
      elements: [{ id: 'api', type: 'cp.apiserver' }],
      register: {
        manual: manualThreats(40, 'A threat with a title that takes more than one line of the table of ten'),
      },
    });
    const { places } = pagesOf(model);
    expect(places.get('summary')?.page).toBe(1);
    expect(places.get('diagrams')?.page).toBe(2);
  });

  it('hold everything within their edges, labels of ten thousand characters too', () => {
    const long = `${'x'.repeat(5_000)} ${'word '.repeat(1_000)}`;
    for (const model of [everything('plain'), everything(long)]) {
      const beyond = pagesOf(model).pages.flatMap(({ width, height, parts }) =>
        parts.filter((part) => {
          if (part.kind !== 'text') return false;
          const right = part.x + createWidth(part.text, part.size, part.weight);
          return part.x < 20 || right > width - 20 || part.y < 0 || part.y > height - 20;
        }),
      );
      expect(beyond).toEqual([]);
    }
  });

  it('lead every link to a place that exists', () => {
    const { pages, places } = pagesOf(everything('plain'));
    const targets = pages.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'link' ? [part.to] : [])));
    expect(targets.length).toBeGreaterThan(20);
    expect(targets.filter((to) => !places.has(to))).toEqual([]);
  });

  it('repeat the head of a long table on every page', () => {
    const model = buildModel({
      elements: [{ id: 'api', type: 'cp.apiserver' }],
      register: { manual: manualThreats(200, 'Threat') },
    });
    const { pages, places } = pagesOf(model);
    const from = places.get('register')?.page ?? 0;
    const heads = pages
      .slice(from)
      .filter(({ parts }) => parts.some((part) => part.kind === 'text' && part.text === 'Severity' && part.size < 8));
    expect(heads.length).toBeGreaterThanOrEqual(3);
  });
});

const createWidth = createLetters().width;
