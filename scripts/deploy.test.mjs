import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { root } from './install.mjs';

const read = (...path) => readFileSync(join(root, ...path), 'utf8');
const yaml = (...path) => parseAllDocuments(read(...path)).map((document) => document.toJS());
const names = (text) => [...new Set(text.match(/STRIDEBOARD_[A-Z_]+/gu) ?? [])].sort();

/** Every name of a setting that the server's code reads. */
function known() {
  const files = readdirSync(join(root, 'apps/server/src'), { recursive: true, encoding: 'utf8' });
  return new Set(
    files.filter((file) => /(?<!\.test)\.ts$/u.test(file)).flatMap((file) => names(read('apps/server/src', file))),
  );
}

describe('what is deployed', () => {
  const settings = known();

  it.each([
    'Dockerfile',
    'apps/server/deploy/compose.yaml',
    'apps/server/deploy/kubernetes.yaml',
    'apps/server/deploy/strideboard.service',
    'docs/operating.md',
    'docs/who-can-read.md',
    'README.md',
  ])('%s names no setting that the server does not have', (file) => {
    expect(names(read(file)).filter((name) => !settings.has(name))).toEqual([]);
  });

  it('is an image without root, with a health check, that can be stopped gently', () => {
    const [last] = read('Dockerfile')
      .split(/^FROM /mu)
      .slice(-1);
    const [, major] = /^node:(\d+)/u.exec(last) ?? [];
    expect(Number(major)).toBeGreaterThanOrEqual(20);
    expect(last).toMatch(/^USER 10001:10001$/mu);
    expect(last).toContain('/readyz');
    expect(last).toMatch(/^CMD \["node", /mu); // a shell would swallow SIGTERM
    expect(last.indexOf('USER 10001')).toBeGreaterThan(last.lastIndexOf('\nRUN '));
  });

  it('copies into the image only what exists in a clone', () => {
    const copies = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+)$/gmu)].flatMap(([, list]) =>
      list.split(' ').slice(0, -1),
    );
    expect(copies.length).toBeGreaterThan(5);
    expect(copies.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('gives the server of the image every package it needs', () => {
    const copied = read('Dockerfile').match(/packages\/[\w-]+\/package\.json/gu) ?? [];
    const { dependencies } = JSON.parse(read('apps/server/package.json'));
    const own = Object.keys(dependencies).filter((name) => name.startsWith('@strideboard/'));
    expect(copied.map((path) => `@strideboard/${path.split('/')[1]}`).sort()).toEqual(own.sort());
  });

  it('runs read-only without privileges under compose and in Kubernetes', () => {
    const { strideboard } = yaml('apps/server/deploy/compose.yaml')[0].services;
    expect([strideboard.read_only, strideboard.cap_drop]).toEqual([true, ['ALL']]);
    const deployment = yaml('apps/server/deploy/kubernetes.yaml').find(({ kind }) => kind === 'Deployment');
    const { template, replicas, strategy } = deployment.spec;
    expect([replicas, strategy.type]).toEqual([1, 'Recreate']);
    const [container] = template.spec.containers;
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect([template.spec.securityContext.runAsNonRoot, template.spec.automountServiceAccountToken]).toEqual([
      true,
      false,
    ]);
    expect([container.livenessProbe.httpGet.path, container.readinessProbe.httpGet.path]).toEqual([
      '/healthz',
      '/readyz',
    ]);
  });

  it('is reached by the ingress controller alone and reaches nobody', () => {
    const policy = yaml('apps/server/deploy/kubernetes.yaml').find(({ kind }) => kind === 'NetworkPolicy');
    const deployment = yaml('apps/server/deploy/kubernetes.yaml').find(({ kind }) => kind === 'Deployment');
    expect(policy.spec.podSelector.matchLabels).toEqual(deployment.spec.template.metadata.labels);
    expect(policy.spec.policyTypes).toEqual(['Ingress', 'Egress']);
    expect(policy.spec.egress).toBeUndefined();
    expect(policy.spec.ingress.map(({ from, ports }) => [from.length, ports])).toEqual([[1, [{ port: 'http' }]]]);
  });

  it('names a version of the image, and keeps its backups on another volume than its data', () => {
    const objects = yaml('apps/server/deploy/kubernetes.yaml');
    const { spec } = objects.find(({ kind }) => kind === 'Deployment').spec.template;
    const [container] = spec.containers;
    const { version } = JSON.parse(read('package.json'));
    expect(container.image.split(':')[1]).toBe(version);
    const setting = (name) => container.env.find((each) => each.name === name)?.value;
    expect(Number(setting('STRIDEBOARD_BACKUP_EVERY'))).toBeGreaterThan(0);
    const volumeAt = (path) => {
      const { name } = container.volumeMounts.find(({ mountPath }) => mountPath === path);
      return spec.volumes.find((volume) => volume.name === name).persistentVolumeClaim.claimName;
    };
    const claims = [volumeAt('/data'), volumeAt(setting('STRIDEBOARD_BACKUP_FOLDER'))];
    expect(new Set(claims).size).toBe(2);
    const made = objects.filter(({ kind }) => kind === 'PersistentVolumeClaim').map(({ metadata }) => metadata.name);
    expect(made).toEqual(claims);
  });

  it('is left time to flush before it is ended', () => {
    const seconds = [
      /^TimeoutStopSec=(\d+)$/mu.exec(read('apps/server/deploy/strideboard.service'))?.[1],
      /stop_grace_period: (\d+)s/u.exec(read('apps/server/deploy/compose.yaml'))?.[1],
      /terminationGracePeriodSeconds: (\d+)/u.exec(read('apps/server/deploy/kubernetes.yaml'))?.[1],
    ].map(Number);
    for (const one of seconds) expect(one).toBeGreaterThan(10);
  });
});
