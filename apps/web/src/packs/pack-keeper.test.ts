import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPackKeeper } from './pack-keeper.ts';
import { acmeFiles, startProvingWorker } from './testing/acme-pack.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** One page of the browser. */
function openPage({ breaks = false } = {}) {
  const workers: ReturnType<typeof startProvingWorker>[] = [];
  const keeper = createPackKeeper({
    startWorker: () => {
      const worker = startProvingWorker({ breaks });
      workers.push(worker);
      return worker;
    },
    onKept: () => {},
  });
  return { keeper, workers };
}

async function keepAcme({ keeper }: ReturnType<typeof openPage>, version: string): Promise<void> {
  const files = acmeFiles(version);
  const proof = await keeper.prove(files, []);
  if (!proof.ok) throw new Error('keepAcme: the pack is refused');
  await keeper.keep(files, proof.pack);
}

describe('the keeper of packs', () => {
  it('opens for the next page what this page proved and kept, proving it anew', async () => {
    const page = openPage();
    await keepAcme(page, '2');
    page.keeper.dispose();
    const next = openPage();
    const found = await next.keeper.open([['acme', '2']], null);
    expect(found).toMatchObject({ missing: [], unfit: [], absent: [] });
    expect(found.additions.map(({ judgement }) => judgement.rules.map(({ id }) => id))).toEqual([['acme:CARD-1']]);
    expect(found.index?.typeLabel('acme:cardVault')).toBe('Card vault');
    expect(next.workers.map((worker) => worker.ended())).toEqual([true]);
    const again = await next.keeper.open([['acme', '2']], null);
    expect(again.additions[0]).toBe(found.additions[0]);
    expect(next.workers).toHaveLength(1);
    next.keeper.dispose();
  });

  it('forgets a pack: it is missing from then on, and nothing of it is used', async () => {
    const page = openPage();
    await keepAcme(page, '2');
    expect((await page.keeper.open([['acme', '2']], null)).additions).toHaveLength(1);
    expect(await page.keeper.kept()).toEqual([{ id: 'acme', version: '2' }]);
    expect(await page.keeper.forget({ id: 'acme', version: '2' })).toBe(true);
    expect(await page.keeper.kept()).toEqual([]);
    const found = await page.keeper.open([['acme', '2']], null);
    expect(found).toMatchObject({
      additions: [],
      missing: [{ id: 'acme', version: '2', found: null }],
      absent: ['acme'],
    });
    page.keeper.dispose();
  });

  it('says what is missing, and which version is here instead', async () => {
    const page = openPage();
    await keepAcme(page, '1');
    const found = await page.keeper.open(
      [
        ['acme', '2'],
        ['other', '1'],
      ],
      null,
    );
    expect(found).toEqual({
      additions: [],
      written: [],
      index: null,
      missing: [
        { id: 'acme', version: '2', found: '1' },
        { id: 'other', version: '1', found: null },
      ],
      unfit: [],
      absent: ['acme', 'other'],
    });
    page.keeper.dispose();
  });

  it('refuses a broken pack with every problem at its place, and keeps nothing', async () => {
    const { keeper } = openPage();
    const [file] = acmeFiles('2');
    const text = (file?.text ?? '')
      .replace('severity: high', 'severity: awful')
      .replace('letters: [I]', 'letters: [Q]');
    const proof = await keeper.prove([{ path: 'acme.yaml', text }], []);
    const problems = proof.ok ? [] : proof.problems;
    expect(problems.length).toBeGreaterThan(1);
    expect(problems[0]).toMatchObject({ file: 'acme.yaml', line: expect.any(Number) as number });
    expect((await keeper.open([['acme', '2']], null)).missing).toHaveLength(1);
    keeper.dispose();
  });

  it('refuses what does not fit beside the packs of the board, but lets a pack replace itself', async () => {
    const { keeper } = openPage();
    const first = await keeper.prove(acmeFiles('1'), []);
    if (!first.ok) throw new Error('the first pack is refused');
    const [beta] = acmeFiles('1', 'beta');
    const text = (beta?.text ?? '').replace('appliesTo: ["beta:cards"]', 'appliesTo: [st.database]');
    const clash = await keeper.prove([{ path: 'beta.yaml', text }], [first.pack]);
    expect(clash).toMatchObject({ ok: false, problems: [{ code: 'property-taken' }] });
    expect(await keeper.prove(acmeFiles('2'), [first.pack])).toMatchObject({ ok: true });
    keeper.dispose();
  });

  it('takes text that would cost too much for a problem, not for a pack', async () => {
    const { keeper } = openPage();
    const names = Array.from({ length: 250 }, (_, at) => `a${at}`);
    const bomb = names.map((name, at) => `${name}: &${name} [${at === 0 ? 'x' : `*a${at - 1}, *a${at - 1}`}]`);
    for (const text of ['x'.repeat(5_000_000), '['.repeat(20_000), bomb.join('\n')]) {
      expect(await keeper.prove([{ path: 'bomb.yaml', text }], [])).toMatchObject({ ok: false });
    }
    keeper.dispose();
  });

  it('goes on without a kept pack when the worker breaks', async () => {
    const page = openPage();
    await keepAcme(page, '2');
    page.keeper.dispose();
    const next = openPage({ breaks: true });
    expect(await next.keeper.open([['acme', '2']], null)).toMatchObject({
      additions: [],
      missing: [],
      unfit: [{ id: 'acme', title: 'Rules of Acme', problems: [] }],
      absent: ['acme'],
    });
    await expect(next.keeper.prove(acmeFiles('2'), [])).rejects.toThrow('it broke');
    next.keeper.dispose();
  });
});
