import { elementId, flowId, type Model } from '@strideboard/model';
import { buildModel, type ModelParts } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { compileCondition } from '../condition/compile.ts';
import { createGraph } from '../facts/graph.ts';
import { createStillWorld } from '../facts/still-world.ts';
import type { Truth } from '../outcome.ts';
import { SMALL_INDEX } from '../testing/small-pack.ts';
import { CORE_FUNCTIONS } from './core-functions.ts';

/** Judges one condition on one element or flow of a small model. */
function judge(model: Model, on: string, condition: string): Truth {
  const { world, graph } = createStillWorld(model, SMALL_INDEX);
  const judged = graph.flows.find(({ flow }) => flow.id === on);
  const result = compileCondition(condition, judged === undefined ? 'element' : 'flow', SMALL_INDEX);
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join(' '));
  if (judged !== undefined) return result.condition({ world, el: null, ...judged });
  return result.condition({ world, el: graph.element(elementId(on)), flow: null, source: null, target: null });
}

const boundary = (id: string, type: string, parent: string | null = null) =>
  ({ id, kind: 'boundary', type, parent }) as const;

/** user → api (in cluster) → db (in node, member of namespace b) ; pod in namespace a on the node */
const parts: ModelParts = {
  elements: [
    boundary('net', 'tb.internet'),
    boundary('cluster', 'tb.cluster'),
    boundary('nsA', 'tb.namespace', 'cluster'),
    boundary('nsB', 'tb.namespace', 'cluster'),
    boundary('node', 'tb.node', 'cluster'),
    boundary('box', 'tb.sandbox', 'node'),
    {
      id: 'user',
      kind: 'external',
      type: 'ext.user',
      parent: 'net',
      properties: { clusterAdmin: false, rbac: ['get:secrets', 'create,patch:pods/*'] },
    },
    { id: 'api', type: 'cp.apiserver', parent: 'cluster' },
    { id: 'db', kind: 'store', type: 'st.db', parent: 'node', memberOf: ['nsB'], properties: { tenant: 'b' } },
    {
      id: 'pod',
      type: 'wl.pod',
      parent: 'box',
      memberOf: ['nsA'],
      properties: { tenant: 'a', hostPaths: ['/var/log/pods/'], privileged: false, clusterAdmin: true },
    },
    { id: 'alone', type: 'wl.pod', properties: { hostPaths: ['/'] } },
  ],
  flows: [
    { id: 'in', source: 'user', target: 'api' },
    { id: 'toDb', source: 'api', target: 'db' },
    { id: 'both', source: 'pod', target: 'db', direction: 'two' },
  ],
};
const model = buildModel(parts);
const value = (on: string, condition: string): boolean | undefined => judge(model, on, condition).value;

