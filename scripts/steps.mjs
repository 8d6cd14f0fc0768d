/** Running the gate: steps in lanes, output shown only where something failed, one line a step. */
import { spawn } from 'node:child_process';
import { root, say } from './install.mjs';

/**
 * Runs one command and resolves with `{ name, ok, seconds, output }`. Output is collected and printed only on failure.
 */
export function runStep({ name, args, env = {}, cwd = root }) {
  const started = Date.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, FORCE_COLOR: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk) => {
      output = (output + chunk).slice(-400_000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => collect(String(error)));
    child.on('close', (code) => {
      const seconds = (Date.now() - started) / 1000;
      const ok = code === 0;
      say(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`);
      if (!ok) say(output.trimEnd());
      done({ name, ok, seconds, output });
    });
  });
}

/** Runs lanes side by side, the steps of a lane one after another; all steps run even when one fails. */
export async function runLanes(lanes) {
  const results = await Promise.all(
    lanes.map(async (steps) => {
      const done = [];
      for (const step of steps) done.push(await runStep(step));
      return done;
    }),
  );
  return results.flat();
}
