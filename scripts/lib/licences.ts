import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, readJson, textOf } from './paths.ts';

export const licencesFile = inProject('src', 'renderer', 'app', 'licences.json');

export interface Licences {
  readonly count: number;
  /** Every project with its licence, one after the other, for reading. */
  readonly text: string;
}

interface Work {
  readonly name: string;
  readonly licence: string;
  readonly text: string;
}

/** Not packages: faces and word lists whose licences lie beside them. */
const OTHERS: readonly { readonly name: string; readonly licence: string; readonly file: string }[] = [
  { name: 'Inter', licence: 'OFL-1.1', file: 'src/renderer/ui/fonts/inter/OFL.txt' },
  { name: 'English word list', licence: 'see text', file: 'src/core/password/lists/LICENSE-en.txt' },
  { name: 'Spanish word list', licence: 'see text', file: 'src/core/password/lists/LICENSE-es.txt' },
];

/** No part of the program: the page of components, and what builds the recipient's page. */
const LEFT_OUT = new Set(['gallery', 'vite.config.ts', 'inline-everything.ts']);
const IMPORT = /(?:from|import|url\()\s*\(?['"]([^'"]+)['"]/g;

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (LEFT_OUT.has(entry.name)) return [];
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.(tsx?|css)$/.test(entry.name) ? [path] : [];
  });
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** The packages the program's own sources name. */
function namedPackages(): string[] {
  const specifiers = sourcesIn(inProject('src')).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => match[1] ?? ''),
  );
  const names = specifiers.filter((name) => /^[@a-z]/.test(name) && !name.includes(':')).map(packageOf);
  return [...new Set(names)].filter(
    (name) => name !== 'electron' && existsSync(inProject('node_modules', name, 'package.json')),
  );
}

/** They and whatever they need, where npm put it. */
function withDependencies(names: readonly string[]): string[] {
  const found = new Set<string>();
  const queue = [...names];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    if (found.has(name) || !existsSync(inProject('node_modules', name, 'package.json'))) continue;
    found.add(name);
    const description = readJson(inProject('node_modules', name, 'package.json'));
    const needs: unknown =
      typeof description === 'object' && description !== null
        ? Reflect.get(description, 'dependencies')
        : undefined;
    queue.push(...Object.keys(typeof needs === 'object' && needs !== null ? needs : {}));
  }
  // Types describe other people's work; nothing of theirs is in the program.
  return [...found].filter((name) => !name.startsWith('@types/')).sort();
}

function licenceOf(name: string): Work {
  const folder = inProject('node_modules', name);
  const description = readJson(join(folder, 'package.json'));
  const file = readdirSync(folder).find(
    (entry) => /^(licen[cs]e|copying|ofl)/i.test(entry) && statSync(join(folder, entry)).isFile(),
  );
  const licence = textOf(description, 'license') ?? 'see text';
  const author = textOf(description, 'author') ?? `the authors of ${name}`;
  return {
    name: `${name} ${textOf(description, 'version') ?? ''}`.trim(),
    licence,
    text: file === undefined ? standardText(licence, author) : readFileSync(join(folder, file), 'utf8'),
  };
}

/** For the few packages that name their licence and do not bring its text. */
const standardText = (licence: string, author: string): string =>
  licence === 'MIT' ? MIT_TEXT.replace('{author}', author) : '';

/** https://spdx.org/licenses/MIT.html */
const MIT_TEXT = `MIT License

Copyright (c) {author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const tidy = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

export function gatherLicences(): Licences {
  const works = [
    ...withDependencies(namedPackages()).map(licenceOf),
    ...OTHERS.map(({ file, ...other }) => ({ ...other, text: readFileSync(inProject(file), 'utf8') })),
  ];
  const rule = '─'.repeat(40);
  return {
    count: works.length,
    text: works
      .map(({ name, licence, text }) => tidy(`${name}\n${licence}\n\n${tidy(text)}`))
      .join(`\n\n${rule}\n\n`),
  };
}
