/** Hand-made files in the two forms of the Microsoft Threat Modeling Tool, as small as they can be. */

/** One threat type of the small template. */
export interface SmallThreatType {
  readonly id: string;
  readonly include: string;
  readonly exclude?: string;
  readonly category?: string;
  readonly title?: string;
  readonly priority?: string;
  readonly mitigation?: string;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/gu, (character) => ESCAPES[character] ?? character);

const list = (name: string, ...values: readonly string[]) => ({ name, values });

/** Types: two generations of processes, of connectors and of both kinds of boundary. */
const TYPES = [
  ['GE.P', 'Generic Process', 'ROOT', 'Ellipse', [list('codeType', 'Not Selected', 'Managed')]],
  ['SE.P.Web', 'Web Server', 'GE.P', 'Inherited', [list('codeType', 'Managed'), list('e-mail', 'No', 'Yes')]],
  ['GE.EI', 'Generic External Interactor', 'ROOT', 'Rectangle', []],
  ['GE.DS', 'Generic Data Store', 'ROOT', 'ParallelLines', [list('stores', 'No', 'Yes')]],
  ['GE.DF', 'Generic Data Flow', 'ROOT', 'Line', [list('54851a3b-65da-4902-b4e0-94ef015be735', 'None', 'Some')]],
  ['SE.DF.Http', 'HTTP', 'GE.DF', 'Line', [list('cookies', 'No', 'Yes')]],
  ['GE.TB.L', 'Generic Line', 'ROOT', 'LineBoundary', []],
  ['SE.TB.L.Net', 'Net Line', 'GE.TB.L', 'LineBoundary', []],
  ['GE.TB.B', 'Generic Box', 'ROOT', 'BorderBoundary', []],
  ['SE.TB.B.Zone', 'Zone', 'GE.TB.B', 'BorderBoundary', []],
  ['GE.A', 'Free Text Annotation', 'ROOT', 'Annotation', []],
] as const;

const CATEGORIES = [
  ['S', 'Spoofing'],
  ['E', 'Elevation Of Privilege'],
  ['A', 'Abuse'],
] as const;

