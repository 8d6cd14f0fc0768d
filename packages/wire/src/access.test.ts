import { describe, expect, it } from 'vitest';
import { ACCESS, accessTo, isOwnKey, isRole, lockKeysFor, mayWriteKey, ROLES } from './access.ts';
import { ROOT_NAMES } from './roots.ts';

// The table of the document format, section "Roles", written out a second time so that a slip in the shared rows shows.
const expected: Record<string, string> = {
  comments: 'none own own all',
  cards: 'none own own all',
  votes: 'none own own own',
  people: 'none own own own',
  decisionLog: 'none none own own',
  threadState: 'none all all all',
  nodes: 'none none all all',
  edges: 'none none all all',
  text: 'none none all all',
  decisions: 'none none all all',
  standing: 'none none all all',
  manual: 'none none all all',
  controls: 'none none all all',
  applied: 'none none all all',
  mitigates: 'none none all all',
  records: 'none none all all',
  cardMarks: 'none none all all',
  trees: 'none none all all',
  treeNodes: 'none none all all',
  treeEdges: 'none none all all',
  diagrams: 'none none all all',
  meta: 'none none all all',
  workshop: 'none none none all',
  settings: 'none none none all',
  locks: 'none none none all',
};

describe('the role table', () => {
  it('lists every root exactly once', () => {
    expect(Object.keys(ACCESS).sort()).toEqual([...ROOT_NAMES].sort());
    expect(Object.keys(expected).sort()).toEqual([...ROOT_NAMES].sort());
  });

  it.each(ROOT_NAMES)('gives each role its access to %s', (root) => {
    expect(ROLES.map((role) => accessTo(root, role)).join(' ')).toBe(expected[root]);
  });

  it('closes unknown roots to everybody, inherited names of objects included', () => {
    for (const root of ['', 'Nodes', 'threats', 'constructor', '__proto__', 'toString']) {
      expect(ROLES.map((role) => accessTo(root, role))).toEqual(['none', 'none', 'none', 'none']);
    }
  });

  it('is frozen, rows included', () => {
    expect(Object.isFrozen(ACCESS)).toBe(true);
    expect(ROOT_NAMES.every((root) => Object.isFrozen(ACCESS[root]))).toBe(true);
  });
});

describe('own keys', () => {
  it('are those whose first segment is the whole principal', () => {
    expect(isOwnKey('alice|1', 'alice')).toBe(true);
    expect(isOwnKey('alice', 'alice')).toBe(false);
    expect(isOwnKey('alice2|1', 'alice')).toBe(false);
    expect(isOwnKey('bob|alice|1', 'alice')).toBe(false);
  });

  it('bound what a commenter may write', () => {
    const write = { role: 'comment', principal: 'alice', root: 'comments' } as const;
    expect(mayWriteKey({ ...write, key: 'alice|m1' })).toBe(true);
    expect(mayWriteKey({ ...write, key: 'bob|m1' })).toBe(false);
    expect(mayWriteKey({ ...write, role: 'facilitate', key: 'bob|m1' })).toBe(true);
  });
});

describe('locked keys', () => {
  it('name the lock of an element, of a flow, and both for a text', () => {
    expect(lockKeysFor('nodes', 'n1')).toEqual(['nodes|n1']);
    expect(lockKeysFor('edges', 'e1')).toEqual(['edges|e1']);
    expect(lockKeysFor('text', 'n1|notes')).toEqual(['nodes|n1', 'edges|n1']);
    expect(lockKeysFor('decisions', 'n1|state')).toEqual([]);
  });
});

describe('isRole', () => {
  it('knows the four roles and nothing else', () => {
    expect(ROLES.every(isRole)).toBe(true);
    expect([null, 3, 'admin', 'Edit', ''].some(isRole)).toBe(false);
  });
});
