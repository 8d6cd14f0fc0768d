import { describe, expect, it } from 'vitest';
import {
  absoluteBoxes,
  type Box,
  type Element,
  elementId,
  type Flow,
  flowPolyline,
  type Model,
  overlaps,
} from '@strideboard/model';
import { createPackIndex } from '@strideboard/packs';
import { createScene } from '@strideboard/render';
import { analyse, compileJudgement, FINDING_SEVERITIES } from '@strideboard/stride';
import { board } from './board.ts';
import { judgement } from './judgement.ts';
import { templateList } from './templates.ts';

const compiled = compileJudgement(board, judgement);
const judge = (model: Model) => {
  if (!compiled.ok) throw new Error('the judgement does not compile');
  return analyse(model, compiled.judgement);
};
const load = (id: string): Promise<Model> => {
  const entry = templateList.find((template) => template.id === id);
  if (entry === undefined) throw new Error(`no template ${id}`);
  return entry.load();
};

/** As the content counts: a flow crosses when exactly one end is inside some boundary, over spatial parents only; self-loops are not counted. */
const SOURCE = [
  { id: 'plain-cluster', boundaries: 7, elements: 9, flows: 8, crossing: 6, nesting: 2 },
  { id: 'pod-launch-cncf', boundaries: 11, elements: 15, flows: 18, crossing: 10, nesting: 3 },
  { id: 'pod-launch', boundaries: 11, elements: 24, flows: 35, crossing: 22, nesting: 5 },
  { id: 'cicd', boundaries: 12, elements: 23, flows: 28, crossing: 22, nesting: 3 },
  { id: 'ingress-service-pod', boundaries: 7, elements: 14, flows: 13, crossing: 10, nesting: 4 },
  { id: 'service-mesh', boundaries: 8, elements: 12, flows: 12, crossing: 8, nesting: 4 },
  { id: 'control-plane', boundaries: 6, elements: 17, flows: 19, crossing: 10, nesting: 4 },
  { id: 'provisioning', boundaries: 11, elements: 19, flows: 24, crossing: 19, nesting: 5 },
  { id: 'gke-multitenant-saas', boundaries: 17, elements: 15, flows: 14, crossing: 13, nesting: 7 },
] as const;

function ancestors(model: Model, id: string): readonly string[] {
  const parents = new Map<string, string | null>(model.elements.map((element) => [element.id, element.parent]));
  const chain: string[] = [];
  for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) chain.push(at);
  return chain;
}

