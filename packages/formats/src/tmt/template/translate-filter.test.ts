import { describe, expect, it } from 'vitest';
import { parseFilter } from '../filter/parse-filter.ts';
import { createLossList } from '../../native/fit.ts';
import { bytesOf, smallTb7 } from '../testing/small-files.ts';
import { decodeFile } from '../xml/decode-bytes.ts';
import { readXml } from '../xml/read-xml.ts';
import { createPackNames } from './names.ts';
import { textOf } from './pieces.ts';
import { readKnowledgeBase } from './read-knowledge-base.ts';
import { translateFilter } from './translate-filter.ts';
import { createTypeSelectors } from './type-selectors.ts';

const decoded = decodeFile(bytesOf(smallTb7([])));
const xml = decoded.ok ? readXml(decoded.text) : null;
if (!xml?.ok) throw new Error('the small template cannot be read');
const base = readKnowledgeBase(xml.root, createLossList());
const names = createPackNames('tmt-t');
const given = { types: base.types, names, selectors: createTypeSelectors(base, names) };

function condition(filter: string): string | null {
  const parsed = parseFilter(filter);
  if (parsed === null || parsed === 'empty') throw new Error(`not a filter: ${filter}`);
  const piece = translateFilter(parsed, given);
  return piece === null ? null : textOf(piece);
}

describe('translateFilter', () => {
  it.each([
    ["source is 'SE.P.Web'", "kind(source, 'tmt-t:SE.P.Web')", 'a type without descendants is named'],
    ["target is 'GE.P'", "kind(target, 'tmt-t:is.GE.P')", 'a type with descendants is a group'],
    ["flow is 'SE.DF.Http'", "flow.tmtTFlowType == 'SE.DF.Http'", 'the type of a connector is a property'],
    ["flow is 'GE.DF'", 'true', 'every connector is a connector'],
    ["source is 'ROOT'", 'false', 'ROOT is nobody'],
    ["source is 'SE.DF.Http'", 'false', 'an end is no connector'],
    ["flow crosses 'GE.TB.L'", "crosses('tmt-t:is.GE.TB.L')", 'lines are crossed'],
    ["flow crosses 'SE.TB.B.Zone'", "crosses('tmt-t:SE.TB.B.Zone')", 'boxes are crossed'],
    ["flow crosses 'GE.P'", 'false', 'a process cannot be crossed'],
    [
      "source.codeType is 'Managed'",
      "kind(source, 'tmt-t:is.GE.P') && source.tmtTCodeType == 'Managed'",
      'what has no such property does not have the value',
    ],
    ["source.nobodyHasThis is 'x'", 'false', 'no type has the property'],
    [
      "flow.54851a3b-65da-4902-b4e0-94ef015be735 is 'None'",
      "flow.tmtT54851a3b65da4902b4e094ef015be735 == 'None'",
      'a GUID becomes a word',
    ],
    [
      "flow.cookies is 'Yes'",
      "flow.tmtTFlowType == 'SE.DF.Http' && flow.tmtTCookies == 'Yes'",
      'only one type of connector has the property',
    ],
    ["target.codeType is ''", 'false', 'a list has no empty choice'],
    ["source.71f3d9aa-b8ef-4e54-8126-607a1d903103 is 'True'", 'source.oos == true', 'scope is kept by the board'],
    ["flow.15ccd509-98eb-49ad-b9c2-b4a2926d1780 is '0'", "flow.order == ''", 'order 0 is none'],
  ])('%s is %s: %s', (filter, expected) => {
    expect(condition(filter)).toBe(expected);
  });

  it('joins choices about the same thing and drops what is said twice', () => {
    expect(condition("source is 'GE.P' or source is 'GE.DS' or source is 'GE.P'")).toBe(
      "kind(source, 'tmt-t:is.GE.P', 'tmt-t:GE.DS')",
    );
    expect(condition("source is 'GE.P' and (source is 'GE.P' and source.codeType is 'Managed')")).toBe(
      "kind(source, 'tmt-t:is.GE.P') && source.tmtTCodeType == 'Managed'",
    );
  });

  it('sets parentheses where they are needed and settles what is constant', () => {
    expect(condition("not (source is 'GE.P' or target is 'GE.DS') and (target is 'GE.EI' or source is 'GE.EI')")).toBe(
      "!(kind(source, 'tmt-t:is.GE.P') || kind(target, 'tmt-t:GE.DS')) && (kind(target, 'tmt-t:GE.EI') || kind(source, 'tmt-t:GE.EI'))",
    );
    expect(condition("not source is 'ROOT' and not source is 'GE.DS'")).toBe("!kind(source, 'tmt-t:GE.DS')");
  });

  it('cannot say what reads labels or reasons', () => {
    expect(condition("source is 'GE.P' and target.Name is 'x'")).toBeNull();
    expect(condition("not source.752473b6-52d4-4776-9a24-202153f7d579 is 'x'")).toBeNull();
  });

  it('escapes what a text may hold', () => {
    expect(condition("source.codeType is 'a\\b\nc'")).toContain(String.raw`== 'a\\b\nc'`);
  });
});
