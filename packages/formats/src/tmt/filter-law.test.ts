import { analyse, compileJudgement } from '@strideboard/stride';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter } from './filter/filter.ts';
import { readTm7 } from './index.ts';
import { bytesOf, connector, process, type SmallObject, smallTm7, zone } from './testing/small-files.ts';

/** What a filter is judged on, in the tool's words. */
interface Scene {
  readonly source: Thing;
  readonly target: Thing;
  readonly flow: Thing;
  /** Types of the boundaries that are crossed. */
  readonly crossed: readonly string[];
}

interface Thing {
  readonly type: string;
  readonly lists: Readonly<Record<string, string>>;
}

const PARENTS: Readonly<Record<string, string>> = {
  'SE.P.Web': 'GE.P',
  'SE.DF.Http': 'GE.DF',
  'SE.TB.L.Net': 'GE.TB.L',
  'SE.TB.B.Zone': 'GE.TB.B',
};
const isA = (type: string, wanted: string): boolean => type === wanted || PARENTS[type] === wanted;

/** The semantics of the tool in as few words as possible: two values, what is not there equals nothing. */
function holds(filter: Filter, scene: Scene): boolean {
  switch (filter.kind) {
    case 'is':
      return isA(scene[filter.subject].type, filter.type);
    case 'has':
      return scene[filter.subject].lists[filter.property] === filter.value;
    case 'crosses':
      return scene.crossed.some((type) => isA(type, filter.type));
    case 'not':
      return !holds(filter.operand, scene);
    case 'and':
      return filter.operands.every((operand) => holds(operand, scene));
    case 'or':
      return filter.operands.some((operand) => holds(operand, scene));
  }
}

function write(filter: Filter): string {
  switch (filter.kind) {
    case 'is':
      return `${filter.subject} is '${filter.type}'`;
    case 'has':
      return `${filter.subject}.${filter.property} is '${filter.value}'`;
    case 'crosses':
      return `flow crosses '${filter.type}'`;
    case 'not':
      return `not (${write(filter.operand)})`;
    default:
      return filter.operands.map((operand) => `(${write(operand)})`).join(` ${filter.kind} `);
  }
}

const GUID = '54851a3b-65da-4902-b4e0-94ef015be735';
const subject = fc.constantFrom('source' as const, 'target' as const, 'flow' as const);
const TYPES = ['GE.P', 'SE.P.Web', 'GE.EI', 'GE.DS', 'GE.DF', 'SE.DF.Http', 'ROOT'] as const;
const BOUNDARIES = ['GE.TB.L', 'SE.TB.L.Net', 'GE.TB.B', 'SE.TB.B.Zone'] as const;
const { filter: filters } = fc.letrec<{ filter: Filter; leaf: Filter }>((tie) => ({
  leaf: fc.oneof(
    fc.record({ kind: fc.constant('is' as const), subject, type: fc.constantFrom(...TYPES) }),
    fc.record({ kind: fc.constant('crosses' as const), type: fc.constantFrom(...BOUNDARIES, 'GE.P') }),
    fc.record({
      kind: fc.constant('has' as const),
      subject,
      property: fc.constantFrom('codeType', 'e-mail', 'stores', 'cookies', GUID, 'nothing'),
      value: fc.constantFrom('Managed', 'Not Selected', 'No', 'Yes', 'None', 'Some', 'odd'),
    }),
  ),
  filter: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record({ kind: fc.constant('not' as const), operand: tie('filter') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      operands: fc.array(tie('filter'), { minLength: 2, maxLength: 4 }),
    }),
  ),
}));

const thing = (type: string, lists: Readonly<Record<string, fc.Arbitrary<string>>> = {}): fc.Arbitrary<Thing> =>
  fc.record(lists).map((chosen) => ({ type, lists: chosen }));
const yesNo = fc.constantFrom('No', 'Yes');
const ends = fc.oneof(
  thing('GE.P', { codeType: fc.constantFrom('Not Selected', 'Managed') }),
  thing('SE.P.Web', { codeType: fc.constant('Managed'), 'e-mail': yesNo }),
  thing('GE.EI'),
  thing('GE.DS', { stores: yesNo }),
);
const flows = fc.oneof(
  thing('GE.DF', { [GUID]: fc.constantFrom('None', 'Some') }),
  thing('SE.DF.Http', { [GUID]: fc.constantFrom('None', 'Some'), cookies: yesNo }),
);
const scenes: fc.Arbitrary<Scene> = fc.record({
  source: ends,
  target: ends,
  flow: flows,
  crossed: fc.subarray([...BOUNDARIES]),
});

const XML_TYPES: Readonly<Record<string, string>> = { 'GE.EI': 'StencilRectangle', 'GE.DS': 'StencilParallelLines' };

/** A drawing of the scene: boxes around the source, lines across the way. */
function draw({ source, target, flow, crossed }: Scene): readonly SmallObject[] {
  const stencil = (guid: string, x: number, { type, lists }: Thing): SmallObject =>
    process(guid, [x, 0], {
      type,
      generic: PARENTS[type] ?? type,
      lists,
      xmlType: XML_TYPES[type] ?? 'StencilEllipse',
    });
  return [
    ...crossed.map((type, at): SmallObject => {
      const common = { guid: `b${at}`, type, generic: PARENTS[type] ?? type };
      if (type.includes('.TB.B')) return zone(common.guid, [-20, -20, 150 + at, 150], common);
      return { ...common, xmlType: 'LineBoundary', label: type, curve: [200 + at, -99, 200 + at, 0, 200 + at, 99] };
    }),
    stencil('s', 0, source),
    stencil('t', 400, target),
    connector('f', ['s', 't'], [100, 50, 400, 50], { type: flow.type, lists: flow.lists }),
  ];
}

describe('the law of filters', () => {
  it('a translated threat type arises exactly where the tool says, and nothing is asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(filters, fc.option(filters)), { minLength: 12, maxLength: 12 }),
        scenes,
        (pairs, scene) => {
          const threatTypes = pairs.map(([include, exclude], at) => ({
            id: `T${at}`,
            include: write(include),
            exclude: exclude === null ? '' : write(exclude),
          }));
          const surfaces = [{ guid: 'surface', title: '', objects: draw(scene) }];
          const result = readTm7(bytesOf(smallTm7({ surfaces, threatTypes })));
          if (!result.ok || result.template === null) throw new Error('the model cannot be read');
          const { board, judgement } = result.template.loaded;
          const compiled = compileJudgement(board, judgement);
          if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
          const { findings, questions, undecided, problems } = analyse(result.model, compiled.judgement);
          const expected = pairs.flatMap(([include, exclude], at) =>
            holds(include, scene) && (exclude === null || !holds(exclude, scene)) ? [`tmt-small-template:T${at}`] : [],
          );
          expect(findings.map(({ rule }) => rule).sort()).toEqual(expected.sort());
          expect([questions, undecided, problems]).toEqual([[], [], []]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