describe.each(SOURCE)('the template $id', ({ id, ...expected }) => {
  it('has every boundary, element and flow of its source, nested and crossing alike', async () => {
    const model = await load(id);
    const nodes = model.elements.filter((element) => element.kind !== 'boundary');
    const crossing = model.flows.filter(({ source, target }) => {
      const [from, to] = [ancestors(model, source), ancestors(model, target)];
      return source !== target && (from.some((at) => !to.includes(at)) || to.some((at) => !from.includes(at)));
    });
    expect({
      boundaries: model.elements.length - nodes.length,
      elements: nodes.length,
      flows: model.flows.length,
      crossing: crossing.length,
      nesting: Math.max(...nodes.map((node) => ancestors(model, node.id).length)),
    }).toEqual(expected);
  });

  it('is announced in the list with its words, counts and picture', async () => {
    const entry = templateList.find((template) => template.id === id);
    const model = await load(id);
    expect(entry?.counts).toEqual({
      elements: expected.elements,
      flows: expected.flows,
      boundaries: expected.boundaries,
    });
    expect(entry?.preview).toHaveLength(model.elements.length);
    expect(model.meta).toMatchObject({ title: entry?.title, summary: entry?.summary });
  });

  it('tells a story: at least a dozen findings of several severities, and not a flood', async () => {
    const { findings, counts, questions } = judge(await load(id));
    expect(findings.length).toBeGreaterThanOrEqual(12);
    expect(findings.length).toBeLessThanOrEqual(40);
    expect(FINDING_SEVERITIES.filter((severity) => counts[severity] > 0).length).toBeGreaterThanOrEqual(3);
    const rules = new Set(findings.map(({ rule }) => rule)).size;
    expect(rules).toBeGreaterThan(findings.length / 2);
    expect(rules).toBeLessThanOrEqual(30);
    expect(questions.length).toBeGreaterThanOrEqual(8);
    expect(questions.length).toBeLessThanOrEqual(15);
  });

  it('begins with what is most dangerous, and that is more than a matter of form', async () => {
    const { findings } = judge(await load(id));
    const ranks = findings.map(({ severity }) => FINDING_SEVERITIES.indexOf(severity));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(ranks.filter((rank) => rank <= FINDING_SEVERITIES.indexOf('high')).length).toBeGreaterThanOrEqual(3);
  });

  it('numbers every step and gives it a name', async () => {
    const { flows } = await load(id);
    expect(flows.filter(({ order, label }) => order === '' || label === '').map((flow) => flow.id)).toEqual([]);
  });

  it('shows at most four rows on any flow', async () => {
    const model = await load(id);
    const { findings } = judge(model);
    const rows = model.flows.map((flow) => findings.filter(({ subjects }) => subjects[0] === flow.id).length);
    expect(Math.max(...rows)).toBeLessThanOrEqual(4);
  });

  it('states only facts that its pack knows, and leaves no rule without an answer to ask for', async () => {
    const { problems, undecided } = judge(await load(id));
    expect(problems).toEqual([]);
    expect(undecided).toEqual([]);
  });

  it('keeps every element inside its boundary with room to breathe, and apart from the others', async () => {
    const model = await load(id);
    const boxes = absoluteBoxes(model.elements);
    const nodes = model.elements.filter((element) => element.kind !== 'boundary');
    const boxOf = (element: Element) => boxes.get(element.id) ?? { x: 0, y: 0, width: 0, height: 0 };
    const tight = model.elements.filter((element) => {
      if (element.parent === null) return false;
      const [inner, outer] = [boxOf(element), boxes.get(element.parent)];
      if (outer === undefined) return true;
      const room = element.kind === 'boundary' ? 24 : 36;
      return (
        inner.x - outer.x < 24 ||
        inner.y - outer.y < room ||
        outer.x + outer.width - inner.x - inner.width < 24 ||
        outer.y + outer.height - inner.y - inner.height < 24
      );
    });
    const close = nodes.flatMap((one, at) =>
      nodes
        .slice(at + 1)
        .filter((other) => {
          const [a, b] = [boxOf(one), boxOf(other)];
          const apartX = Math.max(a.x - b.x - b.width, b.x - a.x - a.width);
          const apartY = Math.max(a.y - b.y - b.height, b.y - a.y - a.height);
          return Math.max(apartX, apartY) < 40;
        })
        .map((other) => `${one.id} ${other.id}`),
    );
    expect(tight.map((element) => element.id)).toEqual([]);
    expect(close).toEqual([]);
  });

  it('leads no flow through an element that is not its end', async () => {
    const model = await load(id);
    const boxes = absoluteBoxes(model.elements);
    const through = model.flows.flatMap((flow) =>
      model.elements
        .filter(({ id: other, kind }) => kind !== 'boundary' && other !== flow.source && other !== flow.target)
        .filter((element) => passesThrough(flow, element, boxes))
        .map((element) => `${flow.id} ${element.id}`),
    );
    expect(through).toEqual([]);
  });

  it('is drawn with every label clear of elements, of the names of boundaries and of other labels', async () => {
    const { elements, flows } = createScene(await load(id), createPackIndex(board));
    const taken = elements.flatMap((element): Placed[] => {
      const box = element.boundary === null ? element.box : element.boundary.tag?.box;
      return box === undefined ? [] : [{ id: element.id, box }];
    });
    const labels = flows.flatMap((flow): Placed[] =>
      flow.label === null ? [] : [{ id: flow.id, box: flow.label.box }],
    );
    const covered = labels.flatMap((label, at) =>
      [...taken, ...labels.slice(at + 1)]
        .filter((other) => overlaps(label.box, other.box))
        .map((other) => `${label.id} ${other.id}`),
    );
    expect(covered).toEqual([]);
  });
});

