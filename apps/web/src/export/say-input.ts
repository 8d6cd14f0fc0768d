/** The board's packs in the language that a file is written in. What was found and decided stays the same; only what is said of it changes. */
import { fetchTranslation } from '@strideboard/kubernetes/translations';
import { localisePack } from '@strideboard/packs';
import { analyse, type Threat } from '@strideboard/stride';
import { createJudging } from '../analysis/judge-with.ts';
import type { PlainInput } from './protocol.ts';

/** The input as the packs say it in its language; the input itself where it is said so already. Fails when the words cannot be fetched. */
export async function sayInput(input: PlainInput): Promise<PlainInput> {
  const { language, saidIn, written, model, analysis, threats } = input;
  if (language === saidIn || analysis === null) return input;
  const [{ board }, { judgement }, translation] = await Promise.all([
    import('@strideboard/kubernetes/board'),
    import('@strideboard/kubernetes/judgement'),
    fetchTranslation(language),
  ]);
  const additions = written.map((pack) => localisePack(pack, language));
  const { compiled, names } = createJudging({ board, judgement })(additions, translation);
  if (!compiled.ok) return input; // the page judged by the same: what it said is still true
  const said = analyse(model, compiled.judgement);
  const findings = new Map(said.findings.map((finding) => [finding.id, finding]));
  const inWords = (threat: Threat): Threat => ({
    ...threat,
    finding: findings.get(threat.finding.id) ?? threat.finding,
  });
  return {
    ...input,
    board: compiled.judgement.index.board,
    additions,
    analysis: said,
    threats: threats.map(inWords),
    exclusions: names.exclusions,
    controls: names.controls,
    catalogue: names.catalogue,
    ruleNames: names.rules,
  };
}
