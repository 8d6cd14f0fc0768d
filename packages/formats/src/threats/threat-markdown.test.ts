import type { Model } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decided, judgedInput } from '../testing/judged-input.ts';
import { escapeMarkdown, writeThreatMarkdown } from './threat-markdown.ts';

describe('the threat list as Markdown', () => {
  it('groups threats by what they are about and shows decisions with their reason', () => {
    const model = buildModel({
      meta: { title: 'Payments' },
      elements: [
        { id: 'api', type: 'cp.apiserver', label: 'API *main*', properties: { anonymous: true } },
        { id: 'second', type: 'cp.apiserver' },
      ],
      decisions: {
        'R-1~api': decided({ state: 'accepted', fields: { why: 'lab only', owner: 'Ana' } }),
        'R-9~gone': decided({ state: 'mitigated' }),
      },
    });
    expect(writeThreatMarkdown(judgedInput(model)).text).toBe(`# Threats: Payments

0 critical, 0 high, 0 medium, 1 low open · 1 decided · 0 out of scope

1 question is open. Unknown is not safe: more threats may come out of its answer.

## API \\*main\\*

API server

- **▲ Critical** · R-1 · Spoofing, Elevation of privilege: **Anyone can talk to API \\*main\\***
  - State: Accepted
  - Why: lab only
  - Owner: Ana
  - Requests without a name are accepted.
  - Because: API \\*main\\*, Anonymous access: Yes
  - What helps: Switch anonymous access off
  - Sources: cis-1.12 1.2.1

## The whole model

- **○ Low** · R-3 · Repudiation: **Nobody looks at the whole**
  - State: Open
  - It is a test.

## STRIDE coverage

0 with open threats · 2 waiting for answers · 2 answered · 2 that no rule looks at

| Element or flow | S | T | R | I | D | E |
| --- | :-: | :-: | :-: | :-: | :-: | :-: |
| API \\*main\\* | ✓ |  |  |  | – | ✓ |
| API server | ? |  |  |  | – | ? |

◆ open threats, ? open questions, ✓ answered or decided, – no rule looks at it, blank: does not apply.

## Threats not considered

No rule looks for these; silence about them is no answer.

- **Deceiving people**: No drawing shows it.

## Decisions whose threat no longer arises

- R-9\\~gone: Mitigated
  - No rule judges this any more.
`);
  });

  it('lists standing decisions with how many threats inherit each, those that apply no longer too, and hides no threat', () => {
    const stands = {
      scope: 'model',
      state: 'accepted',
      why: 'lab *only*',
      owner: 'Ana',
      until: '',
      created: null,
      ended: null,
    } as const;
    const drawn = buildModel({
      elements: [
        { id: 'cluster', kind: 'boundary', type: 'tb.cluster', label: 'prod' },
        { id: 'a', type: 'cp.apiserver', parent: 'cluster', properties: { anonymous: true } },
        { id: 'b', type: 'cp.apiserver', properties: { anonymous: true } },
      ],
    });
    const model: Model = {
      ...drawn,
      standing: [
        { ...stands, id: 's1', rule: 'R-1', created: { by: 'bo', at: 1_893_542_400_000 } },
        { ...stands, id: 's2', rule: 'R-2', scope: 'cluster', until: '2029-12-31' },
        { ...stands, id: 's3', rule: 'R-3', scope: 'tag:old', ended: { by: 'bo', at: 1, why: 'the lab is gone' } },
      ],
    };
    const { text } = writeThreatMarkdown(judgedInput(model));
    expect(text).toContain('2 threats are decided by standing decisions.');
    expect(text).toContain('0 critical, 0 high, 0 medium, 1 low open · 2 decided · 0 out of scope');
    expect(
      text.match(/State: Accepted \(by a standing decision\)\n {2}- Why: lab \\\*only\\\*\n {2}- Owner: Ana/gu),
    ).toHaveLength(2);
    expect(text).toContain(`## Standing decisions

- R-1: Accepted, everywhere. 2 threats inherit it.
  - Why: lab \\*only\\*
  - Owner: Ana
- R-2: Accepted, inside prod. Expired on 2029-12-31: it applies to nothing any more.
  - Why: lab \\*only\\*
  - Owner: Ana
- R-3: Accepted, tagged “old”.
  - Why: lab \\*only\\*
  - Owner: Ana
  - Ended: the lab is gone
`);
  });

  it('names what nobody judges: out of scope, agreed exclusions, and what the pack leaves out', () => {
    const drawn = buildModel({
      elements: [
        { id: 'a', type: 'cp.apiserver', outOfScope: 'another *team*' },
        { id: 'b', type: 'cp.etcd', kind: 'store', outOfScope: '' },
      ],
    });
    const record = {
      id: 'x',
      kind: 'exclusion',
      title: 'Laptops',
      state: 'holds',
      about: [],
      owner: '',
      due: '',
    } as const;
    const rest = {
      created: null,
      agreed: null,
      replaces: null,
      importedFrom: null,
      z: 'a0',
      text: 'IT looks after them.',
    };
    const { text } = writeThreatMarkdown(judgedInput({ ...drawn, records: [{ ...record, ...rest }] }));
    expect(text).toContain(`## Out of scope

- API server: another \\*team\\*
- etcd: no reason given
- Laptops: IT looks after them.

## Threats not considered

No rule looks for these; silence about them is no answer.

- **Deceiving people**: No drawing shows it.
`);
  });

  it('says that a threat is open again because an assumption is broken, and counts it as open', () => {
    const assumption = {
      id: 'r',
      kind: 'assumption',
      title: 'Only staff reach the API',
      state: 'broken',
      about: ['R-1~a'],
      owner: '',
      due: '',
      created: null,
      agreed: null,
      replaces: null,
      importedFrom: null,
      z: 'a0',
      text: '',
    } as const;
    const model = buildModel({
      elements: [{ id: 'a', type: 'cp.apiserver', properties: { anonymous: true } }],
      decisions: { 'R-1~a': decided({ state: 'mitigated' }) },
      register: { records: [assumption] },
    });
    const { text } = writeThreatMarkdown(judgedInput(model));
    expect(text).toContain('State: Mitigated (open again: the assumption “Only staff reach the API” is broken)');
    expect(text).toContain('1 critical, 0 high, 0 medium, 1 low open · 0 decided · 0 out of scope');
  });

  it('says that a decision has to be confirmed when the facts have changed, and what is out of scope', () => {
    const model = buildModel({
      elements: [
        { id: 'a', type: 'cp.apiserver', properties: { anonymous: true } },
        { id: 'b', type: 'cp.apiserver', properties: { anonymous: true }, outOfScope: 'another team' },
      ],
      decisions: { 'R-1~a': decided({ state: 'mitigated', basis: 'other facts' }) },
    });
    const { text } = writeThreatMarkdown(judgedInput(model));
    expect(text).toContain('State: Mitigated (confirm again: the facts have changed)');
    expect(text).toContain('State: Open (Out of scope)');
    expect(text).toContain('## Out of scope\n\n- API server: another team\n');
    expect(text).toContain('1 critical, 0 high, 0 medium, 1 low open · 0 decided · 1 out of scope');
  });
});

describe('escapeMarkdown', () => {
  it.each([
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['![x](javascript:alert(1))', '!\\[x\\](javascript:alert(1))'],
    ['a\n# heading', 'a \\# heading'],
    ['1. item', '1\\. item'],
    ['see https://x.example and www.x.example', 'see https&#58;//x.example and www&#46;x.example'],
    ['@team &lt;', '&#64;team &amp;lt;'],
  ])('shows %j as it is', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('leaves no line break and no bare special character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/[\n\r\u2028\u2029@]/u);
        expect(escaped.replace(/\\[\s\S]/gu, '')).not.toMatch(/[`*_{}[\]<>|~$\\]/u);
      }),
    );
  });
});
