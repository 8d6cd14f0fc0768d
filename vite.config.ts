/**
 * One configuration: the web app, the server and the command line as build environments, and the test projects.
 * Content packs are YAML in packages/<pack>/pack; the plugin below turns them into validated JSON modules, so that a broken pack
 * stops the build with every problem listed and no YAML reader reaches the browser's first load.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type Plugin, runnerImport } from 'vite';
import { defineConfig } from 'vitest/config';
import type { TestSequencer, TestSpecification, Vitest } from 'vitest/node';
import type * as PacksRoom from './packages/packs/src/index.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
/** `npm run test:long` runs what takes too long for every change, and nothing else. */
const isLong = process.env['STRIDEBOARD_LONG'] === '1';
const serverUrl = process.env['STRIDEBOARD_DEV_SERVER'] ?? 'http://127.0.0.1:4748';

/** Starts the longest files first: laws over many seeds, and among them the sessions, so that no core waits for one at the end. */
class LawsFirst implements TestSequencer {
  readonly #usual: Promise<TestSequencer>;

  constructor(vitest: Vitest) {
    // Only tests need it; builds read this file too.
    this.#usual = import('vitest/node').then(({ BaseSequencer }) => new BaseSequencer(vitest));
  }

  async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await this.#usual).shard(files);
  }

  async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      moduleId.endsWith('/session.fuzz.test.ts') ? 0 : moduleId.endsWith('.fuzz.test.ts') ? 1 : 2;
    const sorted = await (await this.#usual).sort(files);
    return [...sorted].sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  plugins: [react(), contentPacks(), bareJspdf(), offlineShell()],
  root: resolve(root, 'apps/web'),
  cacheDir: resolve(root, 'node_modules/.vite'),
  server: {
    host: process.env['HOST'] ?? '127.0.0.1',
    port: Number(process.env['PORT'] ?? 4747),
    strictPort: true,
    proxy: {
      '/api': serverUrl,
      '/healthz': serverUrl,
      '/sync': { target: serverUrl, ws: true },
    },
  },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: resolve(root, 'dist/web'),
        emptyOutDir: true,
        manifest: true,
        target: 'es2022',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        reportCompressedSize: false,
      },
    },
    server: nodeBuild('server'),
    cli: nodeBuild('cli'),
  },
  worker: { format: 'es', plugins: () => [contentPacks(), bareJspdf()] },
  test: {
    root,
    sequence: { sequencer: LawsFirst },
    // Files share a worker, so that modules and a page are made once: no module here keeps state, and what a test replaces is put back.
    isolate: false,
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          root,
          environment: 'node',
          include: isLong
            ? ['apps/server/src/**/{kill-loop,*.long}.test.ts']
            : ['packages/**/*.test.ts', 'apps/{server,cli}/**/*.test.ts', 'scripts/**/*.test.mjs'],
          exclude: ['**/node_modules/**', ...(isLong ? [] : ['**/*.long.test.ts'])],
          // A batch of seeds of a law on a slow machine with something else beside it.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'web',
          root,
          environment: 'happy-dom',
          include: ['apps/web/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});

/** An environment that bundles one of our Node programs; only our own rooms are inlined, libraries stay in node_modules. */
function nodeBuild(app: 'server' | 'cli') {
  const threads = app === 'server' ? { worker: resolve(root, 'apps/server/src/jobs/worker.ts') } : {};
  return {
    consumer: 'server' as const,
    resolve: { noExternal: [/^@strideboard\//u] },
    build: {
      outDir: resolve(root, 'dist', app),
      emptyOutDir: true,
      ssr: true,
      copyPublicDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { input: { main: resolve(root, `apps/${app}/src/main.ts`), ...threads } },
    },
  };
}

/** Leaves out what jspdf fetches to turn web pages into PDF: our pages are laid out already, and nothing ever asks for it. */
function bareJspdf(): Plugin {
  const nothing = '\0nothing';
  return {
    name: 'strideboard-bare-jspdf',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id, importer = '') =>
      ['canvg', 'dompurify', 'html2canvas'].includes(id) && importer.includes('/jspdf/') ? nothing : null,
    load: (id) => (id === nothing ? 'export default null;' : null),
  };
}

/**
 * Serves `virtual:strideboard-pack/<pack>/board|drawing|judgement|blast|trees|coverage|templates|summaries|template/<id>` as JSON modules, and
 * `translation/<language>` and `template-names/<language>`.
 */
function contentPacks(): Plugin {
  const prefix = 'virtual:strideboard-pack/';
  const loaded = new Map<string, Promise<Content>>();
  return {
    name: 'strideboard-content-packs',
    resolveId(id) {
      return id.startsWith(prefix) ? `\0${id}` : null;
    },
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      const [pack = '', part = '', name = ''] = id.slice(prefix.length + 1).split('/');
      const folder = resolve(root, 'packages', pack, 'pack');
      for (const file of yamlFiles(folder)) this.addWatchFile(file);
      const reading = loaded.get(pack) ?? readPack(folder);
      loaded.set(pack, reading);
      const content = await reading;
      const { board, judgement, blast, trees, coverage, templates, summaries, translations } = content;
      const parts: Readonly<Record<string, unknown>> = {
        ...{ board, judgement, blast, trees, coverage, templates, summaries },
        drawing: drawingOf(board),
        template: templates.find(({ id }) => id === name),
        translation: withoutNames(translations[name]),
        'template-names': translations[name]?.templates,
      };
      const value = parts[part];
      if (value === undefined) this.error(`The pack ${pack} has no ${part} ${name}.`);
      // JSON.parse of a string literal starts faster than an object literal of this size.
      return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`, map: null };
    },
    watchChange() {
      loaded.clear();
    },
  };
}

/** Big and needed by few: the engine of automatic layout, what reads packs of one's own, what writes files, and the words of another language. */
const KEPT_LATER = /^\/assets\/(?:elk-worker|pack-worker|read-worker|export-worker|write-pdf|de-)/u;

/**
 * Writes `/sw.js`, the service worker with the list of all files of this build, and `/shell.json`, the list alone. A build of its own,
 * since a service worker is one classic script at a fixed address, and since it can only be made when everything else is written.
 */
function offlineShell(): Plugin {
  const worker = fileURLToPath(new URL('apps/web/src/offline/service-worker.ts', import.meta.url));
  return {
    name: 'strideboard-offline-shell',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    async writeBundle({ dir = '' }, bundle) {
      const entry = Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.isEntry)?.fileName;
      if (entry === undefined) this.error('The built page has no first script.');
      const built = readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile())
        .map((file) => join(file.parentPath, file.name))
        .filter((path) => !/\.vite\/|\.map$|sw\.js$|shell\.json$/u.test(relative(dir, path)))
        .sort();
      const content = createHash('sha256');
      for (const path of built) content.update(`${relative(dir, path)}\n`).update(readFileSync(path));
      const all = built.map((path) => `/${relative(dir, path)}`.replace(/^\/index\.html$/u, '/'));
      const files = all.filter((path) => !KEPT_LATER.test(path));
      const later = all.filter((path) => KEPT_LATER.test(path));
      const shell = { version: content.digest('hex').slice(0, 16), entry: `/${entry}`, files, later };
      writeFileSync(join(dir, 'shell.json'), JSON.stringify(files));
      await build({
        configFile: false,
        logLevel: 'warn',
        define: { STRIDEBOARD_SHELL: JSON.stringify(shell) },
        build: {
          outDir: dir,
          emptyOutDir: false,
          copyPublicDir: false,
          target: 'es2022',
          lib: { entry: worker, formats: ['iife'], name: 'strideboard', fileName: () => 'sw.js' },
        },
      });
    },
  };
}

/** What drawing and placing need: what things are called and how they look. Finding and asking bring the whole board part. */
function drawingOf(board: Content['board']): Content['board'] {
  const stencils = board.stencils.map(({ id, family, kind, label, short, icon }) => ({
    ...{ id, family, kind, label, icon },
    ...(short === undefined ? {} : { short }),
  }));
  const boundaries = board.boundaries.map(({ id, label, style, colour, icon }) => ({ id, label, style, colour, icon }));
  const none = { families: [], properties: [], groups: [], mechanisms: [], independenceGroups: [], layers: [] };
  return { ...board, ...none, stencils, boundaries };
}

/** What panels and rules say in a language: the start page has the names of templates alone, and named threats are on pages of the handbook. */
function withoutNames(translation: Content['translations'][string] | undefined) {
  if (translation === undefined) return undefined;
  const { templates: _templates, coverage: _coverage, ...texts } = translation;
  return texts;
}

type Packs = typeof PacksRoom;
type Content = Extract<ReturnType<Packs['loadPack']>, { ok: true }> & {
  readonly summaries: readonly ReturnType<Packs['summariseTemplate']>[];
};

async function readPack(folder: string): Promise<Content> {
  // Through Vite's own module runner: plain Node.js 20 cannot import TypeScript.
  const packs = await runnerImport<Packs>(resolve(root, 'packages/packs/src/index.ts'));
  const files = yamlFiles(folder).map((file) => ({ path: relative(folder, file), text: readFileSync(file, 'utf8') }));
  const result = packs.module.loadPack(files);
  if (!result.ok) {
    const lines = result.problems.map((problem) => `  ${JSON.stringify(problem)}`);
    throw new Error(`The content pack in ${relative(root, folder)} is broken:\n${lines.join('\n')}`);
  }
  const summaries = result.templates.map((template) => packs.module.summariseTemplate(template, result.board));
  return { ...result, summaries };
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}
