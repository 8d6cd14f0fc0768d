import { english } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import { startProvingWorker } from '../packs/testing/acme-pack.ts';
import { openFiles } from './open-files.ts';
import type { ReadRequest } from './protocol.ts';
import { readGiven } from './read-given.ts';

/** Workers by the script they are started with; `breaks` names those that fail. */
function workers({ breaks = [] as readonly string[] } = {}) {
  const started: string[] = [];
  const startReader = (): Worker => {
    const worker = {
      onmessage: null as ((event: { data: unknown }) => void) | null, // set by whoever asks
      onerror: null,
      onmessageerror: null,
      postMessage: (request: ReadRequest) => worker.onmessage?.({ data: readGiven(request, english) }),
      terminate: () => {},
    };
    return worker as unknown as Worker; // only what the page uses of a worker
  };
  const startWorker = (url: string): Worker => {
    const name = /read-worker|pack-worker|elk-worker/u.exec(url)?.[0] ?? url;
    started.push(name);
    if (name === 'read-worker') return startReader();
    if (name === 'pack-worker') return startProvingWorker({ breaks: breaks.includes(name) });
    throw new Error(`${name} is out of reach`);
  };
  return { startWorker, started };
}

const open = (
  { startWorker }: ReturnType<typeof workers>,
  files: readonly File[],
  signal = new AbortController().signal,
) => openFiles(files, { startWorker, signal, namespace: '' });

const template = `<KnowledgeBase><Manifest><Id>t</Id><Name>Mine</Name><Version>1</Version></Manifest><GenericElements><ElementType><Id>GE.P</Id><Name>Process</Name><ParentId>ROOT</ParentId><Representation>Ellipse</Representation></ElementType></GenericElements></KnowledgeBase>`;
const tm7 = new File(
  [
    `<ThreatModel xmlns:i="i"><DrawingSurfaceList><DrawingSurfaceModel><Guid>s</Guid><Borders/><Lines/></DrawingSurfaceModel></DrawingSurfaceList>${template}</ThreatModel>`,
  ],
  'old.model.tm7',
);
const yaml = new File(
  ['apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: c }] }\n'],
  'web.yaml',
);

describe('opening files', () => {
  it('brings the template along as a pack that is proved, and names the board after the file', async () => {
    const result = await open(workers(), [tm7]);
    expect(result).toMatchObject({
      ok: true,
      opened: {
        name: 'old.model.tm7',
        title: 'old.model',
        model: { settings: { packs: [['tmt-mine', '1']] } },
        template: { pack: { board: { id: 'tmt-mine' } } },
      },
    });
  });

  it('leaves out whole a template that cannot be proved, and says so', async () => {
    const result = await open(workers({ breaks: ['pack-worker'] }), [tm7]);
    expect(result).toMatchObject({ ok: true, opened: { model: { settings: { packs: [] } }, template: null } });
    expect(result.ok ? result.opened.changes : []).toContainEqual(
      expect.stringMatching(/nothing of it was kept and its rules judge nothing here: it could not be checked/u),
    );
  });

  it('keeps rows, and says so, where the engine of layout is out of reach', async () => {
    const all = workers();
    const result = await open(all, [yaml]);
    expect(all.started).toEqual(['read-worker', 'elk-worker']);
    expect(result.ok ? result.opened.changes : []).toEqual([english.reading.notLaidOut]);
    expect(result.ok ? result.opened.model.elements.map(({ label }) => label) : []).toContain('web');
  });

  it('refuses what is too large by its name and size, before a worker is started', async () => {
    const all = workers();
    const large = new File([new Uint8Array(21 * 1024 * 1024)], 'large.json');
    expect(await open(all, [yaml, large])).toEqual({
      ok: false,
      reasons: [expect.stringMatching(/^large\.json has 21 MB, and at most 20 MB/u)],
    });
    expect(all.started).toEqual([]);
  });

  it('comes to nothing when the person has had enough', async () => {
    const control = new AbortController();
    control.abort();
    await expect(open(workers(), [tm7], control.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