interface Placed {
  readonly id: string;
  readonly box: Box;
}

function passesThrough(flow: Flow, element: Element, boxes: ReturnType<typeof absoluteBoxes>): boolean {
  const box = boxes.get(element.id);
  if (box === undefined) return true;
  const path = flowPolyline(flow, boxes);
  return path.slice(1).some((to, at) => {
    const from = path[at] ?? to;
    return Array.from({ length: 101 }, (_, step) => step / 100).some((t) => {
      const [x, y] = [from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t];
      return x > box.x - 6 && x < box.x + box.width + 6 && y > box.y - 6 && y < box.y + box.height + 6;
    });
  });
}

describe('the pod launch of the CNCF group', () => {
  it('keeps the peculiarities of the picture: a self-loop, two heads, a star, a repeated number, machine lines', async () => {
    const { flows, elements } = await load('pod-launch-cncf');
    expect(flows.filter(({ source, target }) => source === target)).toHaveLength(1);
    expect(flows.filter(({ direction }) => direction === 'two')).toHaveLength(1);
    expect(flows.filter(({ order }) => order === '*')).toHaveLength(1);
    expect(flows.filter(({ order }) => order === '16')).toHaveLength(2);
    expect(elements.filter(({ kind, style }) => kind === 'boundary' && style === 'machine')).toHaveLength(3);
    expect(elements.filter(({ shape }) => shape.kind === 'poly' && shape.curve === 'smooth')).toHaveLength(10);
  });
});

