/** German words about Kubernetes YAML that was read: what could not be used, what was left out, what the files leave open. */
import type { Areas, Translation } from '../catalogue.ts';

export const manifests: Translation<Areas['manifests']> = {
  problems: {
    'too-large':
      'Alle Dateien zusammen haben mehr als {expected} Zeichen. Was folgt, wurde nicht gelesen: Lesen Sie weniger auf einmal.',
    'too-many':
      'Es sind mehr als {expected} Dokumente oder Objekte. Was folgt, wurde nicht gelesen: Lesen Sie weniger auf einmal.',
    'yaml-syntax':
      'Dies lässt sich nicht als YAML lesen ({found}). Berichtigen Sie es; das Dokument wurde ausgelassen.',
    'not-rendered':
      'Dies ist eine Vorlage, noch kein YAML. Erzeugen Sie es zuerst daraus, zum Beispiel mit "helm template"; das Dokument wurde ausgelassen.',
    'too-deep': 'Dies ist tiefer verschachtelt als jedes Kubernetes-Objekt. Das Dokument wurde ausgelassen.',
    'alias-bomb':
      'Seine Aliase stehen für mehr, als ein Kubernetes-Objekt enthält, oder für sich selbst. Das Dokument wurde ausgelassen.',
    'key-twice':
      'Der Schlüssel „{found}“ steht hier zweimal. Der letzte wurde genommen: Behalten Sie einen von beiden.',
    'not-an-object': 'Dies ist kein Kubernetes-Objekt: Es braucht apiVersion und kind. Es wurde ausgelassen.',
    'name-missing': 'Dies hat keinen Namen. Geben Sie ihm einen; es wurde ausgelassen.',
    'wrong-type': 'Gefunden wurde {found}, wo eines von diesen hingehört: {expected}. Es gilt als nicht bekannt.',
    'too-long': 'Dies ist länger, als ein Board fassen kann ({expected} Einträge). Es gilt als nicht bekannt.',
    'pod-missing': 'Dieser Workload hat keine Container. Über sie wurde nichts gesagt.',
    'subject-namespace-missing':
      'Der ServiceAccount {found} braucht hier einen Namespace, sonst gibt ihm das Binding nichts. Nennen Sie den Namespace.',
    'nothing-read':
      'Hier ist kein Kubernetes-Objekt, das sich zeichnen lässt: kein Workload, kein Service, kein ServiceAccount und keine Role.',
  },
  notes: {
    'namespace-open': {
      one: '{count} Objekt nennt keinen Namespace, während Bindings {namespaces} nennen. Sagen Sie, wo es installiert ist, sonst bleiben seine Rechte vielleicht unbemerkt.',
      other:
        '{count} Objekte nennen keinen Namespace, während Bindings {namespaces} nennen. Sagen Sie, wo sie installiert sind, sonst bleiben ihre Rechte vielleicht unbemerkt.',
    },
    'role-missing': '{binding} vergibt {role}, und das ist nicht in den Dateien. Was es erlaubt, ist nicht bekannt.',
    'subject-not-drawn': '{binding} gibt Rechte an {subject}; das ist nicht gezeichnet.',
  },
  ignored: {
    kind: {
      one: '{count} {kind} wurde nicht gelesen: Daraus wird nichts gezeichnet.',
      other: '{count} {kind} wurden nicht gelesen: Daraus wird nichts gezeichnet.',
    },
    owned: {
      one: '{count} {kind} wurde ausgelassen: Was es steuert, ist auch da.',
      other: '{count} {kind} wurden ausgelassen: Was sie steuert, ist auch da.',
    },
    replaced: {
      one: '{count} {kind} wurde ausgelassen: Es steht weiter unten noch einmal.',
      other: '{count} {kind} wurden ausgelassen: Sie stehen weiter unten noch einmal.',
    },
  },
  read: { one: '{count} Objekt wurde gelesen.', other: '{count} Objekte wurden gelesen.' },
};
