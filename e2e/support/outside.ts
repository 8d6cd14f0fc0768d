/** Files as they come from outside, made by hand and as small as they can be. */
import type { Page } from '@playwright/test';

/** A file as a file chooser gives it. */
export interface OutsideFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A file of this text. */
export const textFile = (name: string, text: string): OutsideFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});

const object = (kind: string, id: string, label: string, rest: string): string =>
  `<o><Value i:type="${kind}"><GenericTypeId>${id.startsWith('f') ? 'GE.DF' : 'GE.P'}</GenericTypeId><Guid>${id}</Guid><Properties><p i:type="StringDisplayAttribute"><DisplayName>Name</DisplayName><Name/><Value>${label}</Value></p></Properties><TypeId>${id.startsWith('f') ? 'GE.DF' : 'GE.P'}</TypeId>${rest}</Value></o>`;

const process = (id: string, label: string, left: number): string =>
  object(
    'StencilEllipse',
    id,
    label,
    `<Left>${String(left)}</Left><Top>100</Top><Width>100</Width><Height>100</Height>`,
  );

const flow = (id: string, label: string, [source, target]: readonly [string, string]): string =>
  object(
    'Connector',
    id,
    label,
    `<SourceGuid>${source}</SourceGuid><TargetGuid>${target}</TargetGuid><SourceX>200</SourceX><SourceY>150</SourceY><HandleX>300</HandleX><HandleY>150</HandleY><TargetX>400</TargetX><TargetY>150</TargetY>`,
  );

const types = ['GE.P,Process,Ellipse', 'GE.DF,Data Flow,Line'].map((type) => {
  const [id = '', name = '', representation = ''] = type.split(',');
  return `<ElementType><Id>${id}</Id><Name>${name}</Name><ParentId>ROOT</ParentId><Representation>${representation}</Representation></ElementType>`;
});

const base = (version: string): string =>
  `<KnowledgeBase><Manifest><Id>t</Id><Name>Ledger rules</Name><Version>${version}</Version></Manifest><GenericElements>${types.join('')}</GenericElements><StandardElements/><ThreatCategories><ThreatCategory><Id>S</Id><Name>Spoofing</Name></ThreatCategory></ThreatCategories><ThreatTypes><ThreatType><Id>T1</Id><Category>S</Category><ShortTitle>{source.Name} pretends to be somebody else</ShortTitle><Description>Nothing proves who it is.</Description><GenerationFilters><Include>source is 'GE.P'</Include><Exclude/></GenerationFilters></ThreatType></ThreatTypes></KnowledgeBase>`;

/** A model of the Microsoft Threat Modeling Tool: two processes, a flow, a flow that lost its end, and a template with one threat type. */
export const smallTm7 = (version = '1.0'): string =>
  `<ThreatModel xmlns:i="i"><DrawingSurfaceList><DrawingSurfaceModel><Guid>s</Guid><Borders>${process('p1', 'Shop', 100)}${process('p2', 'Ledger', 400)}</Borders><Header>Diagram 1</Header><Lines>${flow('f1', 'orders', ['p1', 'p2'])}${flow('f2', 'lost', ['p1', 'p9'])}</Lines></DrawingSurfaceModel></DrawingSurfaceList><MetaInformation><ThreatModelName>Ledger</ThreatModelName></MetaInformation>${base(version)}</ThreatModel>`;

/** Namespaces with workloads each, a kind that nothing reads, and one document that is a template still. */
export function smallCluster(namespaces: number, workloads: number): string {
  const documents: string[] = [];
  for (let space = 0; space < namespaces; space++) {
    for (let at = 0; at < workloads; at++) {
      documents.push(
        `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web-${String(space)}-${String(at)}, namespace: space-${String(space)} }\nspec:\n  selector: { matchLabels: { app: a } }\n  template:\n    metadata: { labels: { app: a } }\n    spec: { containers: [{ name: c, image: nginx }] }\n`,
      );
    }
  }
  documents.push('apiVersion: example.org/v1\nkind: Widget\nmetadata: { name: w }\n');
  documents.push('apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Values.name }}\n');
  return documents.join('---\n');
}

/** Drops files on the page, as a hand would from a folder. */
export async function dropFiles(page: Page, ...files: readonly OutsideFile[]): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, content: buffer.toString('base64') }));
  await page.evaluate((dropped) => {
    const data = new DataTransfer();
    for (const { name, mimeType, content } of dropped) {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name, { type: mimeType }));
    }
    const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
    for (const type of ['dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  }, given);
}
