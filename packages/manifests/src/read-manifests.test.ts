import { board } from '@strideboard/kubernetes/board';
import { createPackIndex } from '@strideboard/packs';
import { readElement, writeElement } from '@strideboard/model';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type ManifestResult, readManifests } from './read-manifests.ts';
import { deployment, elementNamed, readYaml } from './testing/read-yaml.ts';

const index = createPackIndex(board);
const podAs = (
  kind: string,
  name: string,
  namespace = 'shop',
  spec = '{ containers: [{ name: main, image: a:1 }] }',
): string => {
  const [version, text] =
    kind === 'Pod' || kind === 'ReplicationController'
      ? ['v1', kind === 'Pod' ? spec : `{ template: { spec: ${spec} } }`]
      : kind === 'CronJob'
        ? ['batch/v1', `{ jobTemplate: { spec: { template: { spec: ${spec} } } } }`]
        : [kind === 'Job' ? 'batch/v1' : 'apps/v1', `{ template: { spec: ${spec} } }`];
  return `\napiVersion: ${version}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: ${text}\n---`;
};
const codesOf = ({ report }: ManifestResult): readonly string[] => report.problems.map(({ code }) => code);
const readText = (text: string): ManifestResult => readManifests([{ path: 'a.yaml', text }]);

describe('workloads', () => {
  it.each([
    ['Pod', 'wl.pod'],
    ['Deployment', 'wl.deployment'],
    ['ReplicaSet', 'wl.replicaset'],
    ['ReplicationController', 'wl.replicaset'],
    ['StatefulSet', 'wl.statefulset'],
    ['DaemonSet', 'wl.daemonset'],
    ['Job', 'wl.job'],
    ['CronJob', 'wl.cronjob'],
  ])('of kind %s become %s, with what their pods say', (kind, type) => {
    const web = elementNamed(
      readYaml(podAs(kind, 'web', 'shop', '{ hostPID: true, containers: [{ name: main, image: a:1 }] }')),
      'web',
    );
    expect(web).toMatchObject({ kind: 'process', type, properties: { hostPID: true, image: ['a:1'] } });
    expect(web.importedFrom).toMatch(new RegExp(` ${kind} shop/web$`, 'u'));
  });

  it('run once where nothing is said, and nobody knows how often where a node or a schedule decides', () => {
    const replicas = (kind: string): unknown =>
      elementNamed(readYaml(podAs(kind, 'web')), 'web').properties['replicas'];
    expect(replicas('Deployment')).toBe(1);
    expect(replicas('DaemonSet')).toBeUndefined();
    expect(
      elementNamed(readYaml(deployment('').replace('spec:\n', 'spec:\n  replicas: 3\n')), 'web').properties,
    ).toMatchObject({ replicas: 3 });
  });

  it('without a container say nothing about containers, which is a problem', () => {
    const read = readYaml(podAs('Pod', 'web', 'shop', '{ hostPID: true, containers: [] }'));
    expect(codesOf(read)).toEqual(['pod-missing']);
    expect(elementNamed(read, 'web').properties).toMatchObject({ hostPID: true });
    expect(elementNamed(read, 'web').properties).not.toHaveProperty('runAsNonRoot');
  });
});

describe('Services', () => {
  it.each([
    ['', 'net.service'],
    ['type: ClusterIP', 'net.service'],
    ['type: NodePort', 'net.nodePort'],
    ['type: LoadBalancer', 'net.lbService'],
    ['type: ExternalName', 'net.externalName'],
    ['type: constructor', 'net.service'],
  ])('with “%s” become %s', (spec, type) => {
    const read = readYaml(
      `apiVersion: v1\nkind: Service\nmetadata: { name: front, namespace: shop }\nspec: { ${spec} }`,
    );
    expect(elementNamed(read, 'front').type).toBe(type);
  });

  it('of Knative are something else', () => {
    const knative = readText('apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: front }');
    expect(knative.report.ignored).toMatchObject([{ kind: 'Service', name: 'front', reason: 'kind' }]);
    expect(codesOf(knative)).toEqual(['nothing-read']);
  });
});

