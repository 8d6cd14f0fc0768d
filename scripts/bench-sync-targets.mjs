/** Our figures of a sync bench run beside the targets we set ourselves, as ratios of the same run. */

const median = (values) => {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  return sorted.length === 0 ? null : sorted[Math.floor((sorted.length - 1) / 2)];
};

const latency = (rooms, clients) => (row) => row.sc === 'latency' && row.rooms === rooms && row.clients === clients;
const fiftyAt2250 = (row) => row.sc === 'ramp-step' && row.clients === 50 && row.rate === 45;
const ofSc = (sc) => (row) => row.sc === sc;

/** Each row: what, whose figure is 1, which rows, which figure, and the target (`most` or `least`, absolute where `base` is null). */
const TARGETS = [
  {
    what: 'acknowledged edits lost by kill -9',
    base: null,
    rows: ofSc('kill'),
    of: (r) => r.ackedLost,
    sum: true,
    most: 0,
  },
  {
    what: 'acknowledged edits lost in a loop of kills',
    base: null,
    rows: ofSc('killloop'),
    of: (r) => r.ackedLost,
    sum: true,
    most: 0,
  },
  {
    what: 'first sync after a restart is complete',
    base: null,
    rows: ofSc('cold'),
    of: (r) => Number(r.complete),
    least: 1,
  },
  {
    what: 'cold load of 5,000 elements',
    base: 'hocus-sqlite',
    rows: ofSc('cold'),
    of: (r) => median(r.coldMs ?? []),
    most: 1,
  },
  { what: 'latency p50, 10 rooms x 2', base: 'yws-mem', rows: latency(10, 2), of: (r) => r.lat?.p50, most: 3 },
  { what: 'latency p50, 1 room x 50', base: 'yws-mem', rows: latency(1, 50), of: (r) => r.lat?.p50, most: 1 },
  { what: 'latency p99, 1 room x 50', base: 'yws-mem', rows: latency(1, 50), of: (r) => r.lat?.p99, most: 1.5 },
  { what: 'latency p99, 1 room x 50', base: 'hocus-sqlite', rows: latency(1, 50), of: (r) => r.lat?.p99, most: 1.5 },
  {
    what: 'server CPU per delivered edit, 1 x 50',
    base: 'yws-mem',
    rows: latency(1, 50),
    of: (r) => r.srvUsPerDelivered,
    most: 1.1,
  },
  { what: 'the same at 2,250 edits/s', base: 'yws-mem', rows: fiftyAt2250, of: (r) => r.srvUsPerDelivered, most: 0.5 },
  {
    what: 'highest sustained edits/s, 50 clients',
    base: 'yws-mem',
    rows: (r) => r.sc === 'ramp' && r.clients === 50,
    of: (r) => r.maxEditsPerS,
    least: 3,
  },
  { what: 'frames out, 1 x 50', base: 'yws-mem', rows: latency(1, 50), of: (r) => r.frames, most: 0.7 },
  { what: 'memory per connection', base: 'yws-mem', rows: ofSc('rss'), of: (r) => r.kBperConn, most: 1.15 },
  {
    what: 'memory per room with one connection',
    base: 'yws-mem',
    rows: ofSc('rss'),
    of: (r) => r.kBperRoom1conn,
    most: 1.3,
  },
  {
    what: 'kill to a peer seeing the offline edit',
    base: 'yws-leveldb',
    rows: ofSc('recover'),
    of: (r) => r.killToPeerSeesOfflineEditMs,
    most: 1.1,
  },
];

/** A Markdown table of the targets that this run can answer. `rows` are the bench's results, one object each. */
export function syncTargets(rows) {
  const figure = (name, { rows: select, of, sum }) => {
    const values = rows.filter((row) => row.name === name && row.error === undefined && select(row)).map(of);
    if (!sum) return median(values);
    return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
  };
  const lines = TARGETS.flatMap((target) => {
    const ours = figure('ours', target);
    const peer = target.base === null ? 1 : figure(target.base, target);
    if (ours === null) return [];
    if (peer === null || (peer === 0 && target.base !== null)) return [[target, ours, null]];
    return [[target, ours, target.base === null ? ours : ours / peer]];
  });
  const cells = lines.map(([{ what, base, most, least }, ours, ratio]) => [
    what,
    String(Math.round(ours * 100) / 100),
    base === null ? '–' : base,
    ratio === null ? '–' : ratio.toFixed(2),
    most === undefined ? `≥ ${least}` : `≤ ${most}`,
    ratio === null ? 'not measured' : (most === undefined ? ratio >= least : ratio <= most) ? 'met' : 'missed',
  ]);
  const table = [
    ['target', 'ours', 'peer = 1', 'ratio', 'wanted', ''],
    ['---', '---', '---', '---', '---', '---'],
    ...cells,
  ];
  return ['## Our targets', '', ...table.map((line) => `| ${line.join(' | ')} |`)].join('\n');
}
