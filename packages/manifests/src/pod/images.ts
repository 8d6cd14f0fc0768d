/** Which images a pod runs and how firmly they are named (Kubernetes documentation, "Images"). */

import type { Statement } from '../statement.ts';
import { below, type Field, isAbsent, textOf } from '../yaml/field.ts';
import { ALL, ANY, type Reading, stateUnion, stateWorst } from './combine.ts';
import type { Pod } from './pod.ts';

/** States images, pinning and pull policy. */
export function stateImages({ containers }: Pod): readonly (Statement | null)[] {
  const images = containers.map(({ field }) => {
    const proof = below(field, 'image');
    return { proof, text: textOf(proof), policy: below(field, 'imagePullPolicy') };
  });
  const judge = (judged: (image: string) => boolean): readonly Reading<boolean>[] =>
    images.map(({ proof, text }) => ({ proof, value: text === '' ? undefined : judged(text) }));
  return [
    stateUnion(
      'image',
      images.map(({ proof, text }) => ({ proof, values: text === '' ? [] : [text] })),
    ),
    stateWorst('imageDigestPinned', judge(isPinned), ALL),
    stateWorst('imageTagMutable', judge(isMovable), ANY),
    stateWorst(
      'imagePullPolicy',
      images.map(({ policy, text }) => ({ proof: policy, value: pullPolicy(policy, text) })),
      POLICIES,
    ),
  ];
}

const isPinned = (image: string): boolean => image.includes('@sha256:');

/** No tag means `latest`. A colon before the last slash is a port of the registry. */
function isMovable(image: string): boolean {
  if (isPinned(image)) return false;
  const [, tag = 'latest'] = image.slice(image.lastIndexOf('/') + 1).split(':');
  return tag === 'latest' || tag === '';
}

/** What trusts a cached image most comes first. */
const POLICIES = ['IfNotPresent', 'Never', 'Always'];

function pullPolicy(policy: Field, image: string): string | undefined {
  if (!isAbsent(policy)) return POLICIES.find((known) => known === textOf(policy));
  if (image === '') return undefined;
  return isMovable(image) ? 'Always' : 'IfNotPresent';
}
