import type { Decision, Model } from '@strideboard/model';
import { countTexts, createPackIndex, type PackTranslation, translateParts } from '@strideboard/packs';
import { type Analysis, analyse, compileJudgement, joinDecisions, listTreeResults } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { blast } from './blast.ts';
import { board } from './board.ts';
import { judgement } from './judgement.ts';
import { templateList } from './templates.ts';
import { fetchTemplateNames, fetchTranslation, translatedLanguages } from './translations.ts';
import { trees } from './trees.ts';

const english = { board, judgement, blast, trees };

async function translationOf(language: string): Promise<PackTranslation> {
  const translation = await fetchTranslation(language);
  if (translation === null) throw new Error(`translationOf: ${language} is not there`);
  return { ...translation, templates: await fetchTemplateNames(language) };
}

/** How a pack judges a model. */
function judging({ board: drawn, judgement: rules, trees: known }: typeof english) {
  const compiled = compileJudgement(drawn, rules);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const own = new Set(rules.rules.map(({ id }) => id));
  return (model: Model) => {
    const analysis = analyse(model, compiled.judgement);
    const { threats } = joinDecisions(analysis.findings, model.decisions);
    return { analysis, threats, trees: listTreeResults({ model, trees: known, threats, analysis, rules: own }) };
  };
}

/** What is kept, compared and exported: everything but the sentences. */
const withoutWords = ({ analysis, threats, trees: held }: ReturnType<ReturnType<typeof judging>>) => ({
  findings: analysis.findings.map(({ title: _title, why: _why, group, ...finding }) => ({
    ...finding,
    group: group?.id,
  })),
  questions: analysis.questions.map(({ definition: _definition, ...question }) => question),
  prompts: analysis.prompts.map(({ rule, subject }) => ({ rule, subject })),
  threats: threats.map(({ finding, ...threat }) => ({ ...threat, id: finding.id })),
  trees: held.map(({ id, paths, leaves, easiest }) => ({ id, paths, leaves, easiest })),
});

/** Somebody accepted all of it, on the facts as they are. */
const decide = (findings: Analysis['findings']): Model['decisions'] =>
  Object.fromEntries<Decision>(
    findings.map(({ id, basis }) => [id, { state: 'accepted', basis, by: 'p', at: 1, fields: { why: 'as agreed' } }]),
  );

describe.each(translatedLanguages)('the pack in the language %s', (language) => {
  it('finds, asks and keeps the same as in English, on every template', async () => {
    const inEnglish = judging(english);
    const inOther = judging(translateParts(english, await translationOf(language)));
    for (const { id, load } of templateList) {
      const model = await load();
      const found = inEnglish(model);
      expect(withoutWords(inOther(model)), id).toEqual(withoutWords(found));
      const decided = inOther({ ...model, decisions: decide(found.analysis.findings) });
      expect(new Set(decided.threats.map(({ state, confirmAgain }) => `${state} ${confirmAgain}`)), id).toEqual(
        new Set(['accepted false']),
      );
    }
  });

  it('has words for everything the board shows', async () => {
    const templates = templateList.map(({ id, title, summary }) => ({ id, title, summary }));
    const counts = countTexts({ ...english, templates }, await translationOf(language));
    expect(counts.filter(({ missing }) => missing > 0)).toEqual([]);
    expect(counts.reduce((sum, { texts }) => sum + texts, 0)).toBeGreaterThan(2_000);
  });

  it('says something else than English', async () => {
    const translated = translateParts(english, await translationOf(language));
    expect(translated.judgement.method.stride.map(({ name }) => name)).not.toEqual(
      judgement.method.stride.map(({ name }) => name),
    );
    expect(createPackIndex(translated.board).typeLabel('tb.custom')).not.toBe('Trust boundary');
  });
});
