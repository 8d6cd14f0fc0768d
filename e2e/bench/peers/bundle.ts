/** Makes one script of a peer, as a page would load it. */
import { join } from 'node:path';
import { build } from 'vite';

/** The code of a peer of this folder. */
export async function bundlePeer(name: string): Promise<string> {
  const result = await build({
    ...{ configFile: false, logLevel: 'error', root: import.meta.dirname },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ...{ write: false, minify: true },
      lib: { entry: join(import.meta.dirname, `${name}.ts`), formats: ['iife'], name: 'peer' },
    },
  });
  const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  const chunk = outputs.find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`bundlePeer: nothing came out of ${name}`);
  return chunk.code;
}
