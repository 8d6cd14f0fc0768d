import { board } from '@strideboard/kubernetes/board';
import { createPackIndex } from '@strideboard/packs';
import { describe, expect, it } from 'vitest';
import { deployment, elementNamed, readProperty, readYaml } from '../testing/read-yaml.ts';

const index = createPackIndex(board);
const security = (text: string): string => `image: a:1\nsecurityContext: ${text}`;
const second = (text: string): string => `
initContainers:
  - name: first
    image: a:1
    ${text}`;

describe('a pod specification that says nothing', () => {
  const { properties, evidence } = elementNamed(readYaml(deployment('')), 'web');

  it('takes the defaults that the pack knows for Kubernetes', () => {
    const subject = { kind: 'process', type: 'wl.deployment' } as const;
    const stated = Object.keys(properties).filter((name) => !['image', 'serviceAccount'].includes(name));
    const odd = stated.filter((name) => {
      const fallback = index.definition(subject, name)?.default;
      return fallback !== undefined && JSON.stringify(properties[name]) !== JSON.stringify(fallback);
    });
    // Every ServiceAccount is in these groups, whatever the pack takes for a person.
    expect(odd).toEqual(['groups']);
  });

  it('states nothing that a specification cannot decide', () => {
    for (const name of [
      'imageScanned',
      'networkPolicySelected',
      'dedicatedNodes',
      'plaintextCredentials',
      'sshServer',
    ]) {
      expect(properties).not.toHaveProperty(name);
    }
  });

  it('gives each value its evidence: file, line, document, object and path', () => {
    expect(Object.keys(evidence)).toEqual(Object.keys(properties));
    expect(evidence['hostPID']).toEqual({
      source: 'observed',
      evidence: 'web.yaml:8 #1 Deployment shop/web spec.template.spec.hostPID (unset)',
      by: '',
      at: 0,
    });
    expect(evidence['image']?.evidence).toBe(
      'web.yaml:10 #1 Deployment shop/web spec.template.spec.containers[0].image',
    );
  });
});

describe('flags that are bad once anywhere', () => {
  it.each([
    ['privileged', '{ privileged: true }', true],
    ['privileged', '{ privileged: false }', false],
    ['allowPrivilegeEscalation', '{ allowPrivilegeEscalation: false }', false],
    ['allowPrivilegeEscalation', '{ allowPrivilegeEscalation: true }', true],
  ])('%s of %s is %s', (property, context, value) => {
    expect(readProperty(property, '', security(context))).toBe(value);
  });

  it('count as soon as an init container has them, which the evidence names', () => {
    const read = readYaml(deployment(second('securityContext: { privileged: true }')));
    const { properties, evidence } = elementNamed(read, 'web');
    expect(properties['privileged']).toBe(true);
    expect(evidence['privileged']?.evidence).toContain(
      'spec.template.spec.initContainers[0].securityContext.privileged',
    );
  });

  it('are not known where one container cannot be read and no other has them', () => {
    const broken = second('securityContext: { privileged: perhaps }');
    expect(readProperty('privileged', broken)).toBeUndefined();
    expect(readProperty('privileged', broken, security('{ privileged: true }'))).toBe(true);
  });
});

describe('flags that must hold everywhere', () => {
  it.each(['runAsNonRoot', 'readOnlyRootFilesystem'])('%s holds only when every container has it', (property) => {
    const good = security(`{ ${property}: true }`);
    expect(readProperty(property, '', good)).toBe(true);
    expect(readProperty(property, second('securityContext: {}'), good)).toBe(false);
    expect(readProperty(property, second(`securityContext: { ${property}: true }`), good)).toBe(true);
  });

  it('come from the pod where the container says nothing, and the container wins where it does', () => {
    const pod = 'securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: RuntimeDefault } }';
    expect(readProperty('runAsNonRoot', pod)).toBe(true);
    expect(readProperty('runAsUser', pod)).toBe(1000);
    expect(readProperty('seccomp', pod)).toBe('RuntimeDefault');
    expect(readProperty('runAsNonRoot', pod, security('{ runAsNonRoot: false }'))).toBe(false);
    expect(readProperty('runAsUser', pod, security('{ runAsUser: 0 }'))).toBe(0);
    expect(readProperty('seccomp', pod, security('{ seccompProfile: { type: Unconfined } }'))).toBe('Unconfined');
  });

  it('are not inherited where a pod has no such field', () => {
    expect(readProperty('readOnlyRootFilesystem', 'securityContext: { readOnlyRootFilesystem: true }')).toBe(false);
  });
});

