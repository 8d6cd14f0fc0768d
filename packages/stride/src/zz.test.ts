import { it } from 'vitest';
import { loadPack } from '@strideboard/packs';
import { compileJudgement } from './judgement.ts';
import { provePack } from './prove-pack.ts';
it('p', () => {
  const head = 'pack: { id: acme, version: "1", title: Acme }\nfamilies: [{ id: wl, label: Workload }]\nstencils: [{ id: wl.pod, family: wl, kind: process, label: Pod, icon: pod }]\nproperties: [{ name: replicas, label: Copies, appliesTo: process, type: number },{ name: privileged, label: Copies, appliesTo: process, type: boolean }]\nruleFamilies: [{ id: P, title: Policy }]\nrules:\n';
  const one = `  - id: P-1
    family: P
    title: "{el} runs once"
    letters: [D]
    severity: low
    scope: [wl.pod]
    when: el.replicas < 2
    why: policy
    examples:
      - fires: true
        elements: [{ id: a, type: wl.pod, properties: { replicas: 1, privileged: false } }]
      - fires: false
        elements: [{ id: a, type: wl.pod, properties: { replicas: 2, privileged: false } }]
`;
  const text = head + Array.from({ length: 1500 }, (_, at) => one.replaceAll('P-1', `P-${at}`)).join('');
  const out: string[] = [String(text.length)];
  const t = (n: string, f: () => unknown) => { const a = performance.now(); const r = f(); out.push(n + ' ' + Math.round(performance.now() - a)); return r; };
  const p: any = t('load', () => loadPack([{ path: 'x.yaml', text }]));
  out.push(String(p.ok));
  t('compile', () => compileJudgement(p.board, p.judgement));
  t('prove', () => provePack([{ path: 'x.yaml', text }], null));
  throw new Error(out.join(' | '));
});
