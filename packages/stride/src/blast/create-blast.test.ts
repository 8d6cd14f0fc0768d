import { elementId, type Properties } from '@strideboard/model';
import { buildModel, type FlowParts } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { brief, buildBlast, buildStep, buildStop, radiusOf } from '../testing/small-blast.ts';
import { SMALL_INDEX } from '../testing/small-pack.ts';
import { compileBlast } from './compile-steps.ts';
import { createBlast } from './create-blast.ts';

const escape = buildStep({
  id: 'ESC',
  title: '{source} breaks out to {target}',
  when: 'el.privileged == true',
  to: { kind: 'around', boundary: ['tb.node'], unplaced: 'each' },
  stops: [
    buildStop({ control: 'sandbox', when: "within(el, 'tb.sandbox')" }),
    buildStop({ control: 'admission', kind: 'policy', when: "within(el, 'tb.namespace')" }),
  ],
});
const inside = buildStep({ id: 'IN', via: 'containment', from: ['boundary'], to: { kind: 'inside' } });
const connect = buildStep({
  id: 'NET',
  via: 'flow',
  from: ['process'],
  flow: { along: 'connection', end: ['process'] },
  stops: [buildStop({ control: 'policy', when: 'flow.logged == true', unsaid: 'open', assumable: false })],
  gives: 'reach',
});
const exploit = buildStep({ id: 'FLAW', via: 'flow', from: ['process'], having: 'reach', when: 'el.hostPID == true' });
const steps = [escape, inside, connect, exploit];

const pod = (id: string, parent: string | null, properties = {}) => ({ id, type: 'wl.pod', parent, properties });
const boundary = (id: string, type: string, parent: string | null = null) => ({
  id,
  kind: 'boundary' as const,
  type,
  parent,
});
const reachedFrom = (model: ReturnType<typeof buildModel>, start: string, assumed: readonly string[] = []) =>
  radiusOf(model, buildBlast(steps), start, assumed).reached.map(brief);