describe('namespaces', () => {
  const read = readYaml(
    `${podAs('Pod', 'web', 'shop') + podAs('Pod', 'web', 'default') + podAs('Pod', 'web', '""')}
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: baseline } }`,
  );

  it('keep equal names apart, and hold what names none together', () => {
    expect(read.model.elements.map(({ id, parent }) => [id, parent])).toEqual([
      ['cluster', null],
      ['namespace', 'cluster'],
      ['pod.web', 'namespace'],
      ['namespace.default', 'cluster'],
      ['pod.default.web', 'namespace.default'],
      ['namespace.shop', 'cluster'],
      ['pod.shop.web', 'namespace.shop'],
    ]);
  });

  it('say which pods they let in only where they are in the files', () => {
    expect(elementNamed(read, 'shop').properties).toEqual({ isDefault: false, psaEnforce: 'baseline' });
    expect(elementNamed(read, 'default').properties).toEqual({});
  });

  it('can be given for what names none, and change nothing else', () => {
    const given = readYaml(podAs('Pod', 'a', '""') + podAs('Pod', 'b', 'other'), { defaultNamespace: 'shop' });
    expect(given.model.elements.map(({ id }) => id)).toContain('pod.shop.a');
    expect(given.model.elements.map(({ id }) => id)).toContain('pod.other.b');
  });
});

describe('places', () => {
  const many = Array.from({ length: 23 }, (_, i) => podAs('Pod', `p${i}`, `n${i % 3}`)).join('');
  const { elements } = readYaml(many).model;
  const byId = new Map(elements.map((element) => [element.id, element]));

  it('lie inside the boundary they belong to', () => {
    const outside = elements.filter((element) => {
      const parent = element.parent === null ? undefined : byId.get(element.parent);
      if (parent === undefined) return false;
      return (
        element.x < 0 ||
        element.y < 0 ||
        element.x + element.width > parent.width ||
        element.y + element.height > parent.height
      );
    });
    expect(outside).toEqual([]);
  });

  it('are those of one element each', () => {
    const clashes = elements.filter((a) =>
      elements.some(
        (b) =>
          a !== b &&
          a.parent === b.parent &&
          a.x < b.x + b.width &&
          b.x < a.x + a.width &&
          a.y < b.y + b.height &&
          b.y < a.y + a.height,
      ),
    );
    expect(clashes).toEqual([]);
    expect(new Set(elements.map(({ z }) => z)).size).toBe(elements.length);
  });
});

describe('the report', () => {
  it('lists what was read with what stands for it, and what was left out with the reason', () => {
    const text = `${podAs('Deployment', 'web')}
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: things.example.com
spec: [this, is, never, read: {{`;
    const { report } = readYaml(text);
    expect(report.read).toEqual([
      {
        kind: 'Deployment',
        namespace: 'shop',
        name: 'web',
        file: 'web.yaml',
        document: 1,
        line: 2,
        element: 'deployment.shop.web',
      },
    ]);
    expect(report.ignored).toMatchObject([
      { kind: 'CustomResourceDefinition', name: 'things.example.com', document: 3, line: 11, reason: 'kind' },
      { kind: 'ConfigMap', name: 'settings', document: 2, line: 7, reason: 'kind' },
    ]);
    expect(report.problems).toEqual([]);
  });

  it('names an object that another of the files controls: a dump holds a Deployment and its ReplicaSets', () => {
    const owned = podAs('ReplicaSet', 'web-1').replace(
      'namespace: shop',
      'namespace: shop, ownerReferences: [{ kind: Deployment, name: web, controller: true }]',
    );
    const { model, report } = readYaml(podAs('Deployment', 'web') + owned);
    expect(model.elements.map(({ type }) => type)).not.toContain('wl.replicaset');
    expect(report.ignored).toMatchObject([{ kind: 'ReplicaSet', reason: 'owned' }]);
    expect(readYaml(owned).report.ignored).toEqual([]);
  });

  it('names an object that comes again: the last one holds', () => {
    const again = podAs('Pod', 'web', 'shop', '{ hostIPC: true, containers: [{ name: main, image: b:2 }] }');
    const read = readYaml(podAs('Pod', 'web') + again);
    expect(read.report.ignored).toMatchObject([{ kind: 'Pod', reason: 'replaced', line: 2 }]);
    expect(elementNamed(read, 'web').properties).toMatchObject({ hostIPC: true });
  });

  it('says in which file, document and line something has the wrong type', () => {
    const read = readYaml(
      podAs('Pod', 'web', 'shop', '{\n  hostPID: perhaps, containers: [{ name: main, image: 3 }] }'),
    );
    expect(read.report.problems).toEqual([
      {
        code: 'wrong-type',
        file: 'web.yaml',
        document: 1,
        line: 6,
        object: 'Pod shop/web',
        path: 'spec.hostPID',
        found: 'perhaps',
        expected: 'true, false',
      },
    ]);
    expect(elementNamed(read, 'web').properties).not.toHaveProperty('hostPID');
  });
});

