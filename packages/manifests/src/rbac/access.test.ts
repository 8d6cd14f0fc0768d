import { describe, expect, it } from 'vitest';
import { elementNamed, readProperty, readYaml, type Read } from '../testing/read-yaml.ts';

const pod = (account: string, namespace = 'shop'): string => `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: ${namespace || '""'} }
spec: { serviceAccountName: ${account}, containers: [{ name: main, image: a:1 }] }
---`;
const role = (rules: string, more = ''): string => `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: reader, namespace: shop }
rules: ${rules}
${more}
---`;
const clusterRole = (name: string, rules: string, more = ''): string => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: ${name}, ${more || 'labels: {}'} }
rules: ${rules}
---`;
const bind = (subject: string, ref = 'kind: Role, name: reader', namespace = 'shop'): string => `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: binding, namespace: ${namespace || '""'} }
roleRef: { apiGroup: rbac.authorization.k8s.io, ${ref} }
subjects: [{ ${subject} }]
---`;
const bindCluster = (subject: string, name: string): string => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: binding }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${name} }
subjects: [{ ${subject} }]
---`;
const rule = (groups: string, resources: string, verbs: string, more = ''): string =>
  `[{ apiGroups: [${groups}], resources: [${resources}], verbs: [${verbs}]${more} }]`;

const webOf = (read: Read) => elementNamed(read, 'web');
const rightsOf = (...documents: readonly string[]): unknown => webOf(readYaml(documents.join(''))).properties['rbac'];
const SECRETS = role(rule('""', 'secrets', 'list, get'));
const ACCOUNT = 'kind: ServiceAccount, name: app';

describe('rights of a workload', () => {
  it('come from the Role that a RoleBinding gives its ServiceAccount, with both as evidence', () => {
    const { properties, evidence } = webOf(readYaml(pod('app') + SECRETS + bind(ACCOUNT)));
    expect(properties).toMatchObject({
      serviceAccount: 'app',
      rbac: ['get,list:secrets'],
      clusterAdmin: false,
      usesKubernetesApi: true,
      groups: ['system:authenticated', 'system:serviceaccounts', 'system:serviceaccounts:shop'],
    });
    expect(evidence['rbac']?.evidence).toBe('web.yaml:16 #3 RoleBinding shop/binding roleRef → Role shop/reader');
  });

  it('are none where no binding names the account, and the evidence says so', () => {
    const { properties, evidence } = webOf(readYaml(pod('app')));
    expect(properties).toMatchObject({ rbac: [], clusterAdmin: false, usesKubernetesApi: false });
    expect(evidence['rbac']?.evidence).toMatch(/serviceAccountName; RoleBinding: 0, ClusterRoleBinding: 0$/u);
  });

  it.each([
    ['its account by name', ACCOUNT],
    ['its account with a namespace', `${ACCOUNT}, namespace: shop`],
    ['its account as a user', 'kind: User, name: "system:serviceaccount:shop:app"'],
    ['all accounts', 'kind: Group, name: "system:serviceaccounts"'],
    ['all accounts of its namespace', 'kind: Group, name: "system:serviceaccounts:shop"'],
    ['everyone who signed in', 'kind: Group, name: "system:authenticated"'],
  ])('come through a subject that names %s', (_, subject) => {
    expect(rightsOf(pod('app'), SECRETS, bind(subject))).toEqual(['get,list:secrets']);
  });

  it.each([
    ['an account of another name', 'kind: ServiceAccount, name: other'],
    ['an account of another namespace', `${ACCOUNT}, namespace: elsewhere`],
    ['accounts of another namespace', 'kind: Group, name: "system:serviceaccounts:elsewhere"'],
    ['callers who never signed in', 'kind: Group, name: "system:unauthenticated"'],
    ['a person', 'kind: User, name: app'],
  ])('do not come through a subject that names %s', (_, subject) => {
    expect(rightsOf(pod('app'), SECRETS, bind(subject))).toEqual([]);
  });

  it('do not come from a Role of the same name in another namespace', () => {
    const elsewhere = SECRETS.replace('namespace: shop', 'namespace: elsewhere');
    expect(rightsOf(pod('app'), elsewhere, bind(ACCOUNT))).toBeUndefined();
    expect(rightsOf(pod('app'), elsewhere, SECRETS, bind(ACCOUNT))).toEqual(['get,list:secrets']);
  });

  it('come from a ClusterRole through a RoleBinding too', () => {
    const node = clusterRole('reader', rule('""', 'pods', 'get'));
    expect(rightsOf(pod('app'), node, bind(ACCOUNT, 'kind: ClusterRole, name: reader'))).toEqual(['get:pods']);
  });

  it('add up over all bindings, one entry a resource', () => {
    const more =
      bindCluster(`${ACCOUNT}, namespace: shop`, 'writer') +
      clusterRole('writer', rule('""', 'secrets, pods', 'delete'));
    expect(rightsOf(pod('app'), SECRETS, bind(ACCOUNT), more)).toEqual(['delete,get,list:secrets', 'delete:pods']);
  });

  it('belong to the account "default" where the pod names none', () => {
    const plain = pod('""').replace('serviceAccountName: "", ', '');
    expect(rightsOf(plain, SECRETS, bind('kind: ServiceAccount, name: default'))).toEqual(['get,list:secrets']);
  });
});

