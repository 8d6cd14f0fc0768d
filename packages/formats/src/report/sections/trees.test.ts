import type { Model } from '@strideboard/model';
import type { TreePart } from '@strideboard/packs';
import { listTreeResults } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { everything, HOSTILE } from '../../testing/everything.ts';
import { judgedInput } from '../../testing/judged-input.ts';
import { writeHtmlReport } from '../report-html.ts';
import { writeMarkdownReport } from '../report-markdown.ts';

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

  it('let no text become markup', () => {
    const model = everything(HOSTILE);
    const input = inputWith(model, treesFor(model, HOSTILE));
    expect(writeMarkdownReport(input).text).not.toMatch(/(?<!\\)<|\n# f|(?<!\\)\[d\]|(?<!\\)`/u);
    expect(writeHtmlReport(input).text).not.toContain('<script>alert');
  });
});
