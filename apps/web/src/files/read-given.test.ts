import { english } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import { readGiven } from './read-given.ts';

const given = (name: string, content: string | Uint8Array<ArrayBuffer>) => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});
const read = (...files: readonly ReturnType<typeof given>[]) =>
  readGiven({ wanted: 'board', files, at: 1_000, namespace: '' }, english);
const reasons = (...files: readonly ReturnType<typeof given>[]): string => {
  const reply = read(...files);
  return reply.ok ? '' : reply.reasons.join(' ');
};

const node = (id: string) =>
  `<e><Value i:type="StencilEllipse"><GenericTypeId>GE.P</GenericTypeId><Guid>${id}</Guid><Properties/><TypeId>GE.P</TypeId><Left>1</Left><Top>2</Top><Width>30</Width><Height>40</Height></Value></e>`;
const tm7 = (base = '') =>
  `<ThreatModel xmlns:i="i"><DrawingSurfaceList><DrawingSurfaceModel><Guid>s</Guid><Borders>${node('a')}</Borders><Lines/></DrawingSurfaceModel></DrawingSurfaceList>${base}</ThreatModel>`;
const template = `<KnowledgeBase><Manifest><Id>t</Id><Name>Mine</Name><Version>1</Version></Manifest><GenericElements><ElementType><Id>GE.P</Id><Name>Process</Name><ParentId>ROOT</ParentId><Representation>Ellipse</Representation></ElementType></GenericElements></KnowledgeBase>`;
const pod = (name: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name} }\nspec: { containers: [{ name: c }] }\n`;

describe('readGiven', () => {
  it('reads a model of the Microsoft tool by its content, whatever it is called, with its template beside it', () => {
    expect(read(given('model.json', tm7(template)))).toMatchObject({
      ok: true,
      isPlaced: true,
      model: { elements: [{ id: 'a', kind: 'process', x: 1, y: 2 }], settings: { packs: [['tmt-mine', '1']] } },
      template: { id: 'tmt-mine', version: '1', title: 'Mine' },
    });
    expect(read(given('model.tm7', tm7()))).toMatchObject({ ok: true, template: null });
  });

  it('reads several Kubernetes files as one model without places, and says what is not drawn', () => {
    const crd = 'apiVersion: example.org/v1\nkind: Widget\nmetadata: { name: w }\n';
    const reply = read(
      given('a.yaml', pod('a')),
      given('b.yaml', pod('b')),
      given('notes.yaml', '# nothing'),
      given('c.yaml', crd),
    );
    expect(reply).toMatchObject({ ok: true, isPlaced: false });
    const model = reply.ok && reply.wanted === 'board' ? reply.model : null;
    expect(model?.elements.map(({ label }) => label)).toEqual(expect.arrayContaining(['a', 'b']));
    expect(reply.ok ? reply.changes : []).toContain('1 Widget was not read: nothing is drawn from it.');
  });

  it('asks where objects are installed that name no namespace, and joins their rights once it is said', () => {
    const binding = `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: b }\nroleRef: { kind: ClusterRole, name: cluster-admin }\nsubjects: [{ kind: ServiceAccount, name: default, namespace: shop }]\n`;
    const files = [given('a.yaml', `${pod('a')}---\n${binding}`)];
    const open = readGiven({ wanted: 'board', files, at: 0, namespace: '' }, english);
    expect(open).toMatchObject({ ok: true, asksNamespace: true });
    const said = readGiven({ wanted: 'board', files, at: 0, namespace: 'shop' }, english);
    expect(said).toMatchObject({ ok: true, asksNamespace: false, changes: [] });
  });

  it('names the line of what is no YAML yet', () => {
    const text = `${pod('a')}---\napiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Values.name }}\n`;
    const reply = read(given('chart.yaml', text));
    expect(reply.ok ? reply.changes : []).toEqual([expect.stringMatching(/^chart\.yaml:\d+: This is a template/u)]);
    expect(reasons(given('only.yaml', text.slice(text.indexOf('---'))))).toMatch(/only\.yaml:\d+: This is a template/u);
  });

  it.each([
    ['model.tm7', '<!DOCTYPE a><ThreatModel/>', 'DOCTYPE'],
    ['model.json', 'PK\u0003\u0004', 'ZIP'],
    ['model.tb7', '<KnowledgeBase/>', 'Packs of this board'],
    ['model.json', '', 'empty'],
    ['model.json', '{"format":"strideboard","schema":1', 'line 1, column'],
    ['letter.txt', 'Dear Sir or Madam', 'none of the files'],
    ['page.html', '<!doctype html><p>x', 'HTML'],
    ['bom.json', '{"bomFormat":"CycloneDX"}', 'CycloneDX'],
  ])('says in a sentence why %s with %j cannot be opened', (name, text, word) => {
    expect(reasons(given(name, text))).toContain(word);
  });

  it('refuses files together that are not of one kind, by name', () => {
    expect(reasons(given('a.yaml', pod('a')), given('model.tm7', tm7()))).toContain('model.tm7');
    expect(reasons(given('a.txt', 'prose'), given('b.txt', 'prose'))).toContain('a.txt');
    expect(reasons(given('a.yaml', pod('a')), given('b.yaml', new Uint8Array([0x61, 0xff])))).toMatch(/b\.yaml/u);
  });

  it('names what a change is about by its name, not only by its id', () => {
    const file = {
      format: 'strideboard',
      schema: 1,
      elements: [{ id: 'a1b2c3', kind: 'process', type: '', label: 'Ledger', memberOf: ['nowhere'] }],
      layout: { elements: [{ id: 'a1b2c3', at: [0, 0], size: [-5, 20] }] },
    };
    const reply = read(given('m.json', JSON.stringify(file)));
    const changes = reply.ok ? reply.changes : reply.reasons;
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) expect(change).toContain('“Ledger”');
  });

  it('keeps stencils, properties and values that nobody knows here, and says so once for each', () => {
    const element = (id: string, more: object) => ({ id, kind: 'process', type: 'wl.pod', label: id, ...more });
    const file = {
      format: 'strideboard',
      schema: 1,
      elements: [
        element('first', { type: 'acme:vault', properties: { nobodyKnows: 'x', privileged: 'maybe' } }),
        element('second', { type: 'acme:vault', properties: { nobodyKnows: ['y'], privileged: true } }),
      ],
    };
    const reply = read(given('m.json', JSON.stringify(file)));
    expect(reply).toMatchObject({ ok: true, model: { elements: [file.elements[0], file.elements[1]] } });
    expect(reply.ok ? reply.changes : []).toEqual([
      expect.stringMatching(/stencil acme:vault: 2 things \(“first”, “second”\)/u),
      expect.stringMatching(/property nobodyKnows: .*2 things/u),
      expect.stringMatching(/privileged of “first” is "maybe" where yes or no belongs/u),
    ]);
    const named = { ...file, settings: { packs: [['acme', '1']] } };
    const silent = read(given('m.json', JSON.stringify(named)));
    expect(silent.ok ? silent.changes : []).toEqual([expect.stringMatching(/privileged of “first”/u)]);
  });

  it('finds the template in a model and in a file of its own', () => {
    for (const text of [template, tm7(template)]) {
      const reply = readGiven({ wanted: 'template', files: [given('x', text)], at: 0, namespace: '' }, english);
      expect(reply).toMatchObject({ ok: true, template: { id: 'tmt-mine' } });
    }
    expect(readGiven({ wanted: 'template', files: [given('x', tm7())], at: 0, namespace: '' }, english)).toMatchObject({
      ok: false,
    });
  });
});
