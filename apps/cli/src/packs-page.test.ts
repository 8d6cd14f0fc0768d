import { readFileSync } from 'node:fs';
import { formatProblem, localisePack, mergePacks, PACK_LIMITS } from '@strideboard/packs';
import { analyse, compileJudgement, provePack } from '@strideboard/stride';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { builtInPack } from './builtin-pack.ts';

const page = readFileSync(new URL('../../../docs/packs.md', import.meta.url), 'utf8');
const texts = [...page.matchAll(/```yaml\n([\s\S]*?)```/gu)].map(([, text = '']) => text);
const files = texts.map((text, at) => ({ path: `docs/packs.md ${at + 1}`, text }));
const proven = provePack(files, builtInPack);
if (!proven.ok) throw new Error(proven.problems.map(formatProblem).join('\n'));

describe('the pack in docs/packs.md', () => {
  it('is sound, and every rule shows where it fires and where it does not', () => {
    expect(proven.examples).toEqual({ run: 4, withoutFiring: [], withoutQuiet: [] });
  });

  it('has an attack tree whose shared part is found', () => {
    expect(proven.pack.trees.trees.map(({ id }) => id)).toEqual(['acme:cards-abroad']);
    expect(proven.pack.trees.subtrees).toHaveLength(1);
  });

  it('speaks German where it has the words', () => {
    const { board, judgement } = localisePack(proven.pack, 'de');
    expect(board.stencils.map(({ label }) => label)).toEqual(['Kartentresor', 'Nightly batch']);
    expect(judgement.rules.map(({ title }) => title)).toEqual([
      '{el} verlässt Europa',
      '{source} outside the card zone reads from {target}',
    ]);
  });

  it('is judged together with the built-in pack: its stencils by the rules for what they are like', () => {
    const merged = mergePacks(builtInPack, [proven.pack]);
    const compiled = merged.ok ? compileJudgement(merged.board, merged.judgement) : merged;
    if (!compiled.ok) throw new Error('the packs do not merge');
    const model = buildModel({
      elements: [
        { id: 'v', kind: 'store', type: 'acme:cardVault', properties: { cardRegion: 'us', encryptedAtRest: false } },
        { id: 'b', type: 'acme:batch', properties: { privileged: true } },
      ],
    });
    const { findings } = analyse(model, compiled.judgement);
    const ids = findings.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['acme:CARD-1~v', 'ST-001~v', 'WL-001~b', 'WL-034~b']));
    expect(findings.find(({ id }) => id === 'ST-001~v')?.controls).toContain('acme:regions');
  });

  it('stands beside the limits that hold', () => {
    for (const limit of [PACK_LIMITS.fileCharacters, PACK_LIMITS.files, PACK_LIMITS.items, PACK_LIMITS.problems]) {
      expect(page).toContain(limit.toLocaleString('en'));
    }
    const { examples, exampleParts, anchors, nesting } = PACK_LIMITS;
    expect(page.replaceAll('\n', ' ')).toContain(
      `${examples} examples a rule with ${exampleParts} elements and ${exampleParts} flows each, ${anchors} anchors and aliases a file, brackets nested ${nesting} deep`,
    );
  });
});