describe('what a practitioner would nod at', () => {
  it.each([
    ['plain-cluster', ['ID-014~adm', 'CP-007~etcd', 'NW-005~nsApp']],
    ['pod-launch-cncf', ['CP-002~api', 'CP-007~etcd', 'SC-006~f15']],
    ['pod-launch', ['WL-001~csi', 'CP-001~api', 'CP-016~val']],
    ['cicd', ['SC-004~runner', 'SC-001~cfg', 'CP-016~adm']],
    ['ingress-service-pod', ['G-F-1~f8', 'NW-017~ic', 'WL-018~pW']],
    ['service-mesh', ['NW-009~nsF', 'NW-011~fP', 'OB-005~tel']],
    ['control-plane', ['ID-007~adm', 'CP-011~bk', 'CP-006~aud']],
    ['provisioning', ['NW-002~f15', 'CL-002~md', 'SC-001~repo']],
    ['gke-multitenant-saas', ['ISO-001~tA', 'ISO-002~n1']],
  ])('%s keeps what its summary promises', async (id, threats) => {
    const found: readonly string[] = judge(await load(id)).findings.map((finding) => finding.id);
    expect(threats.filter((threat) => !found.includes(threat))).toEqual([]);
  });

  it.each([
    ['pod-launch-cncf', ['CP-002~api', 'CP-007~etcd', 'SC-006~f15', 'ZT-001~f9', 'WL-016~tPod']],
    [
      'pod-launch',
      ['CP-001~api', 'CP-009~etcd', 'ID-005~dev', 'WL-001~csi', 'NW-012~f33', 'OB-003~audit', 'ISO-001~pod'],
    ],
    ['cicd', ['SC-004~runner', 'SC-001~cfg', 'SC-020~reg', 'ID-019~cd', 'ZT-002~f16', 'G-D-4~siem']],
    ['ingress-service-pod', ['NW-017~ic', 'ID-019~ic', 'NW-002~f7', 'G-F-4~f3', 'G-F-5~f11', 'ST-001~db', 'WL-018~pW']],
    ['service-mesh', ['OB-005~tel', 'WL-011~pF', 'CP-019~nsF', 'NW-009~nsF', 'NW-011~fP', 'G-F-5~f11', 'NW-005~nsB']],
    ['control-plane', ['WL-001~proxy', 'CP-015~api', 'WL-040~ccm', 'CP-011~bk', 'CL-004~kms', 'ST-007~aud']],
    ['provisioning', ['CP-002~api', 'CP-024~cl', 'SC-008~f9', 'SC-005~img', 'SC-015~state', 'CL-002~md', 'NW-002~f15']],
    ['gke-multitenant-saas', ['ID-006~onb', 'CP-001~api', 'ISO-003~cl', 'ISO-004~n1', 'NW-015~f14', 'WL-024~podA']],
  ])('%s shows its well-known weaknesses', async (id, threats) => {
    const found = judge(await load(id)).findings.map((finding) => finding.id);
    expect(found).toEqual(expect.arrayContaining(threats));
  });

  it.each([
    ['pod-launch-cncf', ['CP-008~etcd', 'G-F-1~f1', 'CP-013~kubelet']],
    ['pod-launch', ['CP-007~etcd', 'G-F-1~f4', 'WL-001~pod', 'ISO-001~node']],
    ['cicd', ['CP-002~api', 'SC-009~cd', 'SC-005~reg', 'SC-001~git']],
    ['ingress-service-pod', ['CL-006~f4', 'G-F-1~f3', 'NW-002~f11', 'ID-019~cm', 'NW-001~nsD', 'ISO-001~nsD']],
    ['service-mesh', ['G-F-1~f3', 'NW-002~f5', 'NW-010~f11', 'NW-011~bP', 'ISO-001~nsB', 'WL-001~pF', 'CP-001~api']],
    ['control-plane', ['CP-002~api', 'CP-008~etcd', 'CP-009~etcd', 'CP-013~kubelet', 'G-F-1~f10', 'ISO-001~node']],
    ['provisioning', ['CP-004~api', 'ID-023~f22', 'NW-002~f17', 'SC-010~img', 'ISO-001~node']],
    ['gke-multitenant-saas', ['WL-032~podB', 'NW-002~f12', 'CL-001~n1', 'NW-016~f14', 'ISO-006~dbA', 'CP-014~kl2']],
  ])('%s does not accuse what is in order', async (id, quiet) => {
    const found: readonly string[] = judge(await load(id)).findings.map((finding) => finding.id);
    expect(found.filter((threat) => quiet.includes(threat))).toEqual([]);
  });
});

