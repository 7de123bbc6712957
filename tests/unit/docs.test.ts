/** What the documents name is there: files, headings, commands, and the tests that are said to prove something. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inProject, projectRoot } from '../../scripts/lib/paths.ts';

const inFolder = (...folder: readonly string[]): readonly string[] =>
  readdirSync(inProject(...folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => inProject(...folder, name));
const documents = [...inFolder(), ...inFolder('docs'), ...inFolder('docs', 'decisions')].map((file) => ({
  file,
  name: relative(projectRoot, file),
  text: readFileSync(file, 'utf8'),
}));
const textOf = (name: string): string => documents.find((document) => document.name === name)?.text ?? '';
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(inProject('package.json'), 'utf8')));

/** As GitHub makes them. */
const anchorsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(documents)('$name', ({ file, text }) => {
  it('links to what is there', () => {
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [path = '', anchor] = target.split('#');
      const linked = path === '' ? file : join(dirname(file), path);
      expect(existsSync(linked), target).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(readFileSync(linked, 'utf8')), target).toContain(anchor);
    }
  });

  it('names files and folders that are there', () => {
    const named = [...text.matchAll(/`((?:src|tests|scripts|docs|build|resources|\.github)\/[\w./@-]+)`/g)];
    for (const [, path = ''] of named) expect(existsSync(inProject(path)), path).toBe(true);
  });

  it('names commands that are there', () => {
    for (const [, command = ''] of text.matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g))
      expect(Object.keys(scripts), command).toContain(command);
  });
});

describe('the threat model', () => {
  /** A test file, and after a colon the words its titles have: `e2e/canary.spec.ts`: “leaves no trace”, “…”. */
  const cited = [
    ...textOf('docs/threat-model.md').matchAll(
      /`((?:unit|component|contract|e2e)\/[\w./-]*)`((?::|,)? “[^”]*”(?:, “[^”]*”)*)?/g,
    ),
  ].map(([, path = '', titles = '']) => ({
    path,
    titles: [...titles.matchAll(/“([^”]*)”/g)].map(([, title = '']) => title),
  }));

  it('names tests that are there, by their titles', () => {
    expect(cited.length).toBeGreaterThan(25);
    for (const { path, titles } of cited) {
      const file = inProject('tests', path);
      expect(existsSync(file), path).toBe(true);
      for (const title of titles) expect(readFileSync(file, 'utf8'), path).toContain(title);
    }
  });

  it('has a row for each of Electron’s recommendations, each with what shows it', () => {
    const rows = textOf('docs/threat-model.md')
      .split('\n')
      .flatMap((line) => [/^\| (\d+)\s.*\|(.*)\|$/.exec(line)].filter((row) => row !== null));
    expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    for (const [line, , shows = ''] of rows) expect(shows, line).toMatch(/`|—/);
  });
});

describe('the lists', () => {
  it('of decisions is whole: a new one gets its line there', () => {
    for (const { name } of documents)
      if (/decisions\/\d{4}/.test(name))
        expect(textOf('docs/decisions/README.md')).toContain(`(${name.split('/').at(-1) ?? ''})`);
  });

  it('of commands in the README is whole', () => {
    const inner = ['build:page', 'format', 'format:check', 'types', 'lint', 'layers', 'dead-code', 'build'];
    for (const name of Object.keys(scripts))
      if (!inner.includes(name) && !['start', 'test'].includes(name))
        expect(textOf('README.md')).toMatch(new RegExp(`npm run (-s )?${name}\\b`));
  });
});
