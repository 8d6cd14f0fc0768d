#!/usr/bin/env node
/**
 * `npm run teeth [SEEDS] [NAME]`: law 16 of the document. Takes one safeguard after another out of the code (or those whose name or file
 * holds NAME), as it is read by the tests, and demands that the laws then fail. A safeguard that can go without anybody noticing, or whose words are not in its file any more, fails.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { binOf, ensureInstalled, root, runMain, say } from './install.mjs';

/** What is taken out: `find` becomes `replace` in `file`; `tests` are expected to notice. */
const SAFEGUARDS = [
  {
    name: 'parent cycles are cut',
    file: 'packages/model/src/assemble.ts',
    find: 'if (smallest !== undefined) parents.set(smallest, null);',
    replace: '',
    tests: ['laws/session', 'laws/law-02'],
  },
  {
    name: 'children of deleted boundaries are lifted',
    file: 'packages/model/src/assemble.ts',
    find: 'const parent = holderOf(id);',
    replace: 'const parent = element.parent;',
    tests: ['laws/session'],
  },
  {
    name: 'a deletion that lifts rewrites bends',
    file: 'packages/document/src/commands/delete.ts',
    find: 'liftRoutes(gesture, going)',
    replace: 'null',
    tests: ['laws/law-07'],
  },
  {
    name: 'undo asks whether the value is still mine',
    file: 'packages/document/src/reversal.ts',
    find: 'if (!isMine(writerOf(roots, part)) || !equalValues(currentValue(roots, part), expected)) return null;',
    replace: '',
    tests: ['laws/session'],
  },
  {
    name: 'undo hides nothing that others use or changed',
    file: 'packages/document/src/reversal.ts',
    find: 'if (!isUsed(part)) continue;',
    replace: 'if (part.id !== null) continue;',
    tests: ['packages/document/src/history', 'packages/document/src/register-undo', 'laws/session'],
  },
  {
    name: 'undo makes no cycles',
    file: 'packages/document/src/reversal.ts',
    find: '...cycleMakers(request.roots, planned), ',
    replace: '',
    tests: ['packages/document/src/history', 'laws/law-04'],
  },
  {
    name: 'a journal leaves alone what others wrote since',
    file: 'packages/document/src/journal.ts',
    find: 'if (equalValues(current, before)) return true;',
    replace: 'if (id !== undefined) return true;',
    tests: ['packages/document/src/journal', 'laws/law-15'],
  },
  {
    name: 'a journal knows what was stored',
    file: 'packages/document/src/journal.ts',
    find: 'isStored(document.doc, gesture)',
    replace: 'false',
    tests: ['packages/document/src/journal', 'laws/law-15'],
  },
  {
    name: 'a gesture is one transaction',
    file: 'packages/document/src/gesture.ts',
    find: 'applyCreations(roots, creations);\n    applyWrites(roots, writes);\n    for (const { effect } of plan.effects) effect();\n    for (const { shared, change } of plan.texts) applyChange(shared, change);\n  }, history);',
    replace:
      'applyCreations(roots, creations);\n  }, history);\n  document.doc.transact(() => { applyWrites(roots, writes); for (const { effect } of plan.effects) effect(); for (const { shared, change } of plan.texts) applyChange(shared, change); }, history);',
    tests: ['laws/session'],
  },
  {
    name: 'the own-key check of the server',
    file: 'apps/server/src/firewall/vet.ts',
    find: "if (access === 'own' && !isOwnKey(place.key, writer.principal)) return forbid('the key belongs to somebody else');",
    replace: '',
    tests: ['apps/server/src/firewall'],
  },
  {
    name: 'roles of the client',
    file: 'packages/document/src/writes.ts',
    find: 'roots[key.root] === null || !mayWriteKey({ ...author, ...key })',
    replace: 'roots[key.root] === null',
    tests: ['packages/document/src/roles'],
  },
  {
    name: 'who looked at what follows from a change is told',
    file: 'packages/stride/src/spread.ts',
    find: '    reach(observers, property);\n',
    replace: '',
    tests: ['packages/stride/src/spread'],
  },
  {
    name: 'who waits for an answer is told of it',
    file: 'packages/stride/src/rounds.ts',
    find: 'for (const { subject, property } of missing) dependencies.fact(subject, property);',
    replace: '',
    tests: ['packages/stride/src/incremental'],
  },
  {
    name: 'problems met before are looked for again',
    file: 'packages/stride/src/analyser.ts',
    find: "hadProblems ? 'all' : names",
    replace: 'names',
    tests: ['packages/stride/src/spread'],
  },
  {
    name: 'whoever reads an answer hears of its problems',
    file: 'packages/stride/src/facts/create-world.ts',
    find: 'if (answer.problems !== null) answer.problems.forEach(tell);',
    replace: '',
    tests: ['packages/stride/src/analyse'],
  },
  {
    name: 'what can be asked is looked up anew where a subject is another',
    file: 'packages/stride/src/analyser.ts',
    find: "for (const [id, names] of facts) if (names === 'all') questions.forget(id);",
    replace: '',
    tests: ['packages/stride/src/incremental'],
  },
  {
    name: 'what follows from others is not read as if it were stated alone',
    file: 'packages/stride/src/facts/readings.ts',
    find: '!followsFromOthers(subject, property)',
    replace: 'true',
    tests: ['packages/stride/src/condition/decide'],
  },
  {
    name: 'a value that does not fit is not read as said',
    file: 'packages/stride/src/facts/read.ts',
    find: 'return isFit(stated, reading) ? stated : null;',
    replace: 'return stated;',
    tests: ['packages/stride/src/condition/decide'],
  },
  {
    name: 'what a pod takes up is not read past it',
    file: 'packages/stride/src/facts/read.ts',
    find: 'hostFor(world, subject, reading) === null ? undefined : null',
    replace: 'hostFor(world, subject, reading) === null ? undefined : undefined',
    tests: ['packages/stride/src/condition/decide'],
  },
  {
    name: 'the checklist is looked at again for what its letters hang on',
    file: 'packages/stride/src/rounds.ts',
    find: '...letters.flatMap(({ condition }) => [...(condition?.names ?? [])]),',
    replace: '',
    tests: ['packages/stride/src/spread'],
  },
];