describe('a template in quotes', () => {
  it.each([
    ['name', '"{{ .Release.Name }}-web"', 'shop', 4],
    ['namespace', 'web', "'${TEAM}'", 4],
  ])('in the %s is named with its line, and nothing is made of it', (_, name, namespace, line) => {
    const read = readText(podAs('Pod', name, namespace) + podAs('Pod', 'real'));
    expect(read.report.problems).toMatchObject([{ code: 'not-rendered', file: 'a.yaml', line }]);
    expect(read.report.read.map((object) => object.name)).toEqual(['real']);
  });
});

describe('lists', () => {
  it('are opened, also when their items do not say what they are', () => {
    const item = '{ metadata: { name: web, namespace: shop }, spec: { containers: [{ name: main, image: a:1 }] } }';
    expect(readYaml(`apiVersion: v1\nkind: PodList\nitems: [${item}]`).model.elements.map(({ id }) => id)).toContain(
      'pod.shop.web',
    );
    const full = item.replace('{', '{ apiVersion: v1, kind: Pod,');
    const nested = `apiVersion: v1\nkind: List\nitems: [{ apiVersion: v1, kind: List, items: [${full}] }]`;
    expect(readYaml(nested).report.read).toMatchObject([{ name: 'web', line: 3 }]);
  });
});

describe('the same manifests', () => {
  it('give the same model', () => {
    const text = podAs('Job', 'other') + podAs('Pod', 'web');
    expect(readYaml(text)).toEqual(readYaml(text));
  });

  it('give the same ids, whatever else comes with them', () => {
    const alone = readYaml(podAs('Pod', 'web'));
    const together = readYaml(podAs('Job', 'other') + podAs('Pod', 'web'));
    expect(elementNamed(together, 'web').id).toBe(elementNamed(alone, 'web').id);
  });

  it('give ids a board can hold, for names of any length and kind', () => {
    const names = ['x'.repeat(300), `${'x'.repeat(300)}y`, '"a b"', '"a-b"', '"a/b"', '"💥"'];
    const { model } = readYaml(names.map((name) => podAs('Pod', name)).join(''));
    const ids = model.elements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(names.length + 2);
    expect(ids.every((id) => /^[A-Za-z0-9_.-]{1,64}$/u.test(id))).toBe(true);
  });
});

