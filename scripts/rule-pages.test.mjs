/** The pages of docs/rules are those that the pack gives. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgement } from '../packages/kubernetes/src/judgement.ts';
import { root } from './install.mjs';
import { readPack } from './read-pack.mjs';
import { rulePages } from './rule-pages.mjs';

const folder = join(root, 'docs', 'rules');
const pages = rulePages(await readPack('kubernetes'));

describe('docs/rules', () => {
  it('holds one page a family, the coverage and the list, and nothing else', () => {
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
    expect(pages.size).toBe(judgement.families.length + 2);
  });

  it.each([...pages.keys()])('%s is up to date; npm run docs:rules writes it anew', (name) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(pages.get(name));
  });

  it('tells of every rule its condition, its examples and the mark of every source that nobody checked', () => {
    const text = [...pages.values()].join('\n');
    for (const rule of judgement.rules) expect(text).toContain(`\n## ${rule.id}\n`);
    const unreviewed = judgement.rules.flatMap(({ references }) => references.filter(({ checked }) => !checked));
    expect(text.split(' _unreviewed_').length - 1).toBe(unreviewed.length);
    const examples = judgement.rules.flatMap((rule) => rule.examples);
    expect(text.match(/^- (?:Fires|Stays quiet): /gmu)).toHaveLength(examples.length);
  });

  it('leads to a rule or an exclusion from every named threat', () => {
    const anchors = new Set(
      [...pages.values()].flatMap((page) => [...page.matchAll(/^#{2,3} (\S+)$/gmu)].map(([, id]) => id.toLowerCase())),
    );
    const links = [...(pages.get('coverage.md') ?? '').matchAll(/\]\([^)]*#([^)]+)\)/gu)].map(([, anchor]) => anchor);
    expect(links.length).toBeGreaterThan(200);
    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
  });
});
