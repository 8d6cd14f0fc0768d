import { elementId, type Model, type PropertyValue } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../outcome.ts';
import { SMALL_INDEX } from '../testing/small-pack.ts';
import { listProblems, type ModelProblem } from './model-problem.ts';
import { createStillWorld } from './still-world.ts';

function reader(model: Model): {
  readonly read: (id: string, property: string) => Outcome<PropertyValue>;
  readonly problems: () => readonly ModelProblem[];
} {
  const found: ModelProblem[] = [];
  const { world, graph } = createStillWorld(model, SMALL_INDEX, (problem) => found.push(problem));
  return {
    read: (id, property) => {
      const subject = graph.element(elementId(id)) ?? graph.flows.find(({ flow }) => flow.id === id)?.flow;
      if (subject === undefined) throw new Error(`no ${id}`);
      return world.read(subject, property);
    },
    problems: () => listProblems(found),
  };
}

/** A pod drawn as a boundary with containers of these properties. */
const podOf = (
  pod: Readonly<Record<string, PropertyValue>>,
  ...containers: readonly Readonly<Record<string, PropertyValue>>[]
): ReturnType<typeof reader> =>
  reader(
    buildModel({
      elements: [
        { id: 'pod', kind: 'boundary', type: 'tb.pod', properties: pod },
        ...containers.map((properties, at) => ({ id: `c${at}`, type: 'wl.container', parent: 'pod', properties })),
      ],
    }),
  );

