import { describe, expect, it } from 'vitest';
import { type BoardPart, createPackIndex, matchesGlob } from './index.ts';

const board: BoardPart = {
  id: 'p',
  version: '1',
  title: 'P',
  families: [{ id: 'wl', label: 'Workload' }],
  stencils: [
    { id: 'wl.pod', family: 'wl', kind: 'process', label: 'Pod', icon: 'pod' },
    { id: 'cp.dns', family: 'wl', kind: 'process', label: 'DNS', icon: 'dns', runsAsWorkload: true },
    { id: 'st.db', family: 'wl', kind: 'store', label: 'Database', icon: 'store', properties: { backedUp: true } },
  ],
  boundaries: [{ id: 'tb.pod', label: 'Pod', style: 'trust', colour: 'neutral', icon: 'pod' }],
  properties: [
    { name: 'tenant', label: 'Tenant', appliesTo: ['any'], type: 'string' },
    { name: 'privileged', label: 'Privileged', appliesTo: ['pod'], type: 'boolean' },
    { name: 'rateLimited', label: 'Rate limited', appliesTo: ['process'], type: 'boolean' },
    { name: 'rateLimited', label: 'Flow rate limited', appliesTo: ['flow'], type: 'boolean' },
    { name: 'admin', label: 'Administrator', appliesTo: ['process'], type: 'boolean' },
    { name: 'admin', label: 'DNS administrator', appliesTo: ['cp.dns'], type: 'boolean', derived: true },
  ],
  groups: [{ id: 'pod', members: ['wl.*', 'tb.pod'], workloads: true }],
  mechanisms: [],
  independenceGroups: [],
  layers: [],
};
const index = createPackIndex(board);
const pod = { kind: 'process', type: 'wl.pod' } as const;
const dns = { kind: 'process', type: 'cp.dns' } as const;
const podBoundary = { kind: 'boundary', type: 'tb.pod' } as const;
const flow = { kind: 'flow', type: '' } as const;
const names = (subject: Parameters<typeof index.propertiesFor>[0]): readonly string[] =>
  index.propertiesFor(subject).map(({ label }) => label);

describe('createPackIndex', () => {
  it('chooses by class, id, glob and group', () => {
    expect(index.matches(pod, 'process')).toBe(true);
    expect(index.matches(pod, 'wl.pod')).toBe(true);
    expect(index.matches(pod, 'wl.*')).toBe(true);
    expect(index.matches(podBoundary, 'pod')).toBe(true);
    expect(index.matches(pod, 'store')).toBe(false);
    expect(index.matches(pod, 'cp.*')).toBe(false);
    expect(index.matches({ kind: 'note', type: '' }, 'any')).toBe(false);
  });

  it('counts a stencil that runs as a workload in a group of workloads', () => {
    expect(index.matches(dns, 'pod')).toBe(true);
    expect(index.matches({ kind: 'store', type: 'st.db' }, 'pod')).toBe(false);
  });

  it('gives each subject the definitions that apply to it, the closest selector winning a name', () => {
    expect(names(pod)).toEqual(['Tenant', 'Privileged', 'Rate limited', 'Administrator']);
    expect(names(dns)).toEqual(['Tenant', 'Privileged', 'Rate limited', 'DNS administrator']);
    expect(names(flow)).toEqual(['Tenant', 'Flow rate limited']);
    expect(names({ kind: 'store', type: 'not.known' })).toEqual(['Tenant']);
  });

  it('asks nothing derived, and nothing that applies only because the stencil may run as a workload', () => {
    expect(index.isAsked(pod, 'privileged')).toBe(true);
    expect(index.isAsked(dns, 'privileged')).toBe(false);
    expect(index.isAsked(dns, 'rateLimited')).toBe(true);
    expect(index.isAsked(dns, 'admin')).toBe(false);
    expect(index.isAsked(pod, 'nothing')).toBe(false);
  });

  it('answers null for what it does not know', () => {
    expect([index.stencil('x'), index.boundaryKind('x'), index.group('x'), index.mechanism('x')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(index.typeLabel('tb.pod')).toBe('Pod');
    expect(index.typeProperties('st.db')).toEqual({ backedUp: true });
    expect(index.typeProperties('x')).toEqual({});
  });
});

describe('matchesGlob', () => {
  it('lets a star stand for any run of characters', () => {
    expect(['net.ingress', 'net.ingressController', 'net.lb'].map((id) => matchesGlob('net.ingress*', id))).toEqual([
      true,
      true,
      false,
    ]);
    expect(matchesGlob('*', '')).toBe(true);
    expect(matchesGlob('a*b*c', 'abbc')).toBe(true);
    expect(matchesGlob('ab*ba', 'aba')).toBe(false);
    expect(matchesGlob('a.c', 'abc')).toBe(false);
  });
});
