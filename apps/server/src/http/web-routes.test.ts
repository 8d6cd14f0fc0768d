import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

describe('the web app', () => {
  let folder: string;
  let web: TestServer;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'strideboard-web-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Board</title>');
    writeFileSync(join(folder, 'assets', 'main-abc123.js'), 'export {};');
    writeFileSync(join(folder, 'sw.js'), 'self.onfetch = null;');
    writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(join(folder, '.secret'), 'no');
    web = await startTestServer({ webFolder: folder });
  });
  afterEach(async () => {
    await web.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is one page for the start and every board, checked each time', async () => {
    for (const path of ['/', `/r/${'a'.repeat(22)}`]) {
      const page = await web.request(path);
      expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-cache',
      ]);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(await page.text()).toContain('Board');
    }
  });

  it('has assets for a year and other files checked each time', async () => {
    const asset = await web.request('/assets/main-abc123.js');
    expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(asset.headers.get('content-type')).toContain('javascript');
    expect((await web.request('/icon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/assets/none.js', '/.secret', '/..%2f..%2fetc%2fpasswd', '/assets/', '/r/a/b'])(
    'does not serve %s',
    async (path) => {
      const response = await web.request(path);
      expect(response.status === 404 || response.status === 403 || response.status === 400).toBe(true);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    },
  );

  it('has its service worker at the root, checked each time, under a policy that lets it run and nothing wider', async () => {
    const worker = await web.request('/sw.js');
    expect([worker.status, worker.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(worker.headers.get('content-type')).toContain('javascript');
    for (const answer of [worker, await web.request('/')]) {
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("worker-src 'self';");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|\*/);
    }
  });

  it('that is not built says what to do', async () => {
    const bare = await startTestServer();
    const response = await bare.request('/');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
    expect((await bare.request('/sw.js')).status).toBe(404);
    await bare.dispose();
  });
});
