/** Glyphs of configuration, identity and keys. */
import { circle, rectangle } from './strokes.ts';

const shield = 'M12 3.2l7.3 2.6v5.5c0 4.5-3 7.7-7.3 9.5-4.3-1.8-7.3-5-7.3-9.5V5.8z';

/** Path data by name on the 24-unit grid. */
export const identity = {
  key: `${circle(7.8, 16.2, 4.2)}M10.8 13.2L20 4M15.3 8.7l3.4 3.4`,
  config: `M3.8 7.3h8M16.2 7.3h4M3.8 16.7h4M12.2 16.7h8${circle(14, 7.3, 2.2)}${circle(10, 16.7, 2.2)}`,
  secret: `${rectangle(4.8, 10.3, 14.4, 10.4, 2.2)}M8.2 10.3V7.4a3.8 3.8 0 0 1 7.6 0v2.9M12 14.5v2.3`,
  serviceaccount: `${rectangle(4.8, 8, 14.4, 11.5, 3.2)}M12 8V4.5M9 13v.01M15 13v.01M9.5 16.4h5M2.5 12.3v3M21.5 12.3v3M11 4.3h2`,
  role: `${rectangle(4.5, 3.3, 15, 17.4, 2.2)}M8 8.5l1.4 1.4 2.5-2.7M14.8 8.7h1.5M8 15l1.4 1.4 2.5-2.7M14.8 15.2h1.5`,
  rolebinding:
    'M10 14a4.2 4.2 0 0 0 5.9 0l3.2-3.2a4.2 4.2 0 0 0-5.9-5.9l-1.2 1.2M14 10a4.2 4.2 0 0 0-5.9 0l-3.2 3.2a4.2 4.2 0 0 0 5.9 5.9l1.2-1.2',
  namespace:
    'M3.3 17.7V6.5A1.7 1.7 0 0 1 5 4.8h4l2.6 2.7H19a1.7 1.7 0 0 1 1.7 1.7v8.5a1.7 1.7 0 0 1-1.7 1.7H5a1.7 1.7 0 0 1-1.7-1.7z',
  vault: `${rectangle(3.2, 3.8, 17.6, 14.7, 2.2)}${circle(12, 11.15, 3.6)}M12 11.15l2.5-2.5M6.5 18.5v2.2M17.5 18.5v2.2`,
  kms: `${shield}${circle(12, 10.3, 2)}M12 12.3v3.7`,
  iam: `${shield}${circle(12, 9.3, 2.2)}M8.2 15.8c.4-2 1.8-3 3.8-3s3.4 1 3.8 3`,
  networkpolicy: `${shield}M8.3 9.8h7.4l-2-2M15.7 13.8H8.3l2 2`,
  metadata: `${circle(12, 12, 8.6)}M12 11.2v5.3M12 7.7v.01`,
  signer: `${circle(12, 9, 5.8)}M8.3 13.6L7 21l5-2.7L17 21l-1.3-7.4M9.6 9l1.8 1.8 3.2-3.3`,
} as const;
