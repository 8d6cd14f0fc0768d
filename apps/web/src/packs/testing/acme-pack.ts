/** A small pack of an organisation, and the worker that proves packs, in this thread. */
import { board } from '@strideboard/kubernetes/board';
import { judgement } from '@strideboard/kubernetes/judgement';
import type { PackBase, PackFile } from '@strideboard/packs';
import { provePack } from '@strideboard/stride';
import type { ProveRequest } from '../protocol.ts';

/** The text of a pack with one stencil, one question and one rule. */
const acmeText = (version: string, id = 'acme', property = 'cardRegion'): string => `
pack: { id: ${id}, version: "${version}", title: Rules of Acme }
families: [{ id: "${id}:own", label: Acme }]
stencils:
  - { id: "${id}:cardVault", family: "${id}:own", kind: store, label: Card vault, icon: vault, like: st.database }
groups: [{ id: "${id}:cards", members: ["${id}:cardVault"] }]
properties:
  - { name: ${property}, label: Region, question: Where does the card data lie?, appliesTo: ["${id}:cards"], type: string }
ruleFamilies: [{ id: "${id}:CARD", title: Card data }]
rules:
  - id: ${id}:CARD-1
    family: ${id}:CARD
    title: "{el} leaves Europe"
    letters: [I]
    severity: high
    scope: ["${id}:cards"]
    when: el.${property} != 'eu'
    why: Our contracts keep card data in Europe.
    controls: ["${id}:regions"]
    references: ["${id}.policy:7"]
    examples:
      - { fires: true, on: v, elements: [{ id: v, type: "${id}:cardVault", properties: { ${property}: us } }] }
      - { fires: false, on: v, elements: [{ id: v, type: "${id}:cardVault", properties: { ${property}: eu } }] }
controls: [{ id: "${id}:regions", label: Region lock, test: "create a vault elsewhere: refused", mitigates: ["${id}:CARD-1"] }]
references: [{ key: ${id}.policy, title: Security policy, version: "2026", status: checked }]
`;

/** The files of such a pack. */
export const acmeFiles = (version: string, id = 'acme', property = 'cardRegion'): readonly PackFile[] => [
  { path: `${id}.yaml`, text: acmeText(version, id, property) },
];

/** The pack as it comes out of the worker. */
export function provenAcme(version: string, id = 'acme', property = 'cardRegion'): PackBase {
  const proven = provePack(acmeFiles(version, id, property), { board, judgement });
  if (!proven.ok) throw new Error(`provenAcme: ${proven.problems.map(({ message }) => message).join(' ')}`);
  return structuredClone({ board: proven.pack.board, judgement: proven.pack.judgement });
}

/** A worker in this thread; `breaks` lets it fail instead. */
export function startProvingWorker({ breaks = false } = {}): Worker & { readonly ended: () => boolean } {
  let isOver = false;
  const worker = {
    onmessage: null as ((event: { data: unknown }) => void) | null, // set by whoever asks
    onerror: null as ((event: { message: string }) => void) | null, // as above
    onmessageerror: null,
    postMessage: (request: ProveRequest) => {
      const { files } = structuredClone(request);
      void Promise.resolve().then(() => {
        if (isOver) return;
        if (breaks) {
          worker.onerror?.({ message: 'it broke' });
          return;
        }
        const proven = provePack(files, { board, judgement });
        const { ok } = proven;
        const pack = ok ? { board: proven.pack.board, judgement: proven.pack.judgement } : null;
        worker.onmessage?.({ data: structuredClone(ok ? { ok, pack } : { ok, problems: proven.problems }) });
      });
    },
    terminate: () => {
      isOver = true;
    },
    ended: () => isOver,
  };
  return worker as unknown as Worker & { readonly ended: () => boolean }; // only what the page uses of a worker
}
