/** The tests of the rooms, with one safeguard taken out of the code as they read it; nothing on disk changes. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const { file, find, replace } = JSON.parse(process.env['STRIDEBOARD_SAFEGUARD'] ?? '{}');

export default defineConfig({
  root,
  plugins: [
    {
      name: 'strideboard-without-a-safeguard',
      enforce: 'pre',
      transform: (code, id) =>
        id.endsWith(`/${file}`) && code.includes(find) ? code.replace(find, () => replace) : null,
    },
  ],
  test: {
    root,
    environment: 'node',
    include: ['packages/**/*.test.ts', 'apps/server/**/*.test.ts'],
    testTimeout: 60_000,
    isolate: false,
  },
});