/** A template in the form of a .tb7. */
export function smallTb7(threatTypes: readonly SmallThreatType[]): string {
  const types = TYPES.map(
    ([id, name, parent, representation, attributes]) =>
      `<ElementType><Name>${name}</Name><ID>${id}</ID><Description/><ParentElement>${parent}</ParentElement><Image>AAAA</Image><Representation>${representation}</Representation><Attributes>${attributes
        .map(
          (attribute) =>
            `<Attribute><Name>${attribute.name}</Name><DisplayName>The ${attribute.name}</DisplayName><Type>List</Type><AttributeValues>${attribute.values.map((value) => `<Value>${value}</Value>`).join('')}</AttributeValues></Attribute>`,
        )
        .join('')}</Attributes></ElementType>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<KnowledgeBase xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <Manifest name="Small Template" id="11112222-3333-4444-5555-666677778888" version="1.2" author="us" />
  <ThreatMetaData><PropertiesMetaData><ThreatMetaDatum><Name>Priority</Name><Values><Value>High</Value><Value>Low</Value></Values></ThreatMetaDatum></PropertiesMetaData></ThreatMetaData>
  <GenericElements>${types.filter((type) => type.includes('>ROOT<')).join('\n')}</GenericElements>
  <StandardElements>${types.filter((type) => !type.includes('>ROOT<')).join('\n')}</StandardElements>
  <ThreatCategories>${CATEGORIES.map(([id, name]) => `<ThreatCategory><Name>${name}</Name><Id>${id}</Id></ThreatCategory>`).join('')}</ThreatCategories>
  <ThreatTypes>${threatTypes.map((type) => threatTypeXml(type, { id: 'Id', value: 'Value' })).join('\n')}</ThreatTypes>
</KnowledgeBase>`;
}

function threatTypeXml(type: SmallThreatType, tags: { readonly id: string; readonly value: string }): string {
  const datum = (name: string, value: string | undefined): string =>
    value === undefined
      ? ''
      : `<ThreatMetaDatum><Name>${name}</Name><Values><${tags.value}>${escape(value)}</${tags.value}></Values></ThreatMetaDatum>`;
  return `<ThreatType><GenerationFilters><Include>${escape(type.include)}</Include><Exclude>${escape(type.exclude ?? '')}</Exclude></GenerationFilters><${tags.id}>${type.id}</${tags.id}><ShortTitle>${escape(type.title ?? `${type.id} on {flow.Name}`)}</ShortTitle><Category>${type.category ?? 'S'}</Category><Description>{source.Name} may harm {target.Name}.</Description><PropertiesMetaData>${datum('Priority', type.priority)}${datum('PossibleMitigations', type.mitigation)}</PropertiesMetaData></ThreatType>`;
}

/** An object of a drawing surface. */
export interface SmallObject {
  readonly guid: string;
  readonly xmlType: string;
  readonly type: string;
  readonly generic: string;
  readonly label?: string;
  /** Left, top, width, height. */
  readonly box?: readonly [number, number, number, number];
  /** From, handle, to. */
  readonly curve?: readonly [number, number, number, number, number, number];
  readonly ends?: readonly [string, string];
  readonly ports?: readonly [string, string];
  /** Chosen values of lists by name. */
  readonly lists?: Readonly<Record<string, string>>;
  /** Out of scope, for this reason. */
  readonly outOfScope?: string;
  readonly order?: string;
}

/** A stored threat. */
interface SmallThreat {
  readonly id: number;
  readonly type: string;
  readonly ends: readonly [string, string];
  readonly flow: string;
  readonly state?: string;
  readonly why?: string;
  readonly texts?: Readonly<Record<string, string>>;
  readonly modifiedAt?: string;
}

/** What a small model holds. */
export interface SmallModel {
  readonly surfaces: readonly {
    readonly guid: string;
    readonly title: string;
    readonly objects: readonly SmallObject[];
  }[];
  readonly threats?: readonly SmallThreat[];
  readonly threatTypes?: readonly SmallThreatType[];
  readonly meta?: Readonly<Record<string, string>>;
  /** Without the template inside. */
  readonly bare?: boolean;
}

const BASE = 'xmlns="http://schemas.datacontract.org/2004/07/ThreatModeling.Model.Abstracts"';

/** A model in the form of a .tm7: namespaces declared on every member, typed values, one line. */
export function smallTm7({ surfaces, threats = [], threatTypes = [], meta = {}, bare = false }: SmallModel): string {
  return [
    '<ThreatModel xmlns="http://schemas.datacontract.org/2004/07/ThreatModeling.Model" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">',
    `<DrawingSurfaceList>${surfaces.map(surfaceXml).join('')}</DrawingSurfaceList>`,
    `<MetaInformation>${Object.entries(meta)
      .map(([name, value]) => `<${name}>${escape(value)}</${name}>`)
      .join('')}</MetaInformation><Notes/>`,
    `<ThreatInstances xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays">${threats.map(threatXml).join('')}</ThreatInstances>`,
    '<ThreatGenerationEnabled>true</ThreatGenerationEnabled><Validations/><Version>4.3</Version>',
    bare ? '' : contractForm(threatTypes),
    '<Profile><PromptedKb xmlns=""/></Profile></ThreatModel>',
  ].join('');
}

/** The small template as it stands inside a model: members instead of attributes, other names, prefixes. */
function contractForm(threatTypes: readonly SmallThreatType[]): string {
  const inside = smallTb7(threatTypes)
    .replace(/^<\?xml.*\n/u, '')
    .replace(
      /<Manifest [^>]*>/u,
      '<Manifest><Author>us</Author><Id>11112222-3333-4444-5555-666677778888</Id><Name>Small Template</Name><Version>1.2</Version></Manifest>',
    )
    .replaceAll('ID>', 'Id>')
    .replaceAll('ParentElement>', 'ParentId>')
    .replaceAll('Image>', 'ImageSource>')
    .replace(/<KnowledgeBase[^>]*>/u, '<KnowledgeBase>');
  return inside
    .replace(/<(\/?)(?=[A-Z])/gu, '<$1k:')
    .replace(
      '<k:KnowledgeBase>',
      '<KnowledgeBase xmlns:k="http://schemas.datacontract.org/2004/07/ThreatModeling.KnowledgeBase">',
    )
    .replace('</k:KnowledgeBase>', '</KnowledgeBase>');
}

const surfaceXml = ({ guid, title, objects }: SmallModel['surfaces'][number]): string =>
  `<DrawingSurfaceModel><GenericTypeId ${BASE}>DRAWINGSURFACE</GenericTypeId><Guid ${BASE}>${guid}</Guid><Properties ${BASE}/><Borders xmlns:a="arrays">${objects
    .filter(({ xmlType }) => xmlType !== 'Connector' && xmlType !== 'LineBoundary')
    .map(objectXml)
    .join('')}</Borders><Header>${escape(title)}</Header><Lines xmlns:a="arrays">${objects
    .filter(({ xmlType }) => xmlType === 'Connector' || xmlType === 'LineBoundary')
    .map(objectXml)
    .join('')}</Lines><Zoom>1</Zoom></DrawingSurfaceModel>`;

function objectXml(object: SmallObject): string {
  const member = (name: string, value: string | number): string => `<${name} ${BASE}>${value}</${name}>`;
  const property = (kind: string, label: string, name: string, value: string): string =>
    `<a:anyType i:type="b:${kind}DisplayAttribute" xmlns:b="kb"><b:DisplayName>${label}</b:DisplayName><b:Name>${name}</b:Name>${value}</a:anyType>`;
  const text = (value: string): string => `<b:Value i:type="c:string" xmlns:c="xs">${escape(value)}</b:Value>`;
  const properties = [
    property('Header', object.type, '', '<b:Value i:nil="true"/>'),
    property('String', 'Name', '', text(object.label ?? '')),
    ...(object.outOfScope === undefined
      ? []
      : [
          property(
            'Boolean',
            'Out Of Scope',
            '71f3d9aa-b8ef-4e54-8126-607a1d903103',
            '<b:Value i:type="c:boolean" xmlns:c="xs">true</b:Value>',
          ),
          property(
            'String',
            'Reason For Out Of Scope',
            '752473b6-52d4-4776-9a24-202153f7d579',
            text(object.outOfScope),
          ),
        ]),
    ...(object.order === undefined
      ? []
      : [property('String', 'Dataflow Order', '15ccd509-98eb-49ad-b9c2-b4a2926d1780', text(object.order))]),
    ...Object.entries(object.lists ?? {}).map(([name, value]) =>
      property(
        'List',
        `The ${name}`,
        name,
        `<b:Value i:type="a:ArrayOfstring"><a:string>Other</a:string><a:string>${escape(value)}</a:string></b:Value><b:SelectedIndex>1</b:SelectedIndex>`,
      ),
    ),
  ];
  const [left, top, width, height] = object.box ?? [];
  const [fromX, fromY, handleX, handleY, toX, toY] = object.curve ?? [];
  const numbers = Object.entries({
    Left: left,
    Top: top,
    Width: width,
    Height: height,
    HandleX: handleX,
    HandleY: handleY,
    SourceX: fromX,
    SourceY: fromY,
    TargetX: toX,
    TargetY: toY,
  });
  return `<a:KeyValueOfguidanyType><a:Key>${object.guid}</a:Key><a:Value i:type="${object.xmlType}">${[
    member('GenericTypeId', object.generic),
    member('Guid', object.guid),
    `<Properties ${BASE}>${properties.join('')}</Properties>`,
    member('TypeId', object.type),
    ...numbers.flatMap(([name, value]) => (value === undefined ? [] : [member(name, value)])),
    member('PortSource', object.ports?.[0] ?? 'None'),
    member('PortTarget', object.ports?.[1] ?? 'None'),
    member('SourceGuid', object.ends?.[0] ?? '00000000-0000-0000-0000-000000000000'),
    member('TargetGuid', object.ends?.[1] ?? '00000000-0000-0000-0000-000000000000'),
  ].join('')}</a:Value></a:KeyValueOfguidanyType>`;
}

function threatXml({
  id,
  type,
  ends,
  flow,
  state = 'AutoGenerated',
  why,
  texts = {},
  modifiedAt,
}: SmallThreat): string {
  const pairs = Object.entries({ Title: `Stored ${id}`, Priority: 'High', ...texts }).map(
    ([name, value]) =>
      `<a:KeyValueOfstringstring><a:Key>${name}</a:Key><a:Value>${escape(value)}</a:Value></a:KeyValueOfstringstring>`,
  );
  return `<a:KeyValueOfstringThreatpc_P0_PhOB><a:Key>${type}${ends[0]}${flow}${ends[1]}</a:Key><a:Value xmlns:b="kb"><b:ChangedBy i:nil="true"/><b:FlowGuid>${flow}</b:FlowGuid><b:Id>${id}</b:Id><b:ModifiedAt>${modifiedAt ?? '0001-01-01T00:00:00'}</b:ModifiedAt><b:Properties>${pairs.join('')}</b:Properties><b:SourceGuid>${ends[0]}</b:SourceGuid><b:State>${state}</b:State>${why === undefined ? '<b:StateInformation i:nil="true"/>' : `<b:StateInformation>${escape(why)}</b:StateInformation>`}<b:TargetGuid>${ends[1]}</b:TargetGuid><b:Title i:nil="true"/><b:TypeId>${type}</b:TypeId></a:Value></a:KeyValueOfstringThreatpc_P0_PhOB>`;
}

/** A process, 100 by 100 px. */
export const process = (
  guid: string,
  [x, y]: readonly [number, number],
  more: Partial<SmallObject> = {},
): SmallObject => ({
  guid,
  xmlType: 'StencilEllipse',
  type: 'GE.P',
  generic: 'GE.P',
  label: guid,
  box: [x, y, 100, 100],
  lists: { codeType: 'Managed' },
  ...more,
});

/** A straight connector between the points. */
export const connector = (
  guid: string,
  ends: readonly [string, string],
  [fromX, fromY, toX, toY]: readonly [number, number, number, number],
  more: Partial<SmallObject> = {},
): SmallObject => ({
  guid,
  xmlType: 'Connector',
  type: 'GE.DF',
  generic: 'GE.DF',
  label: guid,
  ends,
  curve: [fromX, fromY, (fromX + toX) / 2, (fromY + toY) / 2, toX, toY],
  lists: { '54851a3b-65da-4902-b4e0-94ef015be735': 'None' },
  ...more,
});

/** A border boundary. */
export const zone = (
  guid: string,
  box: readonly [number, number, number, number],
  more: Partial<SmallObject> = {},
): SmallObject => ({
  guid,
  xmlType: 'BorderBoundary',
  type: 'SE.TB.B.Zone',
  generic: 'GE.TB.B',
  label: guid,
  box,
  ...more,
});

/** The bytes of a text. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
