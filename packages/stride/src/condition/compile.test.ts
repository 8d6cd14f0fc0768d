import { describe, expect, it } from 'vitest';
import { SMALL_INDEX } from '../testing/small-pack.ts';
import { compileCondition } from './compile.ts';
import type { ConditionSubject } from './compiled.ts';

function errors(text: string, subject: ConditionSubject = 'element'): readonly string[] {
  const result = compileCondition(text, subject, SMALL_INDEX);
  return result.ok ? [] : result.errors.map(({ at, message }) => `${at.column} ${message}`);
}

describe('compileCondition', () => {
  it('takes what the pack knows', () => {
    expect(
      errors("el.privileged == true && kind(el, 'wl.*', 'pod', 'process') && el.trustLevel in ['low', 'unknown']"),
    ).toEqual([]);
    expect(
      errors(
        "crosses('tb.internet') && source.tenant != target.tenant && flow.dir == 'two' && flow.oos == false",
        'flow',
      ),
    ).toEqual([]);
    expect(errors("nearest(el, 'tb.cluster').multiTenancy == 'multi' && el.independentMechanisms < 2")).toEqual([]);
    expect(errors('true', 'model')).toEqual([]);
  });

  it('lists every name that means nothing', () => {
    expect(errors("el.privleged == true && kynd(el, 'wl.pod') && kind(el, 'wl.pid', 'gone.*')")).toEqual([
      '4 No property is called "privleged". Define it or correct the name.',
      '25 There is no function "kynd". See the list of functions.',
      '56 "wl.pid" chooses nothing. Correct the name.',
      '66 "gone.*" chooses nothing. Correct the name.',
    ]);
    expect(errors("distinct(children(el), 'tenand') > 1")).toEqual(['24 No property is called "tenand".']);
  });

  it('knows "flow" in flow rules only and "el" in all others', () => {
    expect(errors('flow.encrypted == true')).toHaveLength(1);
    expect(errors("crosses('tb.pod')")).toEqual(['1 "crosses" is for rules whose scope is flow.']);
    expect(errors('el.privileged == true', 'flow')).toHaveLength(1);
    expect(errors('el.privileged == true', 'model')).toHaveLength(1);
  });

  it('refuses to compare apples with pears', () => {
    expect(errors("el.privileged == 'yes'")).toEqual(['15 A boolean is compared with a string; that is never equal.']);
    expect(errors("el.trustLevel == 'medium'")).toEqual([
      '18 "medium" is not a value of trustLevel. Use one of unknown, low, high.',
    ]);
    expect(errors('el.tenant > 1')).toEqual(['4 Expected number, found string.']);
    expect(errors('el.rbac == 1')).toHaveLength(2);
    expect(errors('el.replicas')).toEqual(['4 Expected boolean, found number.']);
    expect(errors('!el.tenant && true')).toEqual(['5 Expected boolean, found string.']);
    expect(errors("el.replicas in [1, 'two']")).toHaveLength(1);
  });

  it('checks what a function is given', () => {
    expect(errors('crossesAny(el)', 'flow')[0]).toBe('1 "crossesAny" takes 0 texts here, found 1.');
    expect(errors("grants(el, 'get')")).toHaveLength(1);
    expect(errors('kind(el)')).toHaveLength(1);
    expect(errors('kind(el, el.tenant)')).not.toEqual([]);
    expect(errors("hasAny(el.tenant, 'a')")).toEqual(['11 Expected list, found string.']);
    expect(errors("flowsTo(flow, 'process')", 'flow')).toEqual(['9 Expected element, found flow.']);
    expect(errors('el.tenant in el.rbac')).toHaveLength(1);
    expect(errors("['a']")).toHaveLength(1);
  });
});