describe('any input', () => {
  const kinds = { boolean: 'boolean', number: 'number', string: 'string', enum: 'string', list: 'object' } as const;

  /** What is wrong with an answer: whatever comes, it is a valid model or none, and what is stated fits the pack and can be stored. */
  const faultsOf = (text: string): readonly string[] => {
    const result = readText(text);
    const faults = result.ok === codesOf(result).includes('nothing-read') ? ['both read and not read'] : [];
    if (!result.ok) return faults;
    for (const element of result.model.elements) {
      const { element: stored, issues } = readElement(element.id, writeElement(element));
      if (issues.length > 0 || !isDeepStrictEqual(stored, element)) faults.push(`${element.id} cannot be stored`);
      for (const [name, value] of Object.entries(element.properties)) {
        const definition = index.definition(element, name);
        const isFit =
          definition !== null &&
          typeof value === kinds[definition.type] &&
          (definition.type !== 'enum' || definition.values?.some(({ id }) => id === value) === true);
        if (!isFit) faults.push(`${element.id} ${name}`);
      }
    }
    return faults;
  };
  const isSound = (text: string): void => {
    expect(faultsOf(text)).toEqual([]);
  };

  it('of YAML signs is read or refused, never thrown at', () => {
    const sign = fc.constantFrom(
      ...[
        'kind: ',
        'apiVersion: v1',
        'Pod',
        'List',
        'items:',
        '\n',
        '\n---\n',
        '  ',
        '- ',
        '&a ',
        '*a',
        '<<: ',
        '!!set ',
        '{',
        '}',
      ],
      ...[
        '[',
        ']',
        ': ',
        ',',
        '|\n',
        '"',
        "'",
        '#',
        '%YAML 1.1\n',
        '...\n',
        '=',
        'on',
        '0777',
        '~',
        '\t',
        '\u0000',
        '\uFEFF',
        '? ',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 40 }).map((parts) => parts.join('')),
        isSound,
      ),
      { numRuns: 100 },
    );
  });

  it('of JSON in the place of any part of an object is read or refused, never thrown at', () => {
    const templates = [
      { path: ['metadata'] },
      { path: ['metadata', 'labels'] },
      { path: ['metadata', 'ownerReferences'] },
      { path: ['spec'] },
      { path: ['spec', 'template', 'spec'] },
      ...[
        'containers',
        'initContainers',
        'volumes',
        'securityContext',
        'tolerations',
        'hostPID',
        'serviceAccountName',
      ].map((key) => ({ path: ['spec', 'template', 'spec', key] })),
      ...['securityContext', 'env', 'envFrom', 'ports', 'volumeMounts', 'image', 'resources', 'livenessProbe'].map(
        (key) => ({
          path: ['spec', 'template', 'spec', 'containers', '0', key],
        }),
      ),
      ...['rules', 'aggregationRule', 'roleRef', 'subjects', 'items', 'automountServiceAccountToken'].map((key) => ({
        path: [key],
      })),
    ];
    const kind = fc.constantFrom(
      'Deployment',
      'Role',
      'ClusterRole',
      'RoleBinding',
      'ClusterRoleBinding',
      'ServiceAccount',
    );
    const object = fc
      .record({ kind, at: fc.constantFrom(...templates), value: fc.jsonValue({ maxDepth: 4 }), wrap: fc.boolean() })
      .map(({ kind: chosen, at, value, wrap }) => planted(chosen, at.path, wrap ? [value] : value));
    const set = fc.array(object, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        set.map((objects) => objects.map((one) => JSON.stringify(one)).join('\n---\n')),
        isSound,
      ),
      {
        numRuns: 100,
      },
    );
  });
});

/** A sound object of a kind with a value planted at a path. */
function planted(kind: string, path: readonly string[], value: unknown): unknown {
  const apiVersion =
    kind === 'Deployment' ? 'apps/v1' : kind === 'ServiceAccount' ? 'v1' : 'rbac.authorization.k8s.io/v1';
  const root: Record<string, unknown> = {
    apiVersion,
    kind,
    metadata: { name: 'one', namespace: 'shop' },
    spec: { template: { spec: { serviceAccountName: 'one', containers: [{ name: 'main', image: 'a:1' }] } } },
    rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }],
    roleRef: { kind: 'ClusterRole', name: 'one' },
    subjects: [{ kind: 'ServiceAccount', name: 'one', namespace: 'shop' }],
  };
  let at = root;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string, unknown>; // the templates above name paths that exist
  at[path.at(-1) ?? ''] = value;
  return root;
}
