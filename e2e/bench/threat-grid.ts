/** Boards full of threats: pods in rows about which everything is said that a rule objects to. */
import { type SeededBoard, seedBoard } from '../support/seed.ts';

const FACTS = {
  ...{ privileged: true, hostPID: true, hostNetwork: true, hostIPC: true, mountsRuntimeSocket: true },
  ...{ runAsNonRoot: false, allowPrivilegeEscalation: true, readOnlyRootFilesystem: false },
};

/** What the Kubernetes pack finds at each of them. */
export const THREATS_OF_A_POD = 7;

/** Makes a board of so many pods, labelled `workload 0` and so on. */
export function seedGrid(base: string, pods: number): Promise<SeededBoard> {
  const columns = Math.ceil(Math.sqrt(pods));
  const elements = Array.from({ length: pods }, (_, at) => ({
    is: 'Pod' as const,
    label: `workload ${String(at)}`,
    at: [(at % columns) * 220, Math.floor(at / columns) * 110] as const,
    facts: FACTS,
  }));
  return seedBoard(base, { elements });
}