describe('cluster administrators', () => {
  it('are those to whom a ClusterRoleBinding gives cluster-admin, which no file needs to bring', () => {
    const { properties, evidence } = webOf(
      readYaml(pod('app') + bindCluster(`${ACCOUNT}, namespace: shop`, 'cluster-admin')),
    );
    expect(properties).toMatchObject({ clusterAdmin: true, rbac: ['*:*'] });
    expect(evidence['clusterAdmin']?.evidence).toContain('ClusterRoleBinding binding roleRef');
  });

  it('are not those who have it in one namespace', () => {
    const read = readYaml(pod('app') + bind(ACCOUNT, 'kind: ClusterRole, name: cluster-admin'));
    expect(webOf(read).properties).toMatchObject({ clusterAdmin: false, rbac: ['*:*'] });
  });
});

describe('roles for people that every cluster has', () => {
  it.each([
    ['view', 'get,list,watch:pods', false],
    ['edit', 'create,delete,deletecollection,get,list,patch,update,watch:secrets', true],
    ['admin', 'create,delete,deletecollection,get,list,patch,update,watch:rolebindings', true],
  ])('%s grants %s; it reads Secrets: %s', (name, entry, readsSecrets) => {
    const rights = rightsOf(pod('app'), bind(ACCOUNT, `kind: ClusterRole, name: ${name}`)) as readonly string[]; // a list by its definition
    expect(rights).toContain(entry);
    expect(rights.some((right) => right.endsWith(':secrets'))).toBe(readsSecrets);
  });
});

describe('a role that nobody knows', () => {
  const unknown = bind(ACCOUNT, 'kind: ClusterRole, name: somebody-elses');

  it('leaves the rights a question and is named in a note', () => {
    const read = readYaml(pod('app') + unknown);
    expect(webOf(read).properties).not.toHaveProperty('rbac');
    expect(webOf(read).properties).not.toHaveProperty('clusterAdmin');
    expect(webOf(read).properties['usesKubernetesApi']).toBe(true);
    expect(read.report.notes).toEqual([
      { code: 'role-missing', role: 'ClusterRole somebody-elses', binding: 'RoleBinding shop/binding' },
    ]);
  });

  it('does not hide the rights of a role that is known', () => {
    const both = SECRETS + bind(ACCOUNT) + unknown.replace('name: binding', 'name: binding2');
    expect(rightsOf(pod('app'), both)).toEqual(['get,list:secrets']);
  });
});

