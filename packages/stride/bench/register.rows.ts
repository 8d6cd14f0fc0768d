/** The register of 1,000 and 5,000 threats with their risk and controls (R1): put together, ordered, and counted into the matrix. */

import type { ControlState } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import { listRegister } from '../src/register/list-register.ts';
import { countMatrix } from '../src/register/risk-matrix.ts';
import { buildThreats, type ThreatParts } from '../src/testing/build-threat.ts';

const STATES: readonly ControlState[] = ['planned', 'implemented', 'verified', 'failed'];
const strengths = { c0: { likelihood: 2, impact: 0 }, c1: { likelihood: 1, impact: 1 } };

for (const size of [1_000, 5_000]) {
  const pods = Array.from({ length: size / 5 }, (_, at) => ({ id: `e${at}`, type: 'wl.pod', parent: 'cluster' }));
  const found = Array.from(
    { length: size },
    (_, at): ThreatParts => ({
      rule: `R${at % 50}`,
      on: `e${at % pods.length}`,
      likelihood: (at % 5) + 1,
      impact: ((at * 7) % 5) + 1,
    }),
  );
  const threats = buildThreats(found);
  const model = buildModel({
    elements: [{ id: 'cluster', kind: 'boundary', type: 'tb.cluster' }, ...pods],
    flows: [],
    register: {
      mitigations: threats.slice(0, size / 2).map(({ finding }, at) => ({ threat: finding.id, control: `c${at % 2}` })),
      applied: pods.map(({ id }, at) => ({
        control: `c${at % 2}`,
        element: id,
        state: STATES[at % STATES.length] ?? 'planned',
        owner: '',
        evidence: '',
        ticket: '',
      })),
    },
  });
  let unscored = 0;
  const ours = median(() => {
    unscored = countMatrix(listRegister({ model, threats, strengths }), 'residual').unscored;
  });
  console.log(
    JSON.stringify({
      id: 'R1',
      what: `register of ${size} threats, half with a control, ${unscored} unscored`,
      unit: 'ms',
      ours,
      ...(size === 1_000 ? { floor: 300, moonshot: 50 } : {}),
    }),
  );
}

function median(run: () => void): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[3] ?? 0;
}
