import { describe, expect, it } from 'vitest';
import { createPackIndex } from '@strideboard/packs';
import { board } from './board.ts';
import { judgement } from './judgement.ts';

const index = createPackIndex(board);
const everyType = [...board.stencils, ...board.boundaries];

describe('the board part of the Kubernetes pack', () => {
  it('offers every stencil and boundary kind, on shelves', () => {
    expect(board.stencils).toHaveLength(139);
    expect(board.boundaries).toHaveLength(24);
    expect(new Set(board.stencils.map((stencil) => stencil.family))).toEqual(
      new Set(board.families.map((family) => family.id)),
    );
  });

  it('gives every type a name that fits the palette', () => {
    const tooLong = everyType.map(({ label, short }) => short ?? label).filter((name) => name.length > 14);
    expect(tooLong).toEqual([]);
  });

  it('draws machine segregation as a line of its own style', () => {
    expect(board.boundaries.filter(({ style }) => style === 'machine').map(({ id }) => id)).toEqual(['tb.machine']);
  });

  it('asks a question a person can answer wherever a rule reads a yes-or-no or a choice', () => {
    const read = new Set(
      judgement.rules.flatMap(({ when }) => [...when.matchAll(/\.([A-Za-z]\w*)/gu)].map(([, name]) => name)),
    );
    const silent = board.properties.filter(
      ({ name, type, derived, question }) =>
        read.has(name) && derived !== true && ['boolean', 'enum'].includes(type) && question?.endsWith('?') !== true,
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('never offers "unknown" as an answer, because not answered is not an answer', () => {
    const offered = board.properties.flatMap(({ values }) => (values ?? []).map(({ id }) => id));
    expect(offered).not.toContain('unknown');
  });

  it('asks pod questions of a pod drawn as a boundary, and of an add-on only when somebody answers them', () => {
    const pod = { kind: 'boundary', type: 'tb.pod' } as const;
    const coredns = { kind: 'process', type: 'cp.coredns' } as const;
    expect(index.isAsked(pod, 'privileged')).toBe(true);
    expect(index.isAsked(coredns, 'privileged')).toBe(false);
    expect(index.definition(coredns, 'privileged')).not.toBeNull();
  });

  it('knows that a Secret holds credentials and an audit log holds log data', () => {
    expect(index.typeProperties('cfg.secret')).toMatchObject({ storesCredentials: true });
    expect(index.typeProperties('cp.auditSink')).toMatchObject({ storesLogData: true });
  });

  it('takes Kubernetes at its word for importers: a pod that says nothing may run as root', () => {
    const pod = { kind: 'process', type: 'wl.pod' } as const;
    expect(index.definition(pod, 'runAsUser')?.default).toBe(0);
    expect(index.definition(pod, 'allowPrivilegeEscalation')?.default).toBe(true);
    expect(index.definition(pod, 'privileged')?.default).toBe(false);
  });
});
