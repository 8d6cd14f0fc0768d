import { describe, expect, it } from 'vitest';
import { detectFormat, detectJson } from './detect-format.ts';

describe('detectFormat', () => {
  it.each([
    ['PK\u0003\u0004rest', 'zip'],
    ['<ThreatModel xmlns="http://schemas.datacontract.org/2004/07/ThreatModeling.Model">', 'tm7'],
    ['<?xml version="1.0"?><!-- c --><KnowledgeBase>', 'tb7'],
    ['\uFEFF<mxfile host="app.diagrams.net">', 'drawio'],
    ['<mxGraphModel>', 'drawio'],
    ['\n<!doctype html>\n<p>', 'html'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', 'svg'],
    ['<\0T\0h\0r\0e\0a\0t\0M\0o\0d\0e\0l\0>\0', 'tm7'],
    ['<something>', 'xml'],
    ['title: x\nthreagile_version: 1.0.0\n', 'threagile'],
    ['otmVersion: 0.2.0', 'otm'],
    ['{', 'json'],
    ['plain words', 'other'],
    ['', 'empty'],
  ])('takes %j for %s', (text, format) => {
    expect(detectFormat(text)).toBe(format);
  });
});

describe('detectJson', () => {
  it.each([
    [{ format: 'strideboard', schema: 1 }, 'strideboard'],
    [{ summary: {}, detail: { diagrams: [{ cells: [] }] } }, 'threat-dragon'],
    [{ otmVersion: '0.2.0', project: {} }, 'otm'],
    [{ schema: 1, threats: [] }, 'threat-composer'],
    [{ scope: {}, trust_zones: [] }, 'tm-bom'],
    [{ bomFormat: 'CycloneDX' }, 'cyclonedx'],
    [{ name: 'x', elements: [], flows: [] }, 'pytm'],
    [{ anything: 1 }, 'json'],
    [null, 'json'],
  ])('takes %j for %s', (value, format) => {
    expect(detectJson(value)).toBe(format);
  });

  it('takes bytes that are no text for something else, not for nothing', () => {
    expect(detectFormat('\uFFFD'.repeat(2_000))).toBe('other');
    expect(detectFormat('\uFFFD\uFFFD\0 \0')).toBe('empty');
  });
});
