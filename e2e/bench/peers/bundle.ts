/** Makes one script of a peer, as a page would load it. */
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

/** The code of a peer of this folder. */
export const bundlePeer = (name: string): Promise<string> => bundle(join(import.meta.dirname, `${name}.ts`));

/** One script of a module and everything it imports. */
export async function bundle(entry: string, ...plugins: readonly Plugin[]): Promise<string> {
  const result = await build({
    ...{ configFile: false, logLevel: 'error', root: import.meta.dirname, plugins: [...plugins] },
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.IS_PREACT': '"false"' },
    build: {
      ...{ write: false, minify: true, rolldownOptions: { output: { codeSplitting: false } } },
      lib: { entry, formats: ['iife'], name: 'peer' },
    },
  });
  const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  const chunk = outputs.find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`bundle: nothing came out of ${entry}`);
  return chunk.code;
}