describe('capabilities', () => {
  it('are added when any container adds them, in whatever spelling', () => {
    const other = second('securityContext: { capabilities: { add: [cap_sys_admin, NET_RAW] } }');
    expect(readProperty('capabilitiesAdd', other, security('{ capabilities: { add: [NET_ADMIN] } }'))).toEqual([
      'NET_ADMIN',
      'NET_RAW',
      'SYS_ADMIN',
    ]);
  });

  it('are dropped when every container drops them', () => {
    const drop = security('{ capabilities: { drop: [ALL, NET_RAW] } }');
    expect(readProperty('capabilitiesDrop', '', drop)).toEqual(['ALL', 'NET_RAW']);
    expect(
      readProperty('capabilitiesDrop', second('securityContext: { capabilities: { drop: [all] } }'), drop),
    ).toEqual(['ALL']);
    expect(readProperty('capabilitiesDrop', second('command: [x]'), drop)).toEqual([]);
  });
});

describe('profiles of the kernel', () => {
  it('count as set when every container has one', () => {
    const set = security('{ seccompProfile: { type: Localhost }, appArmorProfile: { type: RuntimeDefault } }');
    expect(readProperty('seccomp', '', set)).toBe('Localhost');
    expect(readProperty('seccomp', second('command: [x]'), set)).toBe('unset');
    expect(readProperty('lsmProfile', '', set)).toBe('runtimeDefault');
    expect(readProperty('lsmProfile', second('command: [x]'), set)).toBe('unset');
  });

  it('are SELinux options too, and the AppArmor annotation of older manifests', () => {
    expect(readProperty('lsmProfile', 'securityContext: { seLinuxOptions: { level: "s0:c1" } }')).toBe('localhost');
    const annotated = deployment('').replace(
      '  template:\n',
      '  template:\n    metadata: { annotations: { container.apparmor.security.beta.kubernetes.io/main: unconfined } }\n',
    );
    expect(elementNamed(readYaml(annotated), 'web').properties['lsmProfile']).toBe('unconfined');
  });

  it('are a question where the type is none that Kubernetes knows', () => {
    expect(readProperty('seccomp', '', security('{ seccompProfile: { type: Sometimes } }'))).toBeUndefined();
  });
});

describe('what a pod takes from its node', () => {
  it.each([
    ['hostNetwork', 'hostNetwork: true', true],
    ['hostPID', 'hostPID: on', true], // YAML 1.1
    ['hostPID', 'hostPID: no', false],
    ['hostIPC', 'hostIPC: true', true],
    ['hostUsers', 'hostUsers: false', false],
    ['shareProcessNamespace', 'shareProcessNamespace: true', true],
    ['toleratesControlPlane', 'tolerations: [{ operator: Exists }]', true],
    ['toleratesControlPlane', 'tolerations: [{ key: node-role.kubernetes.io/control-plane }]', true],
    ['toleratesControlPlane', 'tolerations: [{ key: gpu, operator: Exists }]', false],
    ['runtimeClass', 'runtimeClassName: gvisor', 'gvisor'],
    ['windowsHostProcess', 'securityContext: { windowsOptions: { hostProcess: true } }', true],
    ['procMount', '', 'Default'],
  ])('%s of “%s” is %s', (property, spec, value) => {
    expect(readProperty(property, spec)).toBe(value);
  });

  it('are its unsafe sysctls only', () => {
    const spec = 'securityContext: { sysctls: [{ name: net.ipv4.tcp_syncookies }, { name: kernel/msgmax }] }';
    expect(readProperty('unsafeSysctls', spec)).toEqual(['kernel.msgmax']);
    expect(readProperty('procMount', '', security('{ procMount: Unmasked }'))).toBe('Unmasked');
  });

  it('are its host ports, which in the network of the node are all its ports', () => {
    const ports = 'image: a:1\nports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 8081 }]';
    expect(readProperty('hostPorts', '', ports)).toEqual([8081]);
    expect(readProperty('hostPorts', 'hostNetwork: true', ports)).toEqual([80, 8081]);
  });

  it('are its host paths, writable unless every mount is read-only', () => {
    const spec = 'volumes: [{ name: logs, hostPath: { path: /var/log/ } }, { name: tmp, emptyDir: {} }]';
    const mount = (more: string): string => `image: a:1\nvolumeMounts: [{ name: logs, mountPath: /l${more} }]`;
    expect(readProperty('hostPaths', spec)).toEqual(['/var/log']);
    expect(readProperty('hostPathWritable', spec)).toBe(false);
    expect(readProperty('hostPathWritable', spec, mount(', readOnly: true'))).toBe(false);
    expect(readProperty('hostPathWritable', spec, mount(''))).toBe(true);
  });

  it.each([
    ['/var/run/docker.sock', true],
    ['/run/containerd/containerd.sock', true],
    ['/run/containerd', true],
    ['/var/run', true],
    ['/var', true],
    ['/', true],
    ['/var/log', false],
    ['/run/my-app', false],
    ['/data/docker.sock.d', false],
  ])('through %s it reaches the container runtime: %s', (path, value) => {
    expect(readProperty('mountsRuntimeSocket', `volumes: [{ name: v, hostPath: { path: ${path} } }]`)).toBe(value);
  });
});

