import { describe, expect, it } from 'vitest';
import { syncTargets } from './bench-sync-targets.mjs';

const latency = (name, p50, p99) => ({
  sc: 'latency',
  name,
  rooms: 1,
  clients: 50,
  lat: { p50, p99 },
  frames: 7,
  srvUsPerDelivered: 10,
});

describe('targets of the sync bench', () => {
  it('are judged as ratios of the same run, and only where both figures are there', () => {
    const table = syncTargets([
      latency('ours', 4, 20),
      latency('ours', 6, 20),
      latency('yws-mem', 5, 10),
      { sc: 'kill', name: 'ours', acked: 10, ackedLost: 0 },
      { sc: 'kill', name: 'ours', acked: 10, ackedLost: 2 },
      { sc: 'rss', name: 'ours', kBperConn: 5, error: 'did not start' },
    ]);
    const line = (what) => table.split('\n').filter((row) => row.startsWith(`| ${what}`));
    expect(line('latency p50, 1 room')).toEqual(['| latency p50, 1 room x 50 | 4 | yws-mem | 0.80 | ≤ 1 | met |']);
    expect(line('latency p99')).toEqual([
      '| latency p99, 1 room x 50 | 20 | yws-mem | 2.00 | ≤ 1.5 | missed |',
      '| latency p99, 1 room x 50 | 20 | hocus-sqlite | – | ≤ 1.5 | not measured |',
    ]);
    expect(line('acknowledged edits lost by')).toEqual([
      '| acknowledged edits lost by kill -9 | 2 | – | 2.00 | ≤ 0 | missed |',
    ]);
    expect(line('memory')).toEqual([]);
  });
});
