import { describe, expect, it } from 'vitest';
import { en as nativeEn } from '../../src/main/words/en/index.ts';
import { es as nativeEs } from '../../src/main/words/es/index.ts';
import { speakIn } from '../../src/main/words/speak.ts';
import { en } from '../../src/renderer/i18n/en/index.ts';
import { es } from '../../src/renderer/i18n/es/index.ts';

type Tree = Readonly<Record<string, unknown>>;

/** Each text by its path. */
function textsOf(tree: Tree, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') texts.set(here, value);
    else for (const [inner, text] of textsOf(value as Tree, here)) texts.set(inner, text);
  }
  return texts;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;
const baseOf = (path: string): string => path.replace(PLURAL, '');
const basesOf = (texts: Map<string, string>): string[] => [...new Set([...texts.keys()].map(baseOf))].sort();

/** Placeholders and tags, which a translation must neither lose nor invent. */
const partsOf = (text: string): string[] =>
  (text.match(/\{\{[^}]+\}\}|<\/?[a-z]+>/g) ?? []).map((part) => part.replaceAll(' ', '')).sort();

const vocabularies = [
  { of: 'windows', languages: { en: textsOf(en), es: textsOf(es) } },
  { of: 'native parts', languages: { en: textsOf(nativeEn), es: textsOf(nativeEs) } },
] as const;

describe('the native parts', () => {
  it('speak the language they are asked for', () => {
    expect(speakIn('en')('program.builtinService')).toBe('Built-in service');
    expect(speakIn('es')('program.builtinService')).toBe('Servicio incorporado');
  });
});

describe.each(vocabularies)('the words of the $of', ({ languages }) => {
  it('have the same keys in each language', () => {
    expect(basesOf(languages.es)).toEqual(basesOf(languages.en));
  });

  it.each(['en', 'es'] as const)('have every plural form that %s needs', (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const texts = languages[language];
    const plurals = new Set([...texts.keys()].filter((path) => PLURAL.test(path)).map(baseOf));
    const missing = [...plurals].flatMap((base) =>
      needed.map((form) => `${base}_${form}`).filter((path) => !texts.has(path)),
    );
    expect(missing).toEqual([]);
  });

  it('have the same placeholders in each language', () => {
    const different = [...languages.es].flatMap(([path, text]) => {
      const original = languages.en.get(path) ?? languages.en.get(`${baseOf(path)}_other`) ?? '';
      return String(partsOf(text)) === String(partsOf(original)) ? [] : [path];
    });
    expect(different).toEqual([]);
  });

  it('never say "error" or "oops", and never shout', () => {
    const loud = [...languages.en, ...languages.es].filter(([, text]) =>
      /\b(error|oops|ups)\b|!/i.test(text),
    );
    expect(loud).toEqual([]);
  });

  it('are translated: no sentence is the same in both languages', () => {
    const isSentence = (text: string): boolean =>
      text
        .replaceAll(/\{\{[^}]+\}\}/g, '')
        .trim()
        .split(/\s+/).length >= 4;
    const same = [...languages.es].filter(
      ([path, text]) => isSentence(text) && languages.en.get(path) === text,
    );
    expect(same).toEqual([]);
  });
});