describe('wildcards', () => {
  it.each([
    ['all groups, all resources, all verbs', rule('"*"', '"*"', '"*"'), ['*:*']],
    ['all resources of a foreign group', rule('argoproj.io', '"*"', '"*"'), ['*:*.argoproj.io']],
    ['a resource of a foreign group', rule('example.com', 'secrets/status', 'get'), ['get:secrets.example.com/status']],
    ['a resource that its group does not have', rule('""', 'deployments', 'get'), ['get:deployments.core']],
    ['a resource in all groups', rule('"*"', 'secrets', 'get'), ['get:secrets']],
    ['subresources of pods', rule('"*"', 'pods/*', 'create'), ['create:pods/*']],
    [
      'one subresource everywhere',
      rule('apps', '"*/scale"', 'update'),
      ['update:deployments/scale', 'update:replicasets/scale', 'update:statefulsets/scale'],
    ],
    [
      'all resources of one group',
      rule('batch', '"*"', 'get'),
      ['get:cronjobs', 'get:cronjobs/status', 'get:jobs', 'get:jobs/status'],
    ],
  ])('%s', (_, rules, entries) => {
    expect(rightsOf(pod('app'), role(rules), bind(ACCOUNT))).toEqual(entries);
  });

  it('in the core group cover Secrets and node proxies, and nothing of other groups', () => {
    const rights = rightsOf(pod('app'), role(rule('""', '"*"', 'get')), bind(ACCOUNT));
    expect(rights).toEqual(expect.arrayContaining(['get:secrets', 'get:nodes/proxy', 'get:pods/exec']));
    expect(rights).not.toContain('get:deployments');
  });
});

describe('rules for objects by name', () => {
  it('let nothing be created, nor a collection be deleted', () => {
    const named = rule('""', 'secrets, pods/exec', 'create, get, deletecollection', ', resourceNames: [one]');
    expect(rightsOf(pod('app'), role(named), bind(ACCOUNT))).toEqual(['create,get:pods/exec', 'get:secrets']);
  });

  it('spell out what a wildcard of verbs can mean there', () => {
    const named = rule('"*"', '"*"', '"*"', ', resourceNames: [one]');
    expect(rightsOf(pod('app'), role(named), bind(ACCOUNT))).toEqual([
      'bind,delete,escalate,get,impersonate,list,patch,update,use,watch:*',
    ]);
  });
});

describe('aggregated ClusterRoles', () => {
  const aggregate = (selector: string): string =>
    clusterRole('sum', rule('""', 'configmaps', 'get')).replace(
      'rules:',
      `aggregationRule: { clusterRoleSelectors: [${selector}] }\nrules:`,
    );
  const part = clusterRole('part', rule('""', 'secrets', 'get'), 'labels: { to: sum }');
  const bound = bindCluster(`${ACCOUNT}, namespace: shop`, 'sum');

  it.each([
    ['{ matchLabels: { to: sum } }'],
    ['{ matchExpressions: [{ key: to, operator: In, values: [sum, other] }] }'],
    ['{ matchExpressions: [{ key: to, operator: Exists }, { key: no, operator: DoesNotExist }] }'],
    ['{ matchLabels: { to: nobody } }, { matchLabels: { to: sum } }'],
  ])('take the rules of those that %s selects, and not their own', (selector) => {
    expect(rightsOf(pod('app'), aggregate(selector), part, bound)).toEqual(['get:secrets']);
  });

  it('take nothing from others', () => {
    expect(rightsOf(pod('app'), aggregate('{ matchLabels: { to: other } }'), part, bound)).toEqual([]);
    const notIn = '{ matchExpressions: [{ key: to, operator: NotIn, values: [sum] }] }';
    expect(rightsOf(pod('app'), aggregate(notIn), part, bound)).toEqual([]);
  });

  it('may aggregate each other in a circle', () => {
    const circle = part
      .replace('name: part', 'name: turn')
      .replace('rules:', 'aggregationRule: { clusterRoleSelectors: [{ matchLabels: {} }] }\nrules:');
    expect(rightsOf(pod('app'), aggregate('{ matchLabels: { to: sum } }'), circle, part, bound)).toEqual([
      'get:secrets',
    ]);
  });
});

