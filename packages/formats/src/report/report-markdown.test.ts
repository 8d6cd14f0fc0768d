import { arbitraryModel, buildModel } from '@strideboard/testkit';
import { english } from '@strideboard/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, HOSTILE } from '../testing/everything.ts';
import { judgedInput } from '../testing/judged-input.ts';
import { writeMarkdownReport } from './report-markdown.ts';

const markdownOf = (model: Parameters<typeof judgedInput>[0]): string => writeMarkdownReport(judgedInput(model)).text;

/** Cells of a line of a table; an escaped bar is none of its borders. */
const cellsOf = (line: string): number => line.replace(/\\./gu, '').split('|').length;

/** Every line of a table has as many cells as its head, and nothing stands between them. */
function expectWholeTables(text: string): void {
  const lines = text.split('\n');
  lines.forEach((line, at) => {
    if (!/^\|(?: :?-+:? \|)+$/u.test(line)) return;
    const width = cellsOf(line);
    expect(cellsOf(lines[at - 1] ?? '')).toBe(width);
    for (let below = at + 1; lines[below] !== ''; below++) expect(cellsOf(lines[below] ?? '')).toBe(width);
  });
}

describe('the report as Markdown', () => {
  it('has every section for every model, with a list of contents that leads to them', () => {
    for (const model of [buildModel({}), everything('plain')]) {
      const text = markdownOf(model);
      for (const title of Object.values(english.report.sections)) {
        expect(text).toContain(`\n## ${title}\n`);
        expect(text).toContain(`- [${title}](#${title.toLowerCase().replaceAll(' ', '-')})`);
      }
    }
  });

  it('lets no text break a table, begin a heading or become markup', () => {
    const text = markdownOf(everything(HOSTILE));
    expectWholeTables(text);
    expect(text).not.toMatch(/(?<!\\)<|\n# f|(?<!\\)\[d\]|(?<!\\)`/u);
  });

  it('keeps its tables whole for any model', () => {
    fc.assert(
      fc.property(arbitraryModel(8), (model) => expectWholeTables(markdownOf(model))),
      { numRuns: 60 },
    );
  });

  it('says what the register says: reason, decision, risk and controls of a threat', () => {
    const text = markdownOf(everything('plain'));
    expect(text).toContain('#### Anyone can talk to plain');
    expect(text).toContain('- **State:** Accepted');
    expect(text).toContain('- **Risk:** Not scored: likelihood not said, impact not said. Unknown is not low.');
    expect(text).toContain('- **Controls:** plain (Verified)');
  });
});