/** Whether a test failed, or began and never came to its end. A run that found no test noticed nothing. */
function hasFailure(report) {
  if (!existsSync(report)) return false;
  const { numTotalTests, numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  return numFailedTests > 0 || numPassedTests + numPendingTests < numTotalTests;
}

/** Runs the tests without one safeguard; resolves with whether they noticed. */
function isNoticed({ name, file, find, replace, tests }, seeds) {
  const config = join(root, 'scripts', 'teeth.vitest.mjs');
  const report = join(root, 'test-results', 'teeth', `${name.replaceAll(' ', '-')}.json`);
  mkdirSync(join(root, 'test-results', 'teeth'), { recursive: true });
  rmSync(report, { force: true });
  const child = spawn(
    process.execPath,
    [
      binOf('vitest'),
      'run',
      '--config',
      config,
      '--maxWorkers=1',
      '--bail=1',
      '--reporter=json',
      `--outputFile=${report}`,
      ...tests,
    ],
    {
      cwd: root,
      stdio: 'ignore',
      env: {
        ...process.env,
        STRIDEBOARD_FUZZ_SEEDS: String(seeds),
        STRIDEBOARD_SAFEGUARD: JSON.stringify({ file, find, replace }),
      },
    },
  );
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', () => done(hasFailure(report)));
  });
}

/** Takes out each, as many at a time as there are cores; gives how many were noticed and the sentences about those that were not. */
export async function runTeeth(seeds, wanted = '') {
  const problems = [];
  const chosen = SAFEGUARDS.filter(({ name, file }) => name.includes(wanted) || file.includes(wanted));
  const waiting = [...chosen];
  const work = async () => {
    for (let safeguard = waiting.shift(); safeguard !== undefined; safeguard = waiting.shift()) {
      const { name, file, find } = safeguard;
      if (!readFileSync(join(root, file), 'utf8').includes(find))
        problems.push(`${name}: its words are not in ${file}`);
      else if (!(await isNoticed(safeguard, seeds)))
        problems.push(`${name}: taken out, and no law failed over ${seeds} seeds`);
      else say(`noticed: ${name}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return { noticed: chosen.length - problems.length, problems };
}

if (process.argv[1] === join(root, 'scripts', 'teeth.mjs')) {
  await runMain(async () => {
    ensureInstalled();
    const words = process.argv.slice(2);
    const seeds = words.find((word) => /^\d+$/u.test(word)) ?? 100;
    const { noticed, problems } = await runTeeth(
      Number(seeds),
      words.find((word) => word !== seeds),
    );
    for (const problem of problems) say(problem);
    say(`Safeguards: ${noticed} noticed, ${problems.length} not`);
    return problems.length === 0 ? 0 : 1;
  });
}