describe('without a namespace', () => {
  const open = pod('app', '') + SECRETS.replace('namespace: shop', 'namespace: ""');

  it('objects that name none belong together', () => {
    expect(rightsOf(open, bind(ACCOUNT, undefined, ''))).toEqual(['get,list:secrets']);
  });

  it('rights are a question, not none, where a binding names an account like it in some namespace', () => {
    const read = readYaml(open + bind(`${ACCOUNT}, namespace: shop`, undefined, ''));
    expect(webOf(read).properties).not.toHaveProperty('rbac');
    expect(webOf(read).properties).not.toHaveProperty('clusterAdmin');
    expect(webOf(read).properties).not.toHaveProperty('usesKubernetesApi');
    expect(read.report.notes).toEqual([{ code: 'namespace-open', count: 3, namespaces: ['shop'] }]);
  });

  it('rights join as soon as it is said where the objects are installed', () => {
    const read = readYaml(open + bind(`${ACCOUNT}, namespace: shop`, undefined, ''), { defaultNamespace: 'shop' });
    expect(webOf(read).properties['rbac']).toEqual(['get,list:secrets']);
    expect(read.report.notes).toEqual([]);
  });

  it('a subject of a ClusterRoleBinding means nobody, which is a problem', () => {
    const read = readYaml(pod('app') + bindCluster(ACCOUNT, 'cluster-admin'));
    expect(webOf(read).properties['clusterAdmin']).toBe(false);
    expect(read.report.problems).toMatchObject([
      { code: 'subject-namespace-missing', object: 'ClusterRoleBinding binding', path: 'subjects[0]', line: 11 },
    ]);
  });
});

describe('the API token', () => {
  const account = (mount: string): string =>
    `\napiVersion: v1\nkind: ServiceAccount\nmetadata: { name: app, namespace: shop }\nautomountServiceAccountToken: ${mount}\n---`;
  const token = (...documents: readonly string[]): unknown =>
    webOf(readYaml(documents.join(''))).properties['automountToken'];
  const withToken = (mount: boolean): string =>
    pod('app').replace('spec: {', `spec: { automountServiceAccountToken: ${mount},`);

  it('is mounted unless the account says no, and the pod has the last word', () => {
    expect(token(pod('app'))).toBe(true);
    expect(token(pod('app'), account('false'))).toBe(false);
    expect(token(withToken(true), account('false'))).toBe(true);
    expect(token(withToken(false), account('true'))).toBe(false);
  });

  it('goes with an identity in a cloud where the account is annotated with one', () => {
    const annotated = account('true').replace(
      '{ name: app,',
      '{ annotations: { eks.amazonaws.com/role-arn: x }, name: app,',
    );
    expect(webOf(readYaml(pod('app') + annotated)).properties['cloudIdentity']).toBe('workload');
    expect(webOf(readYaml(pod('app') + account('true'))).properties).not.toHaveProperty('cloudIdentity');
  });

  it('is that of the older field where only it is written', () => {
    expect(readProperty('serviceAccount', 'serviceAccount: old')).toBe('old');
  });
});

describe('ServiceAccounts on the board', () => {
  it('are drawn when no workload of the files runs as them, with their rights', () => {
    const read = readYaml(SECRETS + bind('kind: ServiceAccount, name: robot'));
    const robot = elementNamed(read, 'robot');
    expect(robot).toMatchObject({
      kind: 'store',
      type: 'cfg.serviceaccount',
      properties: { rbac: ['get,list:secrets'] },
    });
    expect(read.model.elements.find(({ id }) => id === robot.parent)?.label).toBe('shop');
  });

  it('are not drawn beside the workload that carries their rights', () => {
    const read = readYaml(pod('app') + SECRETS + bind(ACCOUNT));
    expect(read.model.elements.map(({ type }) => type)).toEqual(['tb.cluster', 'tb.namespace', 'wl.pod']);
  });
});

describe('other subjects', () => {
  it('are noted when they are people or groups of people', () => {
    const read = readYaml(pod('app') + bindCluster('kind: Group, name: devs', 'view'));
    expect(read.report.notes).toEqual([
      { code: 'subject-not-drawn', subject: 'Group devs', binding: 'ClusterRoleBinding binding' },
    ]);
  });

  it('who never signed in make the cluster answer that it lets them in', () => {
    const read = readYaml(pod('app') + bindCluster('kind: User, name: "system:anonymous"', 'view'));
    expect(read.model.elements[0]?.properties).toEqual({ unauthenticatedGrants: true });
    expect(readYaml(pod('app')).model.elements[0]?.properties).toEqual({});
  });
});