describe('createBlast', () => {
  it('goes from a pod that breaks out to its node and from there to everything on it', () => {
    const model = buildModel({
      elements: [boundary('n', 'tb.node'), pod('a', 'n', { privileged: true }), pod('b', 'n')],
    });
    const { reached } = radiusOf(model, buildBlast(steps), 'a');
    expect(reached.map(brief)).toEqual(['n control proven', 'b control proven']);
    expect(reached[1]?.path.map(({ rule, from, to, title }) => [rule, from, to, title])).toEqual([
      ['ESC', 'a', 'n', 'Pod breaks out to Node'],
      ['IN', 'n', 'b', 'IN: Node to Pod'],
    ]);
    expect(reached[0]?.path[0]?.facts).toMatchObject([
      { kind: 'property', subject: 'a', property: 'privileged', value: true },
      { kind: 'within', subject: 'a', witness: 'n' },
    ]);
  });

  it('calls possible what waits for a fact, names the fact, and reaches nothing where the fact says no', () => {
    const model = (properties: Properties) =>
      buildModel({ elements: [boundary('n', 'tb.node'), pod('a', 'n', properties)] });
    const { reached } = radiusOf(model({}), buildBlast(steps), 'a');
    expect(reached.map(brief)).toEqual(['n control possible']);
    expect(reached[0]).toMatchObject({
      assumptions: 1,
      path: [{ missing: [{ subject: 'a', property: 'privileged' }] }],
    });
    expect(reachedFrom(model({ privileged: false }), 'a')).toEqual([]);
  });

  it('prefers a longer proven path to a shorter one that assumes something', () => {
    const model = buildModel({
      elements: [pod('a', null), pod('b', null, { hostPID: true }), pod('c', null, { hostPID: true })],
      flows: [
        { id: 'ab', source: 'a', target: 'b' },
        { id: 'bc', source: 'b', target: 'c' },
      ],
    });
    const short = buildStep({
      id: 'SHORT',
      when: 'el.privileged == true',
      to: { kind: 'among', elements: ['wl.pod'], within: [], unplaced: 'each' },
    });
    const { reached } = radiusOf(model, buildBlast([short, ...steps]), 'a');
    expect(reached.map((entry) => `${brief(entry)} ${entry.distance}`)).toEqual([
      'b control proven 2',
      'c control proven 4',
    ]);
  });

  it('keeps what is reached apart from what is controlled, also where control is merely possible', () => {
    const model = buildModel({
      elements: [pod('a', null), pod('b', null), pod('c', null, { hostPID: false })],
      flows: [
        { id: 'ab', source: 'a', target: 'b' },
        { id: 'ac', source: 'a', target: 'c' },
        { id: 'bc', source: 'b', target: 'c' },
      ],
    });
    const radius = radiusOf(model, buildBlast(steps), 'a');
    expect(radius.reached.map(brief)).toEqual(['b reach proven', 'c reach proven', 'b control possible']);
    expect(radius.counts).toEqual({
      proven: { reach: 2, identity: 0, control: 0 },
      possible: { reach: 0, identity: 0, control: 1 },
      elements: { proven: 2, possible: 0 },
      where: { 'same-node': 0, 'same-cluster': 0, outside: 2 },
    });
  });

  it('follows a flow from the end that opens it: as said, else the source, but never a store', () => {
    const read = buildStep({
      id: 'READ',
      via: 'flow',
      from: ['process'],
      flow: { along: 'connection', end: ['store', 'process'] },
    });
    const elements = [pod('a', null), pod('b', null), { id: 'db', kind: 'store' as const, type: 'st.db' }];
    const from = (start: string, flow: Partial<FlowParts>) =>
      radiusOf(
        buildModel({ elements, flows: [{ id: 'f', source: 'a', target: 'b', ...flow }] }),
        buildBlast([read]),
        start,
      ).reached.map(({ subject }) => subject);
    expect([from('a', {}), from('b', {})]).toEqual([['b'], []]);
    const pulled = { properties: { initiator: 'target' } };
    expect([from('a', pulled), from('b', pulled)]).toEqual([[], ['a']]);
    expect(from('a', { source: 'db', target: 'a' })).toEqual(['db']);
  });

  it('stops at a wall and says which control and facts stand there', () => {
    const model = buildModel({
      elements: [boundary('n', 'tb.node'), boundary('s', 'tb.sandbox', 'n'), pod('a', 's', { privileged: true })],
    });
    const { reached, closed } = radiusOf(model, buildBlast(steps), 'a');
    expect(reached).toEqual([]);
    expect(closed).toMatchObject([
      { rule: 'ESC', from: 'a', control: 'sandbox', kept: ['n'], facts: [{ kind: 'within', witness: 's' }] },
    ]);
  });

  it('lets a policy answer what nobody said, and what was said go before the policy', () => {
    const model = (properties: Properties) =>
      buildModel({
        elements: [
          boundary('n', 'tb.node'),
          boundary('ns', 'tb.namespace'),
          { ...pod('a', 'ns', properties), memberOf: ['n'] },
        ],
      });
    expect(reachedFrom(model({}), 'a')).toEqual([]);
    expect(reachedFrom(model({ privileged: true }), 'a')).toEqual(['n control proven']);
  });

  it('counts a drawn flow as open until somebody says otherwise, whatever control is assumed', () => {
    const model = (properties: Properties) =>
      buildModel({
        elements: [pod('a', null), pod('b', null, { hostPID: false })],
        flows: [{ id: 'f', source: 'a', target: 'b', properties }],
      });
    expect(reachedFrom(model({}), 'a', ['policy'])).toEqual(['b reach proven']);
    expect(reachedFrom(model({ logged: true }), 'a')).toEqual([]);
  });

  it('takes a workload that is nowhere to be possibly on each node, and the one cluster there is to be meant', () => {
    const model = (clusters: readonly string[]) =>
      buildModel({
        elements: [
          boundary('n', 'tb.node'),
          boundary('m', 'tb.node'),
          ...clusters.map((id) => boundary(id, 'tb.cluster')),
          pod('a', null, { privileged: true }),
        ],
      });
    const admin = buildStep({ id: 'ADM', to: { kind: 'around', boundary: ['tb.cluster'], unplaced: 'sole' } });
    const from = (clusters: readonly string[]) => {
      const { reached, undrawn } = radiusOf(model(clusters), buildBlast([escape, admin]), 'a');
      return {
        reached: reached.map(brief),
        undrawn: undrawn.map(({ rule, certainty, selectors }) => [rule, certainty, ...selectors]),
      };
    };
    expect(from(['c'])).toEqual({
      reached: ['c control proven', 'm control possible', 'n control possible'],
      undrawn: [],
    });
    expect(from(['c', 'd']).reached.slice(0, 2)).toEqual(['c control possible', 'd control possible']);
    expect(from([])).toMatchObject({ undrawn: [['ADM', 'proven', 'tb.cluster']] });
  });

  it('reaches among others only those of which it is not known that they are safe', () => {
    const spread = buildStep({
      id: 'ALL',
      to: { kind: 'among', elements: ['wl.pod'], within: ['tb.cluster'], unplaced: 'each' },
      provided: 'el.replicas > 1',
    });
    const model = buildModel({
      elements: [
        boundary('c', 'tb.cluster'),
        pod('a', 'c'),
        pod('b', 'c', { replicas: 2 }),
        pod('d', 'c', { replicas: 1 }),
        pod('e', 'c'),
        pod('f', null, { replicas: 2 }),
      ],
    });
    expect(radiusOf(model, buildBlast([spread]), 'a').reached.map(brief)).toEqual([
      'b control proven',
      'e control possible',
    ]);
  });

  it('never proves a step of which the pack says that nobody knows how far it goes', () => {
    const model = buildModel({ elements: [boundary('n', 'tb.node'), pod('a', 'n', { privileged: true })] });
    const { reached } = radiusOf(model, buildBlast([{ ...escape, atMost: 'possible' }]), 'a');
    expect(reached).toMatchObject([{ certainty: 'possible', path: [{ missing: [] }] }]);
  });

  it('opens nothing by an unknown fact of what belongs to a group only because it may run as a workload', () => {
    const model = (properties: Properties) =>
      buildModel({ elements: [boundary('n', 'tb.node'), { id: 'dns', type: 'cp.dns', parent: 'n', properties }] });
    const blast = buildBlast([{ ...escape, from: ['pod'] }]);
    expect(radiusOf(model({}), blast, 'dns').reached).toEqual([]);
    expect(radiusOf(model({ privileged: true }), blast, 'dns').reached.map(brief)).toEqual(['n control proven']);
  });

  it('tells what shares the node and the cluster of the start', () => {
    const all = buildStep({ id: 'ALL', to: { kind: 'among', elements: ['wl.pod'], within: [], unplaced: 'each' } });
    const rings = [
      { id: 'same-node' as const, within: ['tb.node'], otherwise: [] },
      { id: 'same-cluster' as const, within: ['tb.cluster'], otherwise: [] },
    ];
    const model = buildModel({
      elements: [
        boundary('c', 'tb.cluster'),
        boundary('n', 'tb.node', 'c'),
        pod('a', 'n'),
        pod('b', 'n'),
        pod('d', 'c'),
        pod('e', null),
      ],
    });
    const { reached, counts } = radiusOf(model, buildBlast([all], rings), 'a');
    expect(reached.map(({ subject, where }) => [subject, where])).toEqual([
      ['b', 'same-node'],
      ['d', 'same-cluster'],
      ['e', 'outside'],
    ]);
    expect(counts.where).toEqual({ 'same-node': 1, 'same-cluster': 1, outside: 1 });
  });

  it('says what each control would take away, and the same of several together', () => {
    const model = buildModel({
      elements: [
        boundary('n', 'tb.node'),
        pod('a', 'n', { privileged: true }),
        pod('b', 'n', { hostPID: false }),
        pod('d', null, { hostPID: true }),
      ],
      flows: [
        { id: 'ab', source: 'a', target: 'b' },
        { id: 'ad', source: 'a', target: 'd' },
      ],
    });
    const blast = createBlast(
      model,
      buildBlast([escape, inside, connect, { ...exploit, stops: [buildStop({ control: 'review' })] }]),
    );
    expect(blast.from(elementId('a'))?.cuts).toEqual([
      { control: 'admission', paths: 2, gone: ['n'], lessened: ['b'] },
      { control: 'sandbox', paths: 2, gone: ['n'], lessened: ['b'] },
      { control: 'review', paths: 1, gone: [], lessened: ['d'] },
    ]);
    const difference = blast.whatIf(elementId('a'), ['sandbox', 'review']);
    expect(difference).toMatchObject({ gone: ['n'], lessened: ['b', 'd'] });
    expect(difference?.after).toMatchObject({ assumed: ['review', 'sandbox'] });
    expect(difference?.after.reached.map(brief)).toEqual(['b reach proven', 'd reach proven']);
  });

  it('lists what is out of scope without counting it', () => {
    const model = buildModel({
      elements: [boundary('n', 'tb.node'), { ...pod('b', 'n'), outOfScope: 'theirs' }],
    });
    const { reached, counts } = radiusOf(model, buildBlast(steps), 'n');
    expect(reached).toMatchObject([{ subject: 'b', outOfScope: true }]);
    expect(counts.elements).toEqual({ proven: 0, possible: 0 });
  });

  it('takes a reference for what it shows, and knows no radius of notes and unknown ids', () => {
    const model = buildModel({
      elements: [
        boundary('n', 'tb.node'),
        pod('a', 'n', { privileged: true }),
        { id: 'r', kind: 'ref', of: 'a' },
        { id: 'note', kind: 'note' },
      ],
    });
    const blast = createBlast(model, buildBlast(steps));
    expect(blast.from(elementId('r'))?.start).toBe('a');
    expect([blast.from(elementId('note')), blast.from(elementId('gone')), blast.whatIf(elementId('gone'), [])]).toEqual(
      [null, null, null],
    );
  });
});

describe('compileBlast', () => {
  it('refuses steps with all problems of their conditions', () => {
    const broken = [
      buildStep({ id: 'A', when: 'el.privileged = true', provided: 'flow.logged == true' }),
      buildStep({
        id: 'B',
        flow: { along: 'connection', end: ['store'] },
        when: 'el.privileged == true',
        stops: [buildStop({ control: 'C', when: 'flow.nothing' })],
      }),
    ];
    const result = compileBlast(
      { index: SMALL_INDEX },
      { id: 's', version: '1', title: 'S', rings: [], steps: broken },
      {
        'step B': { file: 'blast.yaml', line: 7, column: 3 },
      },
    );
    expect(result.ok ? [] : result.problems.map(({ item, path, code, line }) => [item, path, code, line])).toEqual([
      ['step A', 'when', 'condition-syntax', null],
      ['step A', 'provided', 'condition-name', null],
      ['step B', 'when', 'condition-name', 7],
      ['step B', 'stops[0].when', 'condition-name', 7],
    ]);
  });
});
