import { elementId } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { createUnit } from '../unit.ts';
import { createDependencies } from './dependencies.ts';

describe('who looked at what', () => {
  it('does not let a verdict rest on the list of all subjects, which nobody would tell it of', () => {
    const dependencies = createDependencies();
    dependencies.everything();
    const before = dependencies.observe(createUnit(elementId('pod')));
    expect(() => dependencies.everything()).toThrow('pod may not look at all subjects');
    dependencies.observe(before);
    dependencies.everything();
  });

  it('forgets an observer wherever it stands', () => {
    const dependencies = createDependencies();
    const unit = createUnit(elementId('pod'));
    dependencies.observe(unit);
    dependencies.fact(elementId('node'), 'tenant');
    dependencies.place(elementId('node'));
    dependencies.fact(elementId('pod'), 'tenant');
    expect(dependencies.ofFact(elementId('node'), 'tenant')).toEqual([unit]);
    expect(dependencies.ofFact(elementId('pod'), 'tenant')).toEqual([]);
    dependencies.forget(unit);
    expect(dependencies.ofSubject(elementId('node'))).toEqual([]);
  });
});