describe('reading a property', () => {
  it('takes what was said, and who said it', () => {
    const evidence = { source: 'observed', evidence: 'pod.yaml', by: 'p', at: 1 } as const;
    const { read } = reader(
      buildModel({
        elements: [{ id: 'p', type: 'wl.pod', properties: { privileged: true }, evidence: { privileged: evidence } }],
      }),
    );
    expect(read('p', 'privileged')).toEqual({
      value: true,
      because: [{ kind: 'property', subject: 'p', property: 'privileged', value: true, origin: 'stated', evidence }],
      missing: [],
    });
  });

  it('follows from an answer that stands for several, and first asks for that one', () => {
    const alone = (properties: Readonly<Record<string, PropertyValue>>) =>
      reader(buildModel({ elements: [{ id: 'p', type: 'wl.pod', properties }] })).read('p', 'hostIPC');
    expect(alone({}).missing).toEqual([{ subject: 'p', property: 'strict' }]);
    expect(alone({ strict: false }).missing).toEqual([{ subject: 'p', property: 'hostIPC' }]);
    expect(alone({ strict: true, hostIPC: true }).value).toBe(true);
    expect(alone({ strict: true })).toMatchObject({
      value: false,
      because: [
        { property: 'hostIPC', value: false, origin: 'derived' },
        { property: 'strict', value: true, origin: 'stated' },
      ],
    });
    expect(podOf({ strict: true }, {}).read('pod', 'hostIPC').value).toBe(false);
    expect(podOf({ strict: true }, { hostIPC: true }, {}).read('pod', 'hostIPC').value).toBe(true);
    expect(podOf({}, {}).read('pod', 'hostIPC').missing).toEqual([{ subject: 'pod', property: 'strict' }]);
  });

  it('follows from the boundary around it, which is not waited for', () => {
    const inNamespace = (psa: string | undefined) =>
      reader(
        buildModel({
          elements: [
            { id: 'ns', kind: 'boundary', type: 'tb.namespace', properties: psa === undefined ? {} : { psa } },
            { id: 'p', type: 'wl.pod', parent: 'ns' },
          ],
        }),
      ).read('p', 'hostIPC');
    expect(inNamespace('strict').value).toBe(false);
    expect(inNamespace('loose').missing).toEqual([{ subject: 'p', property: 'strict' }]);
    expect(inNamespace(undefined).missing).toEqual([{ subject: 'p', property: 'strict' }]);
  });

  it('knows nothing of what nobody said, and of the value "unknown"', () => {
    const { read } = reader(
      buildModel({ elements: [{ id: 'p', type: 'wl.pod', properties: { trustLevel: 'unknown' } }] }),
    );
    expect(read('p', 'privileged')).toMatchObject({
      value: undefined,
      missing: [{ subject: 'p', property: 'privileged' }],
    });
    expect(read('p', 'trustLevel').value).toBeUndefined();
  });

  it('takes what a stencil always is, unless the element says otherwise', () => {
    const { read } = reader(
      buildModel({
        elements: [
          { id: 'a', kind: 'store', type: 'st.db' },
          { id: 'b', kind: 'store', type: 'st.db', properties: { backedUp: false } },
        ],
      }),
    );
    expect(read('a', 'backedUp')).toMatchObject({ value: true, because: [{ origin: 'stencil' }] });
    expect(read('b', 'backedUp').value).toBe(false);
  });

  it('treats a value of the wrong type as not answered, and reports it', () => {
    const { read, problems } = reader(
      buildModel({
        elements: [
          { id: 'p', type: 'wl.pod', properties: { privileged: 'yes', trustLevel: 'extreme', replicas: '3' } },
        ],
      }),
    );
    expect(['privileged', 'trustLevel', 'replicas'].map((name) => read('p', name).value)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(problems()).toEqual([
      { code: 'value-unfit', subject: 'p', property: 'privileged', found: '"yes"' },
      { code: 'value-unfit', subject: 'p', property: 'replicas', found: '"3"' },
      { code: 'value-unfit', subject: 'p', property: 'trustLevel', found: '"extreme"' },
    ]);
  });

  it('is not fooled by names of the language', () => {
    const { read } = reader(buildModel({ elements: [{ id: 'p', type: 'wl.pod' }] }));
    expect(['constructor', '__proto__', 'toString'].map((name) => read('p', name).value)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a pod drawn as a boundary', () => {
  it('is privileged once any container is, and says which', () => {
    expect(podOf({}, { privileged: false }, { privileged: true }).read('pod', 'privileged')).toMatchObject({
      value: true,
      because: [{ subject: 'c1', property: 'privileged', value: true }],
    });
    expect(podOf({}, { privileged: true }, {}).read('pod', 'privileged').value).toBe(true);
    expect(podOf({}, { privileged: false }, { privileged: false }).read('pod', 'privileged').value).toBe(false);
  });

  it('is unknown while one container could change it, and asks on the pod', () => {
    expect(podOf({}, { privileged: false }, {}).read('pod', 'privileged')).toMatchObject({
      value: undefined,
      missing: [{ subject: 'pod', property: 'privileged' }],
    });
  });

  it('runs as non-root only if every container does', () => {
    expect(podOf({}, { runAsNonRoot: true }, { runAsNonRoot: false }).read('pod', 'runAsNonRoot').value).toBe(false);
    expect(podOf({}, { runAsNonRoot: true }, {}).read('pod', 'runAsNonRoot').value).toBeUndefined();
    expect(podOf({ runAsNonRoot: true }, {}, {}).read('pod', 'runAsNonRoot').value).toBe(true);
  });

  it('lets the container win over the pod', () => {
    expect(podOf({ runAsNonRoot: true }, { runAsNonRoot: false }, {}).read('pod', 'runAsNonRoot').value).toBe(false);
    expect(podOf({ privileged: true }, { privileged: false }).read('pod', 'privileged').value).toBe(false);
  });

  it('joins lists of what is bad and cuts lists of what must hold everywhere', () => {
    const pod = podOf(
      {},
      { capabilities: ['NET_RAW'], dropped: ['ALL', 'X'] },
      { capabilities: ['BPF'], dropped: ['X'] },
    );
    expect(pod.read('pod', 'capabilities').value).toEqual(['BPF', 'NET_RAW']);
    expect(pod.read('pod', 'dropped').value).toEqual(['X']);
  });

  it('hands its own facts down to its containers', () => {
    const pod = podOf({ hostPID: true }, {});
    expect(pod.read('c0', 'hostPID')).toMatchObject({
      value: true,
      because: [{ subject: 'pod', origin: 'inherited' }],
    });
    expect(pod.read('pod', 'hostPID').value).toBe(true);
  });
});

describe('derived facts', () => {
  const between = (properties: Readonly<Record<string, PropertyValue>>): ReturnType<typeof reader> =>
    reader(
      buildModel({
        elements: [
          { id: 'net', kind: 'boundary', type: 'tb.internet' },
          { id: 'user', kind: 'external', type: 'ext.user', parent: 'net', properties: { trustLevel: 'low' } },
          { id: 'api', type: 'cp.apiserver', properties: { trustLevel: 'high' } },
          { id: 'db', kind: 'store', type: 'st.db' },
        ],
        flows: [{ id: 'f', source: 'user', target: 'api', properties }],
      }),
    );

  it('knows encryption from the protocol where the protocol decides it, and an answer wins', () => {
    expect(between({ protocol: 'https' }).read('f', 'encrypted')).toMatchObject({
      value: true,
      because: [
        { property: 'encrypted', origin: 'derived' },
        { property: 'protocol', value: 'https' },
      ],
    });
    expect(between({ protocol: 'http' }).read('f', 'encrypted').value).toBe(false);
    expect(between({ protocol: 'http', encrypted: true }).read('f', 'encrypted').value).toBe(true);
    expect(between({ protocol: 'http', mutualTls: true }).read('f', 'encrypted').value).toBe(true);
    expect(between({ protocol: 'sql' }).read('f', 'encrypted')).toMatchObject({
      value: undefined,
      missing: [{ subject: 'f', property: 'encrypted' }],
    });
  });

  it('faces the internet when somebody there opens the connection', () => {
    expect(between({}).read('api', 'internetFacing').value).toBe(true);
    expect(between({ initiator: 'target' }).read('api', 'internetFacing').value).toBe(false);
    expect(between({}).read('user', 'internetFacing').value).toBe(false);
    expect(between({}).read('db', 'internetFacing').value).toBe(false);
  });

  it('sees what comes across a boundary and from lower trust', () => {
    expect(between({}).read('api', 'receivesAcrossBoundary').value).toBe(true);
    expect(between({}).read('db', 'receivesAcrossBoundary').value).toBe(false);
    expect(between({}).read('api', 'receivesFromLowerTrust').value).toBe(true);
    expect(between({}).read('net', 'crossed').value).toBe(true);
  });

  it('counts mechanisms that fail together once, and reports those nobody knows', () => {
    const { read, problems } = reader(
      buildModel({
        elements: [
          { id: 'a', kind: 'boundary', type: 'tb.node', properties: { enforcedBy: ['seccomp@container', 'cgroups'] } },
          {
            id: 'b',
            kind: 'boundary',
            type: 'tb.node',
            properties: { enforcedBy: ['seccomp', 'firewall@node', 'wish'] },
          },
          { id: 'c', kind: 'boundary', type: 'tb.node' },
        ],
      }),
    );
    expect(read('a', 'independentMechanisms').value).toBe(1);
    expect(read('b', 'independentMechanisms').value).toBe(2);
    expect(read('c', 'independentMechanisms')).toMatchObject({ missing: [{ subject: 'c', property: 'enforcedBy' }] });
    expect(problems()).toMatchObject([{ code: 'mechanism-unknown', subject: 'b', found: 'wish' }]);
  });
});
