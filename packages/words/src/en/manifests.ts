/** Words about Kubernetes YAML that was read: what could not be used, what was left out, what the files leave open. */
import { area } from '../area.ts';

export const manifests = area('manifests', {
  /** Place, object and path come in front of each of these. */
  problems: {
    'too-large':
      'All files together have more than {expected} characters. What follows was not read: read fewer at once.',
    'too-many': 'There are more than {expected} documents or objects. What follows was not read: read fewer at once.',
    'yaml-syntax': 'This cannot be read as YAML ({found}). Correct it; the document was left out.',
    'not-rendered':
      'This is a template, not YAML yet. Render it first, for instance with "helm template"; the document was left out.',
    'too-deep': 'This is nested deeper than any Kubernetes object. The document was left out.',
    'alias-bomb':
      'Its aliases stand for more than any Kubernetes object holds, or for themselves. The document was left out.',
    'key-twice': 'The key “{found}” stands twice here. The last one was taken: keep one of the two.',
    'not-an-object': 'This is no Kubernetes object: it needs apiVersion and kind. It was left out.',
    'name-missing': 'This has no name. Give it one; it was left out.',
    'wrong-type': 'Found {found} where one of these belongs: {expected}. It counts as not known.',
    'too-long': 'This is longer than a board can hold ({expected} entries). It counts as not known.',
    'pod-missing': 'This workload has no containers. Nothing was said about them.',
    'subject-namespace-missing':
      'The ServiceAccount {found} needs a namespace here, or the binding gives it nothing. Name the namespace.',
    'nothing-read': 'There is no Kubernetes object here that can be drawn: no workload, Service, account or role.',
  },
  notes: {
    'namespace-open': {
      one: '{count} object names no namespace, while bindings name {namespaces}. Say where it is installed, or its rights may be missed.',
      other:
        '{count} objects name no namespace, while bindings name {namespaces}. Say where they are installed, or their rights may be missed.',
    },
    'role-missing': '{binding} gives {role}, which is not in the files. What it allows is not known.',
    'subject-not-drawn': '{binding} gives rights to {subject}, who is not drawn.',
  },
  ignored: {
    kind: {
      one: '{count} {kind} was not read: nothing is drawn from it.',
      other: '{count} {kind} were not read: nothing is drawn from them.',
    },
    owned: {
      one: '{count} {kind} was left out: what controls it is there too.',
      other: '{count} {kind} were left out: what controls them is there too.',
    },
    replaced: {
      one: '{count} {kind} was left out: it stands again further on.',
      other: '{count} {kind} were left out: they stand again further on.',
    },
  },
  read: { one: '{count} object was read.', other: '{count} objects were read.' },
});
