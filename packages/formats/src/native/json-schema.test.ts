import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { describe, expect, it } from 'vitest';
import { fileSchema } from './file-schema.ts';

const path = new URL('../../../../docs/schema/strideboard-model.schema.json', import.meta.url);

/** The published schema; readers in other languages may add fields, so unknown ones are allowed and listed as losses on reading. */
function publishedSchema(): string {
  const schema = toJsonSchema(fileSchema, { target: 'draft-2020-12', ignoreActions: ['finite'] });
  const { $schema, ...rest } = schema;
  return `${JSON.stringify({ $schema, title: 'Strideboard model', description: 'A threat model as Strideboard writes it: meaning first, places on the canvas in "layout". What is absent has its default.', ...rest }, null, 2)}\n`;
}

describe('the published JSON Schema', () => {
  it('says what the reader accepts; STRIDEBOARD_WRITE_SCHEMA=1 writes it anew', () => {
    if (process.env['STRIDEBOARD_WRITE_SCHEMA'] === '1') {
      mkdirSync(new URL('.', path), { recursive: true });
      writeFileSync(path, publishedSchema());
    }
    expect(readFileSync(path, 'utf8')).toBe(publishedSchema());
  });
});
