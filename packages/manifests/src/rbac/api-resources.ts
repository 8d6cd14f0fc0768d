/**
 * Resources of the Kubernetes API that rights are asked about, with their subresources, by API group (Kubernetes API reference 1.33; verbs
 * on `users` and `groups` are for impersonation). A role that names a wildcard in one group covers these and no resource of other groups.
 */

const GROUPS: Readonly<Record<string, string>> = {
  '': `bindings componentstatuses configmaps endpoints events limitranges namespaces namespaces/finalize namespaces/status nodes nodes/proxy
    nodes/status persistentvolumeclaims persistentvolumeclaims/status persistentvolumes persistentvolumes/status pods pods/attach
    pods/binding pods/ephemeralcontainers pods/eviction pods/exec pods/log pods/portforward pods/proxy pods/resize pods/status podtemplates
    replicationcontrollers replicationcontrollers/scale replicationcontrollers/status resourcequotas resourcequotas/status secrets
    serviceaccounts serviceaccounts/token services services/proxy services/status users groups`,
  'admissionregistration.k8s.io': `mutatingwebhookconfigurations validatingwebhookconfigurations mutatingadmissionpolicies
    mutatingadmissionpolicybindings validatingadmissionpolicies validatingadmissionpolicies/status validatingadmissionpolicybindings`,
  'apiextensions.k8s.io': 'customresourcedefinitions customresourcedefinitions/status',
  'apiregistration.k8s.io': 'apiservices apiservices/status',
  apps: `controllerrevisions daemonsets daemonsets/status deployments deployments/scale deployments/status replicasets replicasets/scale
    replicasets/status statefulsets statefulsets/scale statefulsets/status`,
  'authentication.k8s.io': 'selfsubjectreviews tokenreviews uids userextras',
  'authorization.k8s.io':
    'localsubjectaccessreviews selfsubjectaccessreviews selfsubjectrulesreviews subjectaccessreviews',
  autoscaling: 'horizontalpodautoscalers horizontalpodautoscalers/status',
  batch: 'cronjobs cronjobs/status jobs jobs/status',
  'certificates.k8s.io': `certificatesigningrequests certificatesigningrequests/approval certificatesigningrequests/status signers
    clustertrustbundles`,
  'coordination.k8s.io': 'leases',
  'discovery.k8s.io': 'endpointslices',
  'events.k8s.io': 'events',
  'networking.k8s.io': 'ingressclasses ingresses ingresses/status networkpolicies ipaddresses servicecidrs',
  'node.k8s.io': 'runtimeclasses',
  policy: 'poddisruptionbudgets poddisruptionbudgets/status',
  'rbac.authorization.k8s.io': 'clusterrolebindings clusterroles rolebindings roles',
  'scheduling.k8s.io': 'priorityclasses',
  'storage.k8s.io':
    'csidrivers csinodes csistoragecapacities storageclasses volumeattachments volumeattachments/status',
};

const RESOURCES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(GROUPS).map(([group, names]) => [group, names.split(/\s+/u)]),
);

/**
 * The names under which a role's `resource` of an API `group` is granted. A resource of the API itself has its plain name, as conditions
 * ask for it; any other carries its group (`applications.argoproj.io`), so that equal names in foreign groups are not confused.
 */
export function resourceNames(group: string, resource: string): readonly string[] {
  if (group === '*') return [resource];
  const known = RESOURCES.get(group);
  if (known === undefined) return [qualified(group, resource)];
  if (resource === '*') return known;
  if (resource.startsWith('*/')) return known.filter((name) => name.endsWith(resource.slice(1)));
  if (resource.endsWith('/*')) return known.filter((name) => name.startsWith(resource.slice(0, -1)));
  return [known.includes(resource) ? resource : qualified(group === '' ? 'core' : group, resource)];
}

function qualified(group: string, resource: string): string {
  const [name = '', ...sub] = resource.split('/');
  return [`${name}.${group}`, ...sub].join('/');
}
