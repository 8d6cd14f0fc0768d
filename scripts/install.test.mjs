import { describe, expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

const locked = {
  '': { version: '0.1.0' },
  'packages/model': { version: '0.1.0' },
  'node_modules/@strideboard/model': { link: true },
  'node_modules/yjs': { version: '13.6.33' },
  'node_modules/tool-darwin-arm64': { version: '1.0.0', optional: true },
};

describe('what is installed', () => {
  it.each([
    [
      'every package in its version, but for those of other systems',
      { 'node_modules/yjs': { version: '13.6.33' } },
      true,
    ],
    ['a package in another version', { 'node_modules/yjs': { version: '13.6.0' } }, false],
    ['a package missing', {}, false],
  ])('%s', (_, installed, expected) => {
    expect(isInstalled(locked, installed)).toBe(expected);
  });
});
