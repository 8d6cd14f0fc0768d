import { mergePacks } from '@strideboard/packs';
import { compileJudgement } from '@strideboard/stride';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { board } from '../../testing/judged-input.ts';
import { bytesOf, smallTb7, smallTm7, type SmallThreatType } from '../testing/small-files.ts';
import { readTb7 } from './read-tb7.ts';
import type { TemplatePack } from './template-pack.ts';

function packOf(text: string): TemplatePack {
  const result = readTb7(bytesOf(text));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.pack;
}

const SPOOFED: SmallThreatType = {
  id: 'S1',
  include: "source is 'GE.P' and flow crosses 'GE.TB.B'",
  exclude: "source.codeType is 'Managed'",
  title: 'Spoofing of {source.Name} at {target.Name}',
  priority: 'Low',
  mitigation: 'Use &lt;b&gt;keys&lt;/b&gt;.',
};

describe('readTb7', () => {
  const pack = packOf(smallTb7([SPOOFED, { id: 'SU', include: "source is 'ROOT'" }, { id: 'S9', include: '' }]));
  const { board: stencils, judgement } = pack.loaded;

  it('names the pack after the template', () => {
    expect([pack.id, pack.version, pack.title]).toEqual(['tmt-small-template', '1.2', 'Small Template']);
  });

  it('makes stencils, boundary kinds and groups of the types', () => {
    expect(stencils.stencils.map(({ id, kind }) => [id, kind])).toEqual([
      ['tmt-small-template:GE.P', 'process'],
      ['tmt-small-template:GE.EI', 'external'],
      ['tmt-small-template:GE.DS', 'store'],
      ['tmt-small-template:GE.A', 'note'],
      ['tmt-small-template:SE.P.Web', 'process'],
    ]);
    expect(stencils.boundaries.map(({ id }) => id)).toEqual([
      'tmt-small-template:GE.TB.L',
      'tmt-small-template:GE.TB.B',
      'tmt-small-template:SE.TB.L.Net',
      'tmt-small-template:SE.TB.B.Zone',
    ]);
    expect(stencils.groups.find(({ id }) => id.endsWith('is.GE.P'))?.members).toEqual([
      'tmt-small-template:GE.P',
      'tmt-small-template:SE.P.Web',
    ]);
  });

  it('takes a list with one choice for a fact of the stencil', () => {
    const web = stencils.stencils.find(({ id }) => id.endsWith('SE.P.Web'));
    expect(web?.properties).toEqual({ tmtSmallTemplateCodeType: 'Managed' });
  });

  it('asks of flows which type they have', () => {
    const type = stencils.properties.find(({ name }) => name === 'tmtSmallTemplateFlowType');
    expect(type?.values?.map(({ id }) => id)).toEqual(['GE.DF', 'SE.DF.Http']);
  });

  it('makes a rule of a threat type, and none of one that can never arise', () => {
    expect(judgement.rules).toHaveLength(1);
    expect(judgement.rules[0]).toMatchObject({
      id: 'tmt-small-template:S1',
      title: 'Spoofing of {source} at {target}',
      why: '{source} may harm {target}.',
      letters: ['S'],
      severity: 'low',
      scope: ['flow'],
      when: "kind(source, 'tmt-small-template:is.GE.P') && crosses('tmt-small-template:is.GE.TB.B') && !(kind(source, 'tmt-small-template:is.GE.P') && source.tmtSmallTemplateCodeType == 'Managed')",
    });
    expect(judgement.controls).toMatchObject([{ label: 'Use keys.', mitigates: ['tmt-small-template:S1'] }]);
    expect(judgement.families).toEqual([{ id: 'tmt-small-template:S', title: 'Spoofing' }]);
  });

  it('is a pack that compiles and that stands on top of another', () => {
    expect(compileJudgement(stencils, judgement).ok).toBe(true);
    const method = { stride: [], strideByElement: [], severities: [], attackerActions: [], threatClasses: [] };
    const base = {
      board,
      judgement: { ...judgement, id: board.id, families: [], rules: [], controls: [], method },
    };
    expect(mergePacks(base, [{ board: stencils, judgement }])).toMatchObject({ ok: true });
  });

  it('gives the same pack when the template stands inside a model', () => {
    const threatTypes = [SPOOFED, { id: 'SU', include: "source is 'ROOT'" }, { id: 'S9', include: '' }];
    expect(packOf(smallTm7({ surfaces: [], threatTypes })).files).toEqual(pack.files);
  });

  it('lists what a pack cannot hold', () => {
    const result = readTb7(
      bytesOf(
        smallTb7([
          { id: 'X1', include: "source is 'GE.P' or" },
          { id: 'X2', include: "source.Name is 'Bob'" },
          { id: 'X3', include: "source is 'GE.P'", category: 'A', priority: 'Nearly nothing' },
          { id: 'X4', include: "source is 'GE.P'", category: 'undefined one' },
          { id: 'X4', include: "source is 'GE.P'" },
        ]),
      ),
    );
    expect(result.ok && result.losses.map(({ code, where }) => `${code} ${where.slice(0, 2)}`)).toEqual([
      'value-left-out Th',
      'rule-left-out X1',
      'rule-left-out X2',
      'category-unknown X3',
      'severity-unknown X3',
      'category-unknown X4',
      'picture-left-out 11',
    ]);
    expect(result.ok && result.pack.loaded.judgement.rules.map(({ letters, severity }) => [letters, severity])).toEqual(
      [
        [[], 'medium'],
        [[], 'high'],
      ],
    );
  });

  it('ends a circle of types', () => {
    const text = smallTb7([{ id: 'S1', include: "source is 'SE.P.Web'" }]).replace(
      /(<ID>GE\.P<\/ID><Description\/><ParentElement>)ROOT/u,
      '$1SE.P.Web',
    );
    expect(packOf(text).loaded.judgement.rules).toHaveLength(1);
  });

  it.each([
    ['another format', '{"format":"strideboard"}', 'not-tb7'],
    ['another root', '<mxfile/>', 'not-tb7'],
    ['a template without types', '<KnowledgeBase/>', 'not-tb7'],
    ['damaged XML', '<KnowledgeBase><a></KnowledgeBase>', 'not-xml'],
    ['a document type', '<!DOCTYPE a><KnowledgeBase/>', 'xml-doctype'],
    ['nothing but spaces', '  ', 'empty'],
  ])('refuses %s', (_, text, code) => {
    expect(readTb7(bytesOf(text))).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it('never throws, whatever happens to a template on the way', () => {
    const whole = smallTb7([SPOOFED]);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(60), fc.string(), (at, length, text) => {
        const result = readTb7(bytesOf(whole.slice(0, at) + text + whole.slice(at + length)));
        if (result.ok) expect(compileJudgement(result.pack.loaded.board, result.pack.loaded.judgement).ok).toBe(true);
        else expect(result.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
