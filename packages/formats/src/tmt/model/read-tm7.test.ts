import { absoluteBoxes, findCrossings, type Model } from '@strideboard/model';
import { analyse, compileJudgement } from '@strideboard/stride';
import { createPeers, createRandom } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeNative } from '../../native/write-native.ts';
import { readNative } from '../../native/read-native.ts';
import {
  bytesOf,
  connector,
  process,
  type SmallModel,
  type SmallObject,
  smallTm7,
  zone,
} from '../testing/small-files.ts';
import { readTm7, type Tm7Model } from './read-tm7.ts';

function open(given: SmallModel): Tm7Model {
  const result = readTm7(bytesOf(smallTm7(given)));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

const onOne = (...objects: readonly SmallObject[]): SmallModel => ({
  surfaces: [{ guid: 's', title: 'Tab', objects }],
});
const lossesOf = ({ losses }: Tm7Model): readonly string[] =>
  losses.filter(({ code }) => code !== 'picture-left-out').map(({ code, where }) => `${code}: ${where}`);
const elementOf = ({ elements }: Model, id: string) => elements.find((element) => element.id === id);

describe('a model of the Microsoft tool', () => {
  it('keeps ids, labels, types and properties', () => {
    const { model, losses } = open(
      onOne(
        process('p1', [0, 0], {
          label: 'Vec<int> &amp; more',
          type: 'SE.P.Web',
          lists: { codeType: 'Managed', 'e-mail': 'Yes' },
        }),
      ),
    );
    expect(model.elements[0]).toMatchObject({
      id: 'p1',
      kind: 'process',
      type: 'tmt-small-template:SE.P.Web',
      label: 'Vec<int> &amp; more',
      importedFrom: 'p1',
      width: 100,
      properties: { tmtSmallTemplateCodeType: 'Managed' },
    });
    expect(Object.values(model.elements[0]?.properties ?? {})).toEqual(['Managed', 'Yes']);
    expect(model.settings.packs).toEqual([['tmt-small-template', '1.2']]);
    expect(losses.map(({ code }) => code)).toEqual(['picture-left-out']);
  });

  it('knows all kinds of objects, and an annotation from an external entity', () => {
    const { model } = open(
      onOne(
        process('p', [0, 0]),
        process('e', [0, 0], { xmlType: 'StencilRectangle', type: 'GE.EI', generic: 'GE.EI' }),
        process('d', [0, 0], { xmlType: 'StencilParallelLines', type: 'GE.DS', generic: 'GE.DS' }),
        process('n', [0, 0], { xmlType: 'StencilRectangle', type: 'GE.A', generic: 'GE.A' }),
        zone('z', [0, 0, 300, 300]),
      ),
    );
    expect(Object.fromEntries(model.elements.map(({ id, kind }) => [id, kind]))).toEqual({
      p: 'process',
      e: 'external',
      d: 'store',
      n: 'note',
      z: 'boundary',
    });
  });

  it('nests by centres and keeps every absolute place', () => {
    const { model } = open(
      onOne(
        zone('outer', [10, 20, 500, 400]),
        zone('inner', [30, 40, 200, 200]),
        process('p', [150, 100]),
        process('free', [600, 20]),
      ),
    );
    expect(model.elements.map(({ id, parent }) => [id, parent])).toEqual([
      ['outer', null],
      ['inner', 'outer'],
      ['p', 'inner'],
      ['free', null],
    ]);
    expect(absoluteBoxes(model.elements).get(elementOf(model, 'p')?.id ?? ('' as never))).toMatchObject({
      x: 150,
      y: 100,
    });
  });

  it('crosses a box that holds one of the centres, in either direction and none that holds both', () => {
    const { model } = open(
      onOne(
        zone('both', [0, 0, 900, 500]),
        zone('one', [10, 10, 200, 200]),
        process('a', [20, 20]),
        process('b', [600, 20]),
        connector('out', ['a', 'b'], [120, 70, 600, 70]),
        connector('in', ['b', 'a'], [600, 70, 120, 70]),
      ),
    );
    expect([...findCrossings(model)]).toEqual([
      ['out', ['one']],
      ['in', ['one']],
    ]);
  });

  it('crosses a line where the curves meet, the handles being points of the curves', () => {
    const line = (guid: string, curve: NonNullable<SmallObject['curve']>): SmallObject => ({
      guid,
      xmlType: 'LineBoundary',
      type: 'SE.TB.L.Net',
      generic: 'GE.TB.L',
      label: guid,
      curve,
    });
    const { model } = open(
      onOne(
        process('a', [0, 0]),
        process('b', [400, 0]),
        connector('flow', ['a', 'b'], [100, 50, 400, 50], { curve: [100, 50, 250, 150, 400, 50] }),
        line('below', [200, 145, 250, 145, 300, 145]),
        line('beyond', [200, 160, 250, 160, 300, 160]),
        line('upright', [250, -100, 250, 0, 250, 200]),
      ),
    );
    expect([...findCrossings(model)]).toEqual([['flow', ['below', 'upright']]]);
  });

  it('makes a diagram of every surface', () => {
    const { model } = open({
      surfaces: [
        { guid: 's1', title: 'One', objects: [process('a', [0, 0])] },
        { guid: 's2', title: 'Two', objects: [process('b', [0, 0])] },
      ],
    });
    expect(model.diagrams.map(({ id, title }) => [id, title])).toEqual([
      ['s1', 'One'],
      ['s2', 'Two'],
    ]);
    expect(model.elements.map(({ id, diagram }) => [id, diagram])).toEqual([
      ['a', null],
      ['b', 's2'],
    ]);
  });

  it('keeps order, scope and sides of a connector', () => {
    const { model } = open(
      onOne(
        process('a', [0, 0], { outOfScope: 'Not ours.' }),
        process('b', [400, 0]),
        connector('f1', ['a', 'b'], [100, 50, 400, 50], { order: '3', ports: ['East', 'NorthWest'], outOfScope: '' }),
        connector('f2', ['b', 'a'], [400, 50, 100, 50], { order: '0', type: 'SE.DF.Http', lists: { cookies: 'Yes' } }),
      ),
    );
    expect(elementOf(model, 'a')?.outOfScope).toBe('Not ours.');
    expect(model.flows).toMatchObject([
      {
        id: 'f1',
        order: '3',
        ports: ['right', null],
        outOfScope: '',
        route: {
          base: null,
          points: [
            [100, 50],
            [400, 50],
          ],
        },
      },
      {
        id: 'f2',
        order: '',
        outOfScope: null,
        properties: { tmtSmallTemplateCookies: 'Yes', tmtSmallTemplateFlowType: 'SE.DF.Http' },
      },
    ]);
  });

  it('moves the way of a flow with the boundary that both its ends are in', () => {
    const { model } = open(
      onOne(
        zone('z', [100, 100, 800, 300]),
        process('a', [110, 110]),
        process('b', [600, 110]),
        connector('f', ['a', 'b'], [210, 160, 600, 160]),
      ),
    );
    expect(model.flows[0]?.route).toEqual({
      base: 'z',
      points: [
        [110, 60],
        [500, 60],
      ],
    });
  });

  it('lists what it leaves out or has to guess', () => {
    const tm7 = open(
      onOne(
        process('a', [0, 0], { type: 'SE.Gone' }),
        process('b', [0, 0], { type: 'SE.Gone', generic: 'custom' }),
        zone('nowhere', [0, 0, 0, 0]),
        connector('loose', ['a', 'gone'], [0, 0, 9, 9]),
        { guid: 'odd', xmlType: 'Hexagon', type: 'x', generic: 'x' },
        process('a', [5, 5]),
        process('no id!', [5, 5]),
      ),
    );
    expect(lossesOf(tm7)).toEqual([
      'value-left-out: Hexagon (odd)',
      'value-adjusted: id a',
      'value-adjusted: id no id!',
      'type-unknown: a: SE.Gone',
      'type-unknown: b: SE.Gone',
      'place-missing: nowhere: nowhere',
      'flow-end-missing: loose: loose',
    ]);
    expect(tm7.model.elements.map(({ id, type }) => [id, type.split(':')[1] ?? ''])).toEqual([
      ['a', 'GE.P'],
      ['b', ''],
      ['nowhere', 'SE.TB.B.Zone'],
      ['a.2', 'GE.P'],
      ['tm7-no-id-', 'GE.P'],
    ]);
  });

  it('reads what is said about the whole', () => {
    const { model, losses } = open({
      surfaces: [],
      meta: {
        ThreatModelName: 'Shop',
        HighLevelSystemDescription: 'Sells.',
        Owner: 'Ann',
        Reviewer: 'Bo; Cy',
        Assumptions: 'All is well.\nMostly.',
        Contributors: 'Di',
      },
    });
    expect(model.meta).toMatchObject({ title: 'Shop', summary: 'Sells.', owner: 'Ann', reviewers: ['Bo', 'Cy'] });
    expect(model.records).toMatchObject([{ kind: 'assumption', title: 'All is well.', text: 'All is well.\nMostly.' }]);
    expect(losses).toContainEqual({ code: 'value-left-out', where: 'Contributors: Di' });
  });

  it('does without a template', () => {
    const tm7 = open({ ...onOne(process('a', [0, 0])), bare: true });
    expect([tm7.template, tm7.model.elements[0]?.type, tm7.model.settings.packs]).toEqual([null, '', []]);
  });
});

describe('stored threats', () => {
  const drawing = [
    process('a', [0, 0]),
    process('b', [400, 0]),
    connector('f', ['a', 'b'], [100, 50, 400, 50]),
  ] as const;
  const stored = (...threats: NonNullable<SmallModel['threats']>): Tm7Model =>
    open({ ...onOne(...drawing), threats, threatTypes: [{ id: 'S1', include: "source is 'GE.P'" }] });
  const threat = { type: 'S1', ends: ['a', 'b'], flow: 'f' } as const;

  it.each([
    ['AutoGenerated', 'open', {}],
    ['NeedsInvestigation', 'investigating', {}],
    ['NeedsMitigation', 'open', { treatment: 'mitigate' }],
    ['NotApplicable', 'notApplicable', {}],
    ['Mitigated', 'mitigated', {}],
    ['Migrated', 'open', {}],
  ])('%s is %s', (state, ours, fields) => {
    const { model } = stored({ ...threat, id: 4, state });
    expect(model.decisions['manual~tm7-4']).toMatchObject({ state: ours, fields: { severity: 'high', ...fields } });
  });

  it('keep texts without markup, who decided, when and why', () => {
    const { model } = stored({
      ...threat,
      id: 7,
      state: 'Mitigated',
      why: 'Done &amp; tested',
      modifiedAt: '2024-05-06T07:08:09Z',
      texts: {
        Title: 'Fake &amp;lt;b&amp;gt;a&amp;lt;/b&amp;gt;',
        UserThreatCategory: 'Elevation of Privileges',
        UserThreatDescription: 'Bad.',
        PossibleMitigations: 'Better.',
      },
    });
    expect(model.manual).toEqual([
      {
        id: 'tm7-7',
        title: 'Fake a',
        letters: ['E'],
        on: ['f'],
        origin: 'import-tm7',
        from: [],
        z: 'a0',
        created: null,
        description: 'Bad.\n\nBetter.',
      },
    ]);
    expect(model.decisions['manual~tm7-7']).toMatchObject({
      at: Date.UTC(2024, 4, 6, 7, 8, 9),
      fields: { why: 'Done & tested' },
    });
  });

  it('lend what was decided about them to the threats that the rules of the template find', () => {
    const tm7 = stored({ ...threat, id: 1, state: 'Mitigated' }, { ...threat, type: 'S2', id: 2 });
    expect(Object.keys(tm7.ruleDecisions)).toEqual(['tmt-small-template:S1~f']);
    const { loaded } = tm7.template ?? {};
    const compiled = loaded === undefined ? null : compileJudgement(loaded.board, loaded.judgement);
    if (!compiled?.ok) throw new Error('the pack does not compile');
    const analysis = analyse(tm7.model, compiled.judgement);
    expect(analysis.findings.map(({ id }) => id)).toEqual(['tmt-small-template:S1~f']);
    expect([analysis.questions, analysis.undecided, analysis.problems]).toEqual([[], [], []]);
  });

  it('stand at the ends where the flow is gone, and are listed where nothing is left', () => {
    const tm7 = stored({ ...threat, id: 1, flow: 'x' }, { ...threat, id: 2, flow: 'x', ends: ['y', 'z'] });
    expect(tm7.model.manual.map(({ on }) => on)).toEqual([['a', 'b'], []]);
    expect(lossesOf(tm7)).toEqual(['subject-missing: ThreatInstances (2: Stored 2)']);
  });

  it('list a state and a priority that nobody knows', () => {
    const tm7 = stored({ ...threat, id: 1, state: 'Pondered', texts: { Priority: 'Dire' } });
    expect(tm7.losses.map(({ code }) => code)).toEqual(['value-unreadable', 'severity-unknown', 'picture-left-out']);
  });
});

describe('readTm7', () => {
  it('gives a model that a Strideboard file carries without loss', () => {
    const { model } = open({
      ...onOne(
        zone('z', [0, 0, 300, 300]),
        process('a', [20, 20]),
        process('b', [400, 0]),
        connector('f', ['a', 'b'], [120, 70, 400, 50]),
      ),
      threats: [{ id: 1, type: 'S1', ends: ['a', 'b'], flow: 'f', state: 'Mitigated' }],
    });
    expect(readNative(writeNative(model))).toEqual({ ok: true, model, losses: [] });
  });

  it('gives a model that a board begins with, and holds as it is', () => {
    const { model } = open({
      ...onOne(
        zone('z', [0, 0, 300, 300]),
        process('a', [20, 20], { lists: { codeType: 'Managed', 'e-mail': 'Yes' } }),
        process('b', [400, 0]),
        connector('f', ['a', 'b'], [120, 70, 400, 50]),
      ),
      meta: { ThreatModelName: 'Shop', Assumptions: 'All is well.' },
      threats: [
        { id: 1, type: 'S1', ends: ['a', 'b'], flow: 'f', state: 'NotApplicable', why: 'No.' },
        { id: 2, type: 'S2', ends: ['a', 'b'], flow: 'f' },
      ],
    });
    const [board] = createPeers(createRandom(1), ['ada']).peers;
    expect(board?.commands.importFirst(model)).toMatchObject({ ok: true });
    board?.document.flush();
    const held = board?.document.model();
    expect(held).toMatchObject({ ...model, settings: held?.settings, meta: { title: 'Shop' } });
  });

  it.each([
    ['a template', '<KnowledgeBase/>', 'template-alone'],
    ['another format', '{"format":"strideboard"}', 'not-tm7'],
    ['another root', '<mxfile/>', 'not-tm7'],
    ['nothing', '', 'empty'],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><ThreatModel>&b;</ThreatModel>', 'xml-doctype'],
    ['damaged XML', '<ThreatModel><a></ThreatModel>', 'not-xml'],
  ])('refuses %s', (_, text, code) => {
    expect(readTm7(bytesOf(text))).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it('refuses a document type that hides in UTF-16', () => {
    const text = '<!DOCTYPE a><ThreatModel/>';
    const units = Array.from({ length: text.length }, (_, at) => [text.charCodeAt(at), 0]);
    const bytes = Uint8Array.from([0xff, 0xfe, ...units.flat()]);
    expect(readTm7(bytes)).toEqual({ ok: false, problems: [{ code: 'xml-doctype' }] });
  });

  it('refuses more objects than any board is made for', () => {
    const object = '<a:e><a:Value i:type="StencilEllipse"/></a:e>';
    const text = smallTm7({ ...onOne(), bare: true });
    const withObjects = (count: number): Uint8Array =>
      bytesOf(text.replace('<Lines xmlns:a="arrays">', `$&${object.repeat(count)}`));
    expect(readTm7(withObjects(20))).toMatchObject({ ok: true });
    expect(readTm7(withObjects(10_001))).toMatchObject({ ok: false, problems: [{ code: 'too-many' }] });
  });

  it('never throws for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readTm7(bytes).ok).toBe(false);
      }),
    );
  });

  it('never throws for a file with a part cut out and something else put in', () => {
    const whole = smallTm7({
      ...onOne(process('a', [0, 0]), process('b', [400, 0]), connector('f', ['a', 'b'], [100, 50, 400, 50])),
      threats: [{ id: 1, type: 'S1', ends: ['a', 'b'], flow: 'f' }],
    });
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(80), fc.string({ maxLength: 20 }), (at, length, text) => {
        const result = readTm7(bytesOf(whole.slice(0, at) + text + whole.slice(at + length)));
        if (result.ok) expect(readNative(writeNative(result.model))).toMatchObject({ ok: true });
        else expect(result.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
