import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNative, writeNative } from '@strideboard/formats';
import { createPeers, createRandom } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';

/** Tests run from the root of the clone. */
const docs = join(process.cwd(), 'docs');
const models = readdirSync(docs, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.strideboard.json'));

/** What a file says but for who brought comments and log entries in, which each import settles anew. */
const withoutMessengers = (text: string): string => text.replaceAll(/, "via": "[^"]*"/gu, '');

describe('the models in docs', () => {
  it('are some', () => expect(models.length).toBeGreaterThanOrEqual(2));

  it.each(models)('%s opens as a board without a loss, and is written as it was', (name) => {
    const text = readFileSync(join(docs, name), 'utf8');
    const read = readNative(text);
    if (!read.ok) throw new Error(JSON.stringify(read));
    expect(read.losses).toEqual([]);
    const group = createPeers(createRandom(1), ['ada']);
    const [ada] = group.peers;
    expect(ada?.commands.importFirst(read.model)).toMatchObject({ ok: true });
    ada?.document.flush();
    const model = ada?.document.model() ?? read.model;
    expect(withoutMessengers(writeNative(model))).toBe(withoutMessengers(writeNative(read.model)));
    group.dispose();
  });
});
