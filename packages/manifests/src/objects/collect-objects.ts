/** From documents to named objects: lists are opened, repeated and owned objects set aside, everything that is left out is named. */

import { type IgnoredObject, type ManifestPlace, type ObjectName, objectKey, type ProblemList } from '../report.ts';
import {
  asObject,
  below,
  booleanOf,
  describe,
  documentField,
  type Field,
  isAbsent,
  itemsOf,
  placeOf,
  reportAt,
  textOf,
} from '../yaml/field.ts';
import type { ReadDocuments } from '../yaml/read-documents.ts';
import { isClusterScoped, isReadKind } from './kinds.ts';

/** An object of a kind that is read. */
export interface ManifestObject extends ObjectName {
  readonly apiVersion: string;
  readonly field: Field;
  readonly place: ManifestPlace;
}

/** The objects to read, in the order of the files, and those left out. */
export interface CollectedObjects {
  readonly objects: readonly ManifestObject[];
  readonly ignored: readonly IgnoredObject[];
  /** How many of the objects lie in a namespace but name none. */
  readonly withoutNamespace: number;
}

/** Lists in lists: `kubectl get` never writes more than one level. */
const LIST_DEPTH = 4;
/** Most objects of one import; a board holds fewer. */
const OBJECT_LIMIT = 20_000;

/** Collects the objects of all documents. `defaultNamespace` is where objects that name no namespace are installed; `''` = not said. */
export function collectObjects(
  { documents, passed }: ReadDocuments,
  defaultNamespace: string,
  problems: ProblemList,
): CollectedObjects {
  const found: ManifestObject[] = [];
  const ignored: IgnoredObject[] = passed.map(({ name, ...place }) => ({
    ...place,
    kind: 'CustomResourceDefinition',
    namespace: '',
    name,
    reason: 'kind',
  }));
  let count = 0;

  const add = (field: Field, inherited: Inherited, depth: number): void => {
    const header = readHeader(field, inherited);
    if (header === null) return;
    if (header.isList) {
      if (depth >= LIST_DEPTH) reportAt(field, 'too-deep');
      else for (const item of itemsOf(below(field, 'items'))) add(item, header.items, depth + 1);
      return;
    }
    count += 1;
    if (count > OBJECT_LIMIT) {
      if (count === OBJECT_LIMIT + 1) reportAt(field, 'too-many', { expected: String(OBJECT_LIMIT) });
      return;
    }
    const { kind, group, apiVersion } = header;
    const metadata = below(field, 'metadata');
    const name = textOf(below(metadata, 'name'));
    const namespace = isClusterScoped(kind) ? '' : textOf(below(metadata, 'namespace')) || defaultNamespace;
    const place = placeOf(field);
    if (!isReadKind(kind, group)) {
      ignored.push({ kind, namespace, name, ...place, reason: 'kind' });
      return;
    }
    // What is only generated has no name yet; it is told apart by where it stands.
    const generated = textOf(below(metadata, 'generateName'));
    if (name === '' && generated === '') {
      reportAt(asObject(field, { kind, namespace, name }), 'name-missing');
      return;
    }
    // In quotes a template is valid YAML, and none of its values is what will be installed.
    if (TEMPLATE.test(`${name}${generated}${namespace}`)) {
      reportAt(
        asObject(below(metadata, TEMPLATE.test(namespace) ? 'namespace' : 'name'), { kind, namespace, name }),
        'not-rendered',
      );
      return;
    }
    const own = { kind, namespace, name: name === '' ? `${generated}${found.length + 1}` : name };
    found.push({ ...own, apiVersion, field: asObject(field, own), place });
  };
  for (const source of documents) add(documentField(source, problems), NO_PARENT, 0);

  const latest = new Map(found.map((object) => [objectKey(object), object]));
  const objects = found.filter((object) => {
    const reason = latest.get(objectKey(object)) !== object ? 'replaced' : isOwned(object, latest) ? 'owned' : null;
    if (reason !== null) ignored.push({ ...nameOf(object), ...object.place, reason });
    return reason === null;
  });
  const withoutNamespace = objects.filter(({ kind, namespace }) => namespace === '' && !isClusterScoped(kind)).length;
  return { objects, ignored, withoutNamespace };
}

/** What a template language leaves where a name belongs; no name of Kubernetes has it. */
const TEMPLATE = /\{\{|\$\{/u;

const nameOf = ({ kind, namespace, name }: ObjectName): ObjectName => ({ kind, namespace, name });

/** Kind and version that a typed list gives to items that do not say theirs. */
interface Inherited {
  readonly kind: string;
  readonly apiVersion: string;
}
const NO_PARENT: Inherited = { kind: '', apiVersion: '' };

interface Header extends Inherited {
  readonly group: string;
  readonly isList: boolean;
  readonly items: Inherited;
}

function readHeader(field: Field, inherited: Inherited): Header | null {
  if (isAbsent(field)) return null;
  if (typeof field.value !== 'object' || Array.isArray(field.value)) {
    reportAt(field, 'not-an-object', { found: describe(field.value) });
    return null;
  }
  const kind = textOf(below(field, 'kind')) || inherited.kind;
  const apiVersion = textOf(below(field, 'apiVersion')) || inherited.apiVersion;
  if (kind === '' || apiVersion === '') {
    reportAt(field, 'not-an-object', { expected: kind === '' ? 'kind' : 'apiVersion' });
    return null;
  }
  const isList = kind.endsWith('List') && Array.isArray(below(field, 'items').value);
  const slash = apiVersion.indexOf('/');
  const group = slash < 0 ? '' : apiVersion.slice(0, slash);
  const isTyped = isList && kind !== 'List';
  return {
    kind,
    apiVersion,
    group,
    isList,
    items: isTyped ? { kind: kind.slice(0, -'List'.length), apiVersion } : NO_PARENT,
  };
}

/** Whether an object of the files controls this one and stands for it: a dump holds a Deployment, its ReplicaSets and their Pods. */
function isOwned(object: ManifestObject, latest: ReadonlyMap<string, ManifestObject>): boolean {
  const owners = below(object.field, 'metadata', 'ownerReferences');
  if (isAbsent(owners)) return false;
  return itemsOf(owners).some((owner) => {
    if (booleanOf(below(owner, 'controller'), false) !== true) return false;
    const name = {
      kind: textOf(below(owner, 'kind')),
      namespace: object.namespace,
      name: textOf(below(owner, 'name')),
    };
    const controller = latest.get(objectKey(name));
    return controller !== undefined && controller !== object;
  });
}