describe('core functions', () => {
  it.each<[string, string, string, string]>([
    // name, subject, a condition that holds, one close by that does not
    ['kind', 'pod', "kind(el, 'wl.*')", "kind(el, 'cp.*', 'store')"],
    ['crosses', 'in', "crosses('tb.internet')", "crosses('tb.node')"],
    ['crossesAny', 'toDb', 'crossesAny()', '!crossesAny()'],
    ['within', 'pod', "within(el, 'tb.namespace') && within(el, 'tb.node')", "within(el, 'tb.internet')"],
    ['contains', 'nsB', "contains(el, 'st.*')", "contains(el, 'wl.*')"],
    ['children', 'cluster', 'count(children(el)) == 7', 'count(children(el)) == 6'],
    ['nearest', 'pod', "nearest(el, 'tb.pod') == null", "nearest(el, 'tb.node') == null"],
    ['flowsTo', 'api', "flowsTo(el, 'store')", "flowsTo(el, 'external')"],
    ['flowsFrom', 'api', "flowsFrom(el, 'external')", "flowsFrom(el, 'store')"],
    ['reachableFrom', 'pod', "reachableFrom(el, 'tb.internet')", "reachableFrom(el, 'tb.pod')"],
    ['hasAny', 'user', "hasAny(el.rbac, 'get:secrets', 'x')", "hasAny(el.rbac, 'get')"],
    ['count', 'pod', 'count(el.hostPaths) > 0', 'count(el.hostPaths) > 1'],
    ['hasPath', 'pod', "hasPath(el.hostPaths, '/var/log')", "hasPath(el.hostPaths, '/var/lo', '/')"],
    ['distinct', 'node', "distinct(children(el), 'tenant') > 1", "distinct(children(el), 'trustLevel') > 1"],
    ['anyTrue', 'node', "anyTrue(children(el), 'clusterAdmin')", "anyTrue(children(el), 'privileged')"],
    ['allWithin', 'node', "allWithin(children(el), 'tb.sandbox')", "allWithin(children(el), 'tb.pod')"],
    ['grants', 'user', "grants(el, 'get', 'secrets')", "grants(el, 'list', 'secrets')"],
    ['administers', 'pod', 'administers(el)', '!administers(el)'],
    ['stated', 'pod', "stated(el, 'clusterAdmin')", "stated(el, 'privileged')"],
  ])('%s holds and does not hold', (_name, on, holds, not) => {
    expect(value(on, holds)).toBe(true);
    expect(value(on, not)).toBe(false);
  });

  it('has a case for every function', () => {
    expect([...CORE_FUNCTIONS.keys()].sort()).toEqual([
      'administers',
      'allWithin',
      'anyTrue',
      'children',
      'contains',
      'count',
      'crosses',
      'crossesAny',
      'distinct',
      'flowsFrom',
      'flowsTo',
      'grants',
      'hasAny',
      'hasPath',
      'kind',
      'nearest',
      'reachableFrom',
      'stated',
      'within',
    ]);
  });

  it('follows a two-way flow in both directions', () => {
    expect(value('db', "flowsTo(el, 'wl.pod') && flowsFrom(el, 'wl.pod')")).toBe(true);
  });

  it('takes "/" as a path for itself only', () => {
    expect(value('alone', "hasPath(el.hostPaths, '/')")).toBe(true);
    expect(value('alone', "hasPath(el.hostPaths, '/etc')")).toBe(false);
  });

  it('takes nobody for an administrator of whom nothing was said', () => {
    expect(value('alone', 'administers(el)')).toBe(false);
  });

  it('takes an exception that nobody claimed as not given, and says so', () => {
    const judged = judge(model, 'alone', "!stated(el, 'privileged')");
    expect(judged.value).toBe(true);
    expect(judged.because).toEqual([{ kind: 'unanswered', subject: 'alone', property: 'privileged' }]);
  });

  it('grants by wildcards, subresources and administration, and no more', () => {
    expect(value('user', "grants(el, 'patch', 'pods/exec')")).toBe(true);
    expect(value('user', "grants(el, 'create', 'pods')")).toBe(false);
    expect(value('user', "grants(el, '*', '*')")).toBe(false);
    expect(value('pod', "grants(el, '*', '*')")).toBe(true);
    const star = buildModel({
      elements: [{ id: 'e', kind: 'external', properties: { clusterAdmin: false, rbac: ['*:*'] } }],
    });
    expect(judge(star, 'e', "grants(el, 'get', 'nodes/proxy') && grants(el, '*', '*')").value).toBe(true);
  });

  it('does not know what is granted while neither rights nor administration are known', () => {
    expect(judge(model, 'alone', "grants(el, 'get', 'secrets')")).toMatchObject({
      value: undefined,
      missing: [
        { subject: 'alone', property: 'clusterAdmin' },
        { subject: 'alone', property: 'rbac' },
      ],
    });
  });

  it('waits for the values that could make anyTrue true, and only where they mean something', () => {
    const { value: result, missing } = judge(model, 'cluster', "anyTrue(children(el), 'hostPID')");
    expect(result).toBeUndefined();
    expect(missing).toEqual([{ subject: 'pod', property: 'hostPID' }]);
  });

  it('reads an unknown boundary as unknown, not as false', () => {
    expect(value('alone', "nearest(el, 'tb.cluster').multiTenancy == 'multi'")).toBeUndefined();
    expect(judge(model, 'pod', "nearest(el, 'tb.cluster').multiTenancy == 'multi'").missing).toEqual([
      { subject: 'cluster', property: 'multiTenancy' },
    ]);
  });

  it('shows the path by which something can be reached', () => {
    expect(judge(model, 'pod', "reachableFrom(el, 'tb.internet')").because).toEqual([
      {
        kind: 'reachable',
        subject: 'pod',
        selectors: ['tb.internet'],
        path: ['user', 'in', 'api', 'toDb', 'db', 'both', 'pod'],
        holds: true,
      },
    ]);
  });

  it('looks through references: flows and places of a reference are those of what it stands for', () => {
    const referring = buildModel({
      ...parts,
      elements: [...(parts.elements ?? []), { id: 'apiRef', kind: 'ref', of: 'api', parent: 'nsA' }],
      flows: [...(parts.flows ?? []), { id: 'viaRef', source: 'apiRef', target: 'alone' }],
    });
    expect(judge(referring, 'alone', "flowsFrom(el, 'cp.apiserver')").value).toBe(true);
    expect(judge(referring, 'api', "within(el, 'tb.namespace')").value).toBe(true);
    expect(judge(referring, 'viaRef', "kind(source, 'cp.apiserver') && crosses('tb.namespace')").value).toBe(true);
    expect(createGraph(referring).elements.some(({ id }) => id === 'apiRef')).toBe(false);
    expect(
      createGraph(referring)
        .leaving(elementId('api'))
        .map(({ flow }) => flow.id),
    ).toEqual([flowId('toDb'), flowId('viaRef')]);
  });
});
