/** Words of a language nobody speaks: as long as German ones, and told at a glance from what was never translated. */
import { en } from '../../src/renderer/i18n/en/index.ts';

const LETTERS: Readonly<Record<string, string>> = {
  ...{ a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ', c: 'ç', s: 'š', y: 'ý', A: 'Å', E: 'É', I: 'Í' },
  ...{ O: 'Ö', U: 'Ü', C: 'Ç', S: 'Š', N: 'Ñ' },
};
const LONGER_BY = 0.4;

/** Two fifths longer, in the long words that are hardest to wrap; placeholders and marks stay what they are. */
function pseudo(text: string): string {
  const parts = text.split(/(\{\{[^}]*\}\}|<[^>]*>)/);
  const isForTheProgram = (part: string): boolean => /^(\{\{|<)/.test(part);
  const words = parts.map((part) =>
    isForTheProgram(part) ? part : part.replaceAll(/[a-zA-Z]/g, (letter) => LETTERS[letter] ?? letter),
  );
  const length = parts.filter((part) => !isForTheProgram(part)).join('').length;
  return `${words.join('')}${' äöüßlïchkeit'.repeat(length).slice(1, 1 + Math.ceil(length * LONGER_BY))}`;
}

const pseudoTree = (words: unknown): unknown => {
  if (typeof words === 'string') return pseudo(words);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, each]) => [key, pseudoTree(each)]));
};

/** What is served instead of a file of the windows: these words where Spanish is; a scene comes about in English. */
export const pseudoSpanish = (body: string): string =>
  body.includes('Sellar y crear el enlace') ? `export const es = ${JSON.stringify(pseudoTree(en))};` : body;
