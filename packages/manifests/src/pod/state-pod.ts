/** Everything a workload's own specification says about it. */

import { type Statement, state } from '../statement.ts';
import { stateHost } from './host.ts';
import { stateImages } from './images.ts';
import type { Pod } from './pod.ts';
import { stateResources } from './resources.ts';
import { statePodSecurity } from './security.ts';
import { stateSecrets } from './secrets.ts';

/** States what a pod specification decides, with the defaults of Kubernetes; what it cannot decide is left out and stays a question. */
export const statePod = (pod: Pod): readonly (Statement | null)[] => [
  ...statePodSecurity(pod),
  ...stateHost(pod),
  ...stateImages(pod),
  ...stateSecrets(pod),
  ...stateResources(pod),
  // A setting of the kubelet, off unless somebody turned it on (Kubernetes documentation, "Restrict a Container's Syscalls with seccomp").
  state('nodeSeccompDefault', false, pod.spec, 'KubeletConfiguration seccompDefault (unset)'),
];
