// Fetched ahead, so that no test waits for code.
import '@strideboard/formats';
import '@strideboard/formats/tmt';
import { describe, expect, it } from 'vitest';
import { interfaceWords } from '../session/words.ts';
import { readModelFile } from './read-model-file.ts';

const read = (name: string, text: string) => readModelFile(new File([text], name), interfaceWords);

const model = `<ThreatModel xmlns:i="i"><DrawingSurfaceList><DrawingSurfaceModel><Guid>s</Guid><Borders><e><Value i:type="StencilEllipse"><GenericTypeId>GE.P</GenericTypeId><Guid>a</Guid><Properties/><TypeId>GE.P</TypeId><Left>1</Left><Top>2</Top><Width>30</Width><Height>40</Height></Value></e></Borders><Lines/></DrawingSurfaceModel></DrawingSurfaceList></ThreatModel>`;

describe('readModelFile', () => {
  it('opens a model of the Microsoft tool by its content, whatever it is called', async () => {
    const result = await read('model.json', model);
    expect(result).toMatchObject({ ok: true, model: { elements: [{ id: 'a', kind: 'process', x: 1, y: 2 }] } });
  });

  it.each([
    ['<!DOCTYPE a><ThreatModel/>', 'DOCTYPE'],
    ['PK\u0003\u0004', 'ZIP'],
    ['<KnowledgeBase/>', '.tb7'],
  ])('says in a sentence why %j cannot be opened', async (text, word) => {
    const result = await read('model.tm7', text);
    expect(result.ok ? '' : result.reason).toContain(word);
  });

  it('opens a Strideboard file', async () => {
    expect(await read('model.json', '{"format":"strideboard","schema":1}')).toMatchObject({ ok: true, losses: 0 });
  });
});