describe('images', () => {
  const digest = `a@sha256:${'0'.repeat(64)}`;
  it.each([
    ['nginx', true, false],
    ['nginx:latest', true, false],
    ['registry.example:5000/nginx', true, false],
    ['registry.example:5000/nginx:1.27', false, false],
    ['nginx:1.27', false, false],
    [digest, false, true],
    [`nginx:latest${digest.slice(1)}`, false, true],
  ])('%s has a tag that can move: %s; is pinned: %s', (image, movable, pinned) => {
    expect(readProperty('imageTagMutable', '', `image: ${image}`)).toBe(movable);
    expect(readProperty('imageDigestPinned', '', `image: ${image}`)).toBe(pinned);
  });

  it('are listed once each, and all must be pinned', () => {
    const spec = second(`resources: {}`);
    expect(readProperty('image', spec, `image: ${digest}`)).toEqual(['a:1', digest]);
    expect(readProperty('imageDigestPinned', spec, `image: ${digest}`)).toBe(false);
  });

  it.each([
    ['image: a:1', 'IfNotPresent'],
    ['image: a', 'Always'],
    ['image: a\nimagePullPolicy: Never', 'Never'],
  ])('%j are pulled %s', (container, value) => {
    expect(readProperty('imagePullPolicy', '', container)).toBe(value);
  });
});

describe('secrets', () => {
  it.each([
    ['env: [{ name: A, valueFrom: { secretKeyRef: { name: s, key: k } } }]', true],
    ['envFrom: [{ secretRef: { name: s } }]', true],
    ['envFrom: [{ configMapRef: { name: s } }]', false],
    ['env: [{ name: A, value: b }]', false],
  ])('in the environment through “%s”: %s', (container, value) => {
    expect(readProperty('secretsInEnv', '', `image: a:1\n${container}`)).toBe(value);
  });

  it.each([
    ['{ name: DB_PASSWORD, value: hunter2 }', true],
    ['{ name: API_TOKEN, value: abc }', true],
    ['{ name: DB_PASSWORD, value: /run/secrets/db }', undefined],
    ['{ name: DB_PASSWORD, value: $(OTHER) }', undefined],
    ['{ name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: s, key: k } } }', undefined],
    ['{ name: TOKENIZER, value: fast }', undefined],
  ])('are in plain text in %s: %s, and a question where nothing was found', (variable, value) => {
    expect(readProperty('plaintextCredentials', '', `image: a:1\nenv: [${variable}]`)).toBe(value);
  });

  it('are a cloud key under the names that cloud clients read', () => {
    const env = (name: string): string => `image: a:1\nenv: [{ name: ${name}, value: x }]`;
    expect(readProperty('cloudKeyMounted', '', env('AWS_SECRET_ACCESS_KEY'))).toBe(true);
    expect(readProperty('cloudKeyMounted', '', env('AWS_REGION'))).toBeUndefined();
  });
});

describe('resources', () => {
  const limited = 'image: a:1\nresources: { limits: { memory: 1Gi } }';
  it('have limits when every container that stays has one for memory', () => {
    expect(readProperty('limitsSet', '', limited)).toBe(true);
    expect(readProperty('limitsSet', '', 'image: a:1\nresources: { limits: { cpu: 1 } }')).toBe(false);
    expect(readProperty('limitsSet', second('command: [x]'), limited)).toBe(true);
    expect(readProperty('limitsSet', second('restartPolicy: Always'), limited)).toBe(false);
    expect(readProperty('limitsSet', 'resources: { limits: { memory: 1Gi } }')).toBe(true);
  });

  it('are watched when every container has a probe', () => {
    expect(readProperty('probes', '', 'image: a:1\nlivenessProbe: { tcpSocket: { port: 80 } }')).toBe(true);
    expect(
      readProperty('probes', second('command: [x]'), 'image: a:1\nreadinessProbe: { exec: { command: [x] } }'),
    ).toBe(true);
    expect(readProperty('probes', '')).toBe(false);
  });

  it('name a port of an SSH server where there is one', () => {
    expect(readProperty('sshServer', '', 'image: a:1\nports: [{ containerPort: 22 }]')).toBe(true);
  });
});