describe('customers that share a GKE cluster', () => {
  const template = () => load('gke-multitenant-saas');
  const isolation = (model: Model): readonly string[] =>
    judge(model)
      .findings.map((finding): string => finding.id)
      .filter((id) => id.startsWith('ISO-001') || id.startsWith('ISO-002'));
  const change = (model: Model, ids: readonly string[], by: (element: Element) => Partial<Element>): Model => ({
    ...model,
    elements: model.elements.map((element) => (ids.includes(element.id) ? { ...element, ...by(element) } : element)),
  });
  const enforce = (model: Model, ids: readonly string[], enforcedBy: readonly string[]): Model =>
    change(model, ids, ({ properties }) => ({ properties: { ...properties, enforcedBy } }));
  const moveTo = (model: Model, ids: readonly string[], node: string | null): Model =>
    change(model, ids, () => ({ memberOf: node === null ? [] : [elementId(node)] }));
  const KERNEL = ['linux-namespaces-cgroups@container', 'seccomp@container'];
  const PLATFORM = ['onb', 'ing'];

  it('finds exactly tenant A, whose walls are one kernel, on the machine it shares with another tenant', async () => {
    const model = await template();
    expect(isolation(model)).toEqual(['ISO-001~tA', 'ISO-002~n1']);
    const { findings } = judge(model);
    const because = (id: string) => findings.find((finding) => finding.id === id)?.because;
    expect(because('ISO-001~tA')).toContainEqual(
      expect.objectContaining({ kind: 'property', property: 'independentMechanisms', value: 1 }),
    );
    expect(because('ISO-002~n1')).toContainEqual(
      expect.objectContaining({ kind: 'distinct', property: 'tenant', values: ['a', 'platform'] }),
    );
  });

  it('is content with tenant A when it has the machine to itself', async () => {
    const alone = moveTo(await template(), PLATFORM, null);
    expect(isolation(alone)).toEqual(['ISO-001~tA']);
    expect(isolation(enforce(alone, ['tA', 'nsA', 'podA'], [...KERNEL, 'hypervisor@node']))).toEqual([]);
  });

  it('finds the machine again when another customer moves in, whatever protects that one', async () => {
    const together = moveTo(moveTo(await template(), PLATFORM, null), ['podB'], 'n1');
    expect(isolation(together)).toContain('ISO-002~n1');
  });

  it('lets tenant B pass with gVisor or a virtual machine beside the kernel, and not with the kernel alone', async () => {
    const model = await template();
    const walls = ['tB', 'sbB', 'podB'];
    const ofTenantB = (changed: Model) =>
      isolation(changed).filter((id) => walls.some((wall) => id.endsWith(`~${wall}`)));
    expect(ofTenantB(model)).toEqual([]);
    expect(ofTenantB(enforce(model, walls, [...KERNEL, 'kata@container']))).toEqual([]);
    expect(ofTenantB(enforce(model, walls, KERNEL))).toEqual(['ISO-001~tB']);
  });

  it('says it once of walls inside each other, and of the next one when the outer holds', async () => {
    const strong = ['gvisor@container', ...KERNEL];
    const model = await template();
    expect(isolation(enforce(model, ['tA'], strong))).toEqual(['ISO-001~nsA', 'ISO-002~n1']);
    expect(isolation(enforce(model, ['tA', 'nsA'], strong))).toEqual(['ISO-001~podA', 'ISO-002~n1']);
    const unjudged = change(model, ['tA'], () => ({ outOfScope: 'judged elsewhere' }));
    expect(isolation(unjudged)).toEqual(['ISO-001~nsA', 'ISO-001~tA', 'ISO-002~n1']);
  });

  it('lets the boundary of a machine pass with hypervisor and firewall, and not with one of them', async () => {
    const model = await template();
    const ofNodes = (changed: Model) => isolation(changed).filter((id) => /^ISO-001~n[12]$/u.test(id));
    expect(ofNodes(model)).toEqual([]);
    expect(ofNodes(enforce(model, ['n1', 'n2'], ['hypervisor@node']))).toEqual(['ISO-001~n1', 'ISO-001~n2']);
    expect(ofNodes(enforce(model, ['n1', 'n2'], ['firewall@node']))).toEqual(['ISO-001~n1', 'ISO-001~n2']);
  });

  it.each([
    ['RBAC alone', ['rbac@cluster'], true],
    ['RBAC and mutual TLS, which are both identity', ['rbac@cluster', 'mtls-identity@pod'], true],
    ['RBAC and NetworkPolicy', ['rbac@cluster', 'network-policy@pod'], false],
    ['RBAC and a node pool of its own', ['rbac@cluster', 'hypervisor@node'], false],
  ])('judges the namespace tenant-a with %s', async (_, enforcedBy, fires) => {
    const walled = enforce(await template(), ['tA'], ['kata@container', ...KERNEL]);
    const found = isolation(enforce(walled, ['nsA'], enforcedBy));
    expect(found.includes('ISO-001~nsA')).toBe(fires);
  });
});
