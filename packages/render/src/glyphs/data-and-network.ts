/** Glyphs of data stores and of the network. */
import { circle, ellipse, rectangle } from './strokes.ts';

/** Path data by name on the 24-unit grid. */
export const dataAndNetwork = {
  database: `${ellipse(12, 6, 7.5, 2.8)}M4.5 6v12c0 1.6 3.3 2.8 7.5 2.8s7.5-1.2 7.5-2.8V6M4.5 12c0 1.6 3.3 2.8 7.5 2.8s7.5-1.2 7.5-2.8`,
  cache: `${rectangle(2.8, 6.5, 18.4, 9, 1.3)}M7.5 9.5v3M12 9.5v3M16.5 9.5v3M6 15.5v3M10 15.5v3M14 15.5v3M18 15.5v3`,
  queue: `${rectangle(2.8, 7.5, 4.4, 9, 1)}${rectangle(9.4, 7.5, 4.4, 9, 1)}M16 12h5M18.5 9.2l2.8 2.8-2.8 2.8`,
  bucket: `${ellipse(12, 6.3, 8, 2.7)}M4 6.3l2 12c.2 1.4 2.8 2.4 6 2.4s5.8-1 6-2.4l2-12`,
  backup: `${rectangle(3, 4, 18, 4.8, 1.2)}M4.8 8.8v9.7a1.7 1.7 0 0 0 1.7 1.7h11a1.7 1.7 0 0 0 1.7-1.7V8.8M12 11.3v5.7M9.2 14.3L12 17.1l2.8-2.8`,
  store: 'M3.5 6.5h17M3.5 17.5h17M8 12h8',
  service: `${circle(12, 12, 3)}M6 18.3a8.9 8.9 0 0 1 0-12.6M18 5.7a8.9 8.9 0 0 1 0 12.6`,
  ingress: 'M12.5 3.8H18A2.2 2.2 0 0 1 20.2 6v12a2.2 2.2 0 0 1-2.2 2.2h-5.5M3.2 12H15M11 7.8l4.2 4.2-4.2 4.2',
  egress: 'M11.5 3.8H6A2.2 2.2 0 0 0 3.8 6v12A2.2 2.2 0 0 0 6 20.2h5.5M9 12h11.8M16.8 7.8L21 12l-4.2 4.2',
  gateway: 'M3 5.3c6 1.3 12 1.3 18 0M5 10.5h14M7.5 6v14.5M16.5 6v14.5M12 6.3v4.2',
  mesh: `${circle(5.3, 5.3, 2.2)}${circle(18.7, 5.3, 2.2)}${circle(5.3, 18.7, 2.2)}${circle(18.7, 18.7, 2.2)}M7.5 5.3h9M7.5 18.7h9M5.3 7.5v9M18.7 7.5v9M6.9 6.9l10.2 10.2M17.1 6.9L6.9 17.1`,
  loadbalancer:
    'M3 12h17.5M9 12c3 0 2.5-6.7 6-6.7h4.5M9 12c3 0 2.5 6.7 6 6.7h4.5M17.5 2.8L20 5.3l-2.5 2.5M18 9.5l2.5 2.5-2.5 2.5M17.5 16.2l2.5 2.5-2.5 2.5',
} as const;
