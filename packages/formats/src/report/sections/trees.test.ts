import type { Model } from '@strideboard/model';
import type { TreePart } from '@strideboard/packs';
import { listTreeResults } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { everything, HOSTILE } from '../../testing/everything.ts';
import { judgedInput } from '../../testing/judged-input.ts';
import { readPage } from '../../testing/page-problem.ts';
import { readPdf } from '../../testing/read-pdf.ts';
import { writeHtmlReport } from '../report-html.ts';
import { writeMarkdownReport } from '../report-markdown.ts';
import { writePdfReport } from '../report-pdf.ts';

function inputWith(model: Model, trees: TreePart) {
  const input = judgedInput(model);
  const { threats, questions, elsewhere } = input;
  const rules = new Set(threats.map(({ finding }) => finding.rule));
  const analysis = { questions, elsewhere, undecided: [] };
  return { ...input, trees: listTreeResults({ model, trees, threats, analysis, rules }) };
}

/** One tree whose step every threat of the model lights, one that nothing lights. */
function treesFor(model: Model, text: string): TreePart {
  const rules = judgedInput(model).threats.map(({ finding }) => finding.rule);
  const frame = { kind: 'or', assumptions: [text], references: [] } as const;
  return {
    trees: [
      { ...frame, id: 'lit', text, children: [{ id: 'a', kind: 'leaf', text, rules, controls: ['K1'] }] },
      { ...frame, id: 'dark', text: 'Dark', children: [{ id: 'b', kind: 'leaf', text: 'Step' }] },
    ],
    subtrees: [],
  };
}

describe('attack trees in the report', () => {
  it('are told in full where they light up, with what is known of each step and the controls on the way', () => {
    const model = everything('plain');
    const { text } = writeMarkdownReport(inputWith(model, treesFor(model, 'Take over')));
    expect(text).toContain('Ways to the goal: 1. Uncovered: 1. Open all through: 1.');
    expect(text).toMatch(/Take over\. Lit, \d+ threats?\. Controls on the way: Switch anonymous access off: /u);
    expect(text).toContain('Dark. Ways to the goal: 1. Uncovered: 1. Open all through: 0.');
    expect(text).not.toContain('Step. No rule looks here');
  });

  it('are drawn in the page with their words beside the drawing, and as shapes in the PDF', async () => {
    const model = everything('plain');
    const input = inputWith(model, treesFor(model, 'Take over'));
    const { text } = writeHtmlReport(input);
    const figure = /<figure id="figure-lit">.*?<\/figure>/su.exec(text)?.[0] ?? '';
    expect(readPage(text).ids).toContain('figure-lit');
    expect(figure).toContain('aria-label="Attack tree “Take over” as a drawing; the list below says the same"');
    expect(figure).toContain('role="img"');
    expect(figure).toContain('>Switch anonymous acc');
    expect(text).not.toContain('id="figure-dark"');
    const [drawn, bare] = [await writePdfReport(input), await writePdfReport({ ...input, trees: [] })].map(
      ({ bytes }) => readPdf(bytes),
    );
    expect((drawn?.curves ?? 0) - (bare?.curves ?? 0)).toBeGreaterThanOrEqual(4 * 3); // corners of two boxes and a chip
    expect(drawn?.text.split('Take over').length).toBeGreaterThan(4); // heading and list, and both boxes
  });

  it('let no text become markup', () => {
    const model = everything(HOSTILE);
    const input = inputWith(model, treesFor(model, HOSTILE));
    expect(writeMarkdownReport(input).text).not.toMatch(/(?<!\\)<|\n# f|(?<!\\)\[d\]|(?<!\\)`/u);
    expect(writeHtmlReport(input).text).not.toContain('<script>alert');
  });
});
