import { describe, expect, it } from 'vitest';
import { startProblem } from './start-problem.ts';

const config = { host: '127.0.0.1', port: 4747, dataFolder: '/srv/board' };
const failure = (code: string, extra: object = {}) => Object.assign(new Error('low-level words'), { code, ...extra });

describe('startProblem', () => {
  it.each([
    [failure('ENOSPC'), 'is full: free some space'],
    [failure('SQLITE_FULL'), 'is full: free some space'],
    [failure('EROFS'), 'cannot be written'],
    [failure('EACCES', { syscall: 'open' }), 'change its owner or rights'],
    [failure('EACCES', { syscall: 'listen' }), 'above 1023'],
    [failure('ERR_DLOPEN_FAILED'), 'npm rebuild better-sqlite3'],
    [new Error('Could not locate the bindings file. Tried: …'), 'npm rebuild better-sqlite3'],
    [failure('SQLITE_BUSY'), 'Another program uses'],
  ])('turns %o into one sentence that says what to do', (error, words) => {
    const sentence = startProblem(error, config) ?? '';
    expect(sentence).toContain(words);
    expect(sentence).not.toContain('low-level words');
    expect(sentence).toMatch(/^[^\n]*\.$/);
  });

  it('does not pretend to know an unknown error', () => {
    expect(startProblem(new Error('surprise'), config)).toBeNull();
    expect(startProblem('text', config)).toBeNull();
  });
});
