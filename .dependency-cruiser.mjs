/** Turns the arrow table into dependency-cruiser rules. The table itself is data: .arrows.json. */
import { readFileSync } from 'node:fs';

const { rooms, libraries, features } = JSON.parse(readFileSync(new URL('.arrows.json', import.meta.url), 'utf8'));
const ours = '^(?:apps|packages)/';
const folderOf = (room) => `${['web', 'server', 'cli'].includes(room) ? 'apps' : 'packages'}/${room}`;
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
const isTest = '\\.test\\.tsx?$|/bench/|/testing/';

const roomRules = Object.entries(rooms).map(([room, { may }]) => ({
  name: `${room}-may-import-only-${may.join('-') || 'nothing'}`,
  comment: `The plan of the house: ${room} may import ${may.join(', ') || 'no other room'}.`,
  severity: 'error',
  from: { path: `^${folderOf(room)}/`, pathNot: isTest },
  to: { path: `${ours}(?!${[room, ...may].join('/|')}/)` },
}));

const testRules = Object.entries(rooms).map(([room, { may, tests = [] }]) => ({
  name: `${room}-tests-may-import-only-${[...may, ...tests].join('-')}-testkit`,
  comment: 'Tests may also use the testkit, and through it what it stands on.',
  severity: 'error',
  from: { path: `^${folderOf(room)}/.*(?:${isTest})` },
  to: { path: `${ours}(?!${[room, ...may, ...tests, 'testkit'].join('/|')}/)` },
}));

const rulesOfLibraries = Object.entries(rooms).map(([room, { uses }]) => ({
  name: `${room}-uses-only-its-libraries`,
  comment: `Outside libraries of ${room}: ${uses.join(', ') || 'none'}. Add one to .arrows.json together with a decision record.`,
  severity: 'error',
  from: { path: `^${folderOf(room)}/`, pathNot: isTest },
  to: {
    path: 'node_modules/',
    pathNot: [
      ...uses.map((name) => `node_modules/${escape(name)}/`),
      ...(libraries.everywhere ?? []).map((name) => `node_modules/${escape(name)}/`),
    ],
  },
}));

const featureRules = features.map((feature) => ({
  name: `web-feature-${feature}-stands-alone`,
  comment:
    'Features of the web app do not import each other; they meet in room, session and analysis, and App.tsx composes them.',
  severity: 'error',
  from: { path: `^apps/web/src/${feature}/` },
  to: { path: `^apps/web/src/(?:${features.filter((other) => other !== feature).join('|')})/` },
}));

export default {
  forbidden: [
    ...roomRules,
    ...testRules,
    ...rulesOfLibraries,
    ...featureRules,
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
    {
      name: 'e2e-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: ours },
    },
    {
      name: 'testkit-only-in-tests',
      severity: 'error',
      from: { path: ours, pathNot: [isTest, '^packages/testkit/'] },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'nobody-inside-uses-the-street-door',
      severity: 'error',
      from: { path: '^(?:apps|packages)/([^/]+)/src/', pathNot: [isTest] },
      to: { path: '^(?:apps|packages)/$1/src/index\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.tsc|test-results)/|^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
    progress: { type: 'none' },
  },
};
