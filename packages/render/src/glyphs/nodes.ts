/** Glyphs of nodes, what runs on them, and workloads. */
import { circle, ellipse, rectangle } from './strokes.ts';

const hexagon = 'M12 3.3l7.6 4.4v8.6L12 20.7l-7.6-4.4V7.7z';
const shadowPod = 'M8.3 5.8V5.5a2 2 0 0 1 2-2h8.2a2 2 0 0 1 2 2v8.2a2 2 0 0 1-2 2h-.3';

/** Path data by name on the 24-unit grid. */
export const nodes = {
  kubelet: `${circle(12, 12, 2.8)}M12 3.5v5.7M12 14.8v5.7M3.5 12h5.7M14.8 12h5.7`,
  proxy: 'M3.8 8.3h16.4l-4-4M20.2 15.7H3.8l4 4',
  firewall: `${rectangle(3.2, 4.8, 17.6, 14.4, 1.6)}M3.2 9.6h17.6M3.2 14.4h17.6M9 4.8v4.8M15 9.6v4.8M9 14.4v4.8`,
  runtime: `${hexagon}M4.4 7.7l7.6 4.4 7.6-4.4M12 12.1v8.6`,
  'oci-runtime': `${rectangle(2.8, 5.3, 18.4, 13.4, 1.3)}M10 8.8l5.2 3.2-5.2 3.2zM5.8 8.8v6.4M18.2 8.8v6.4`,
  kernel: `${circle(12, 12, 5.8)}${circle(12, 12, 2)}M12 2.8v3.4M12 17.8v3.4M2.8 12h3.4M17.8 12h3.4M5.5 5.5l2.4 2.4M16.1 16.1l2.4 2.4M18.5 5.5l-2.4 2.4M7.9 16.1l-2.4 2.4`,
  network: `${circle(12, 5.3, 2.3)}${circle(5.3, 18.5, 2.3)}${circle(18.7, 18.5, 2.3)}M12 7.6v4.4M5.3 16.2V12h13.4v4.2`,
  volume: `${rectangle(4.8, 3.2, 14.4, 17.6, 2.2)}${circle(12, 9.8, 3.7)}M12 9.8v.01M8.3 17.3h7.4`,
  device: `${rectangle(6.8, 6.8, 10.4, 10.4, 1.6)}M10 3.3v3.5M14 3.3v3.5M10 17.2v3.5M14 17.2v3.5M3.3 10h3.5M3.3 14h3.5M17.2 10h3.5M17.2 14h3.5`,
  'image-cache': 'M12 3.5l8.5 4.2-8.5 4.2-8.5-4.2zM3.5 12l8.5 4.2 8.5-4.2M3.5 16.3l8.5 4.2 8.5-4.2',
  node: `${rectangle(3.3, 4.3, 17.4, 6.7, 1.6)}${rectangle(3.3, 13, 17.4, 6.7, 1.6)}M6.8 7.65v.01M6.8 16.35v.01M11.5 7.65h5.5M11.5 16.35h5.5`,
  machine: `${rectangle(6.3, 3, 11.4, 18, 1.8)}M9.7 7h4.6M9.7 10.5h4.6M12 16.8v.01`,
  vm: `${rectangle(3, 3.8, 18, 13.2, 2)}${rectangle(8.3, 7.3, 7.4, 6.2, 1)}M8 20.5h8`,
  pod: `${rectangle(3.5, 3.5, 17, 17, 4.6)}${rectangle(8.5, 8.5, 7, 7, 1.8)}`,
  container: `${rectangle(2.8, 5.8, 18.4, 12.4, 1.3)}M7 9.2v5.6M10.3 9.2v5.6M13.7 9.2v5.6M17 9.2v5.6`,
  deployment: `${rectangle(3.5, 8.3, 12.2, 12.2, 2.5)}${shadowPod}M9.6 17.7v-6.5M6.8 13.9l2.8-2.8 2.8 2.8`,
  statefulset: `${rectangle(6.3, 2.8, 11.4, 8.6, 2.3)}M12 11.4v2.4${ellipse(12, 16, 7.5, 2.2)}M4.5 16v2.9c0 1.2 3.3 2.2 7.5 2.2s7.5-1 7.5-2.2V16`,
  daemonset: `${rectangle(2.8, 12, 4.8, 5, 1)}${rectangle(9.6, 12, 4.8, 5, 1)}${rectangle(16.4, 12, 4.8, 5, 1)}M5.2 12V8.2h13.6V12M12 12V4M2.8 20.5h4.8M9.6 20.5h4.8M16.4 20.5h4.8`,
  job: `${rectangle(3.8, 3.8, 16.4, 16.4, 3.6)}M8 12.3l2.8 2.8 5.2-5.7`,
  cronjob: `${circle(12, 13, 7.3)}M12 9v4l2.6 1.8M3.6 6.6l3.2-2.8M20.4 6.6l-3.2-2.8M7 18.4l-1.6 2.2M17 18.4l1.6 2.2`,
  sidecar: `${rectangle(3.2, 4.5, 10.6, 15, 2.4)}${rectangle(16.3, 9.5, 4.7, 10, 1.5)}M13.8 14.5h2.5M7 9h3`,
  function: 'M13.2 3.2L5.3 13.6h6l-.7 7.2 8.1-10.5h-6.2z',
  process: circle(12, 12, 7.8),
} as const;
