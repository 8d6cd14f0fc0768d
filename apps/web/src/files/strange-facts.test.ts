import { templateList } from '@strideboard/kubernetes/templates';
import { english } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import { strangeFacts } from './strange-facts.ts';

describe('strange facts', () => {
  it.each(templateList.map(({ id, load }) => [id, load] as const))('are none in the template %s', async (_, load) => {
    expect(strangeFacts(await load(), english.reading)).toEqual([]);
  });
});
