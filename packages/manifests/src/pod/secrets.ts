/**
 * Secrets that reach a pod, as far as its own specification shows them. A suspicion is stated only where something was found: that no name
 * looks like a credential proves nothing, and stays a question.
 */

import { type Statement, state } from '../statement.ts';
import { below, type Field, isAbsent, itemsOf, textOf } from '../yaml/field.ts';
import type { Pod } from './pod.ts';

/** States secrets in the environment, and credentials in plain text and cloud keys where they were found. */
export function stateSecrets({ containers }: Pod): readonly (Statement | null)[] {
  const [first] = containers;
  if (first === undefined) return [];
  const listIn = (key: string): readonly Field[] =>
    containers.map(({ field }) => below(field, key)).flatMap((list) => (isAbsent(list) ? [] : itemsOf(list)));
  const variables = listIn('env').map(
    (field): Variable => ({
      name: textOf(below(field, 'name')),
      value: below(field, 'value'),
      secret: below(field, 'valueFrom', 'secretKeyRef'),
    }),
  );
  const fromSecret = [
    ...variables.map(({ secret }) => secret),
    ...listIn('envFrom').map((from) => below(from, 'secretRef')),
  ];
  const handed = fromSecret.find((field) => !isAbsent(field));
  const plain = variables.find(isPlainCredential);
  const cloudKey = variables.find(
    ({ name, value, secret }) => CLOUD_KEYS.test(name) && (hasText(value) || !isAbsent(secret)),
  );
  return [
    state('secretsInEnv', handed !== undefined, handed ?? below(first.field, 'env')),
    plain === undefined ? null : state('plaintextCredentials', true, plain.value),
    cloudKey === undefined
      ? null
      : state('cloudKeyMounted', true, isAbsent(cloudKey.value) ? cloudKey.secret : cloudKey.value),
  ];
}

interface Variable {
  readonly name: string;
  readonly value: Field;
  readonly secret: Field;
}

const hasText = (field: Field): boolean => !isAbsent(field) && textOf(field) !== '';

const CREDENTIAL_NAMES =
  /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIALS?)(?:$|_(?:ID|VALUE)$)/iu;

/** A value that stands for itself: no reference to another variable, no path of a file, no switch. */
function isPlainCredential({ name, value }: Variable): boolean {
  if (!CREDENTIAL_NAMES.test(name) || !hasText(value)) return false;
  const text = textOf(value);
  return !/^(?:\$\(.*\)|\/.*|true|false|\d{1,2})$/su.test(text);
}

/** Variables in which the clients of the large clouds look for long-lived keys (AWS CLI, Google Cloud SDK, Azure Identity documentation). */
const CLOUD_KEYS = /^(?:AWS_SECRET_ACCESS_KEY|AZURE_CLIENT_SECRET|GOOGLE_APPLICATION_CREDENTIALS|GOOGLE_CREDENTIALS)$/u;
