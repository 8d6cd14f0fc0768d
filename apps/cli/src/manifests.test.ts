import { readNative, writeNative } from '@strideboard/formats';
import { buildModel } from '@strideboard/testkit';
import { english } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import { run } from './run.ts';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template:
    spec:
      serviceAccountName: web
      containers: [{ name: main, image: nginx, securityContext: { privileged: true } }]
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
`;
const RIGHTS = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web-admin }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]
`;
const BROKEN =
  '---\nkind: Pod\napiVersion: v1\nmetadata: { name: "\u001b[2Jevil" }\nspec: { hostPID: maybe, containers: [{ image: a }] }\n';
const FILES: Readonly<Record<string, string>> = {
  'web.yaml': DEPLOYMENT,
  'rights.yaml': RIGHTS,
  'broken.yaml': BROKEN,
  'config.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n',
  'pod.json':
    '{"kind":"Pod","apiVersion":"v1","metadata":{"name":"one"},"spec":{"hostPID":true,"containers":[{"name":"a","image":"a"}]}}',
  'notes.yaml': '# nothing here\n',
  'board.json': writeNative(buildModel({})),
};

async function strideboard(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const reads: string[] = [];
  const terminal = {
    stdout: (content: string | Uint8Array) => out.push(String(content)),
    stderr: (line: string) => err.push(line),
    readFile: (path: string) => {
      reads.push(path);
      const text = path === '-' ? DEPLOYMENT : FILES[path];
      if (text === undefined) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
      return new TextEncoder().encode(text);
    },
    listFiles: () => null,
    writeFile: () => undefined,
  };
  const code = await run(args, terminal, english);
  return { code, out: out.join(''), err, reads };
}

interface Printed {
  readonly threats: readonly { readonly rule: string; readonly subjects: readonly string[] }[];
}
const rulesIn = (text: string): readonly string[] =>
  (JSON.parse(text) as Printed).threats.map(({ rule, subjects }) => `${rule} ${subjects.join()}`); // the shape under test

describe('strideboard analyze with Kubernetes YAML', () => {
  it('lists the threats of its workloads, and says what it did not read', async () => {
    const { code, out, err } = await strideboard('analyze', 'web.yaml', '--format', 'json');
    expect(code).toBe(0);
    expect(rulesIn(out)).toContain('WL-001 deployment.web');
    expect(err).toEqual(['1 object was read.', '1 ConfigMap was not read: nothing is drawn from it.']);
  });

  it('reads several files as one set, joined in the namespace that is given', async () => {
    const open = await strideboard('analyze', 'web.yaml', 'rights.yaml', '--format', 'json');
    expect(rulesIn(open.out)).not.toContain('ID-001 deployment.web');
    expect(open.err).toContain(
      '1 object names no namespace, while bindings name shop. Say where it is installed, or its rights may be missed.',
    );
    const given = await strideboard('analyze', 'web.yaml', 'rights.yaml', '--namespace', 'shop', '--format', 'json');
    expect(rulesIn(given.out)).toContain('ID-001 deployment.shop.web');
    expect(given.err.join('\n')).not.toContain('no namespace');
  });

  it('reads JSON, and passes over files of comments', async () => {
    const { code, out } = await strideboard('analyze', 'pod.json', 'notes.yaml', '--format', 'json');
    expect(code).toBe(0);
    expect(rulesIn(out)).toContain('WL-002 pod.one');
  });

  it('reads standard input, once', async () => {
    const { code, out, reads } = await strideboard('analyze', '-', '--format', 'json');
    expect([code, reads]).toEqual([0, ['-']]);
    expect(rulesIn(out)).toContain('WL-001 deployment.web');
  });

  it('stops a pipeline where asked', async () => {
    expect((await strideboard('analyze', 'web.yaml', '--fail-on', 'critical')).code).toBe(3);
  });

  it('says where something cannot be used, in a line that cannot move the cursor', async () => {
    const { code, err } = await strideboard('analyze', 'broken.yaml');
    expect(code).toBe(0);
    expect(err[0]).toBe(
      'broken.yaml:5: Pod  [2Jevil spec.hostPID: Found maybe where one of these belongs: true, false. It counts as not known.',
    );
  });

  it('names a file that is not there, wherever it stands', async () => {
    expect(await strideboard('analyze', 'web.yaml', 'gone.yaml')).toMatchObject({
      code: 1,
      out: '',
      err: ['gone.yaml: There is no such file. Check the path.'],
    });
    expect(await strideboard('analyze', 'gone.yaml')).toMatchObject({ code: 1, out: '' });
  });

  it('says so where there is nothing to draw', async () => {
    const { code, out, err } = await strideboard('analyze', 'config.yaml');
    expect([code, out]).toEqual([1, '']);
    expect(err[0]).toContain('There is no Kubernetes object here that can be drawn');
  });

  it('takes no second file beside a model', async () => {
    const { code, out, err } = await strideboard('analyze', 'board.json', 'board.json');
    expect([code, out]).toEqual([1, '']);
    expect(err).toEqual(['Several files can be read together only when they are Kubernetes YAML. Give one file.']);
  });

  it('takes no YAML beside a model', async () => {
    const { code, err } = await strideboard('analyze', 'board.json', 'web.yaml');
    expect(code).toBe(1);
    expect(err).toEqual(['Several files can be read together only when they are Kubernetes YAML. Give one file.']);
  });
});

describe('strideboard export with Kubernetes YAML', () => {
  it('writes a Strideboard file that opens with the same threats', async () => {
    const { code, out } = await strideboard('export', 'web.yaml', '--to', 'json');
    const read = readNative(out);
    expect(code).toBe(0);
    expect(read).toMatchObject({ ok: true, losses: [] });
    const labels = read.ok ? read.model.elements.map(({ label }) => label) : [];
    expect(labels).toEqual(['', '', 'web']);
    expect(read.ok ? writeNative(read.model) : '').toBe(out);
  });

  it.each(['svg', 'csv', 'md', 'sarif'])('writes %s', async (to) => {
    expect(await strideboard('export', 'web.yaml', '--to', to)).toMatchObject({ code: 0 });
  });
});
