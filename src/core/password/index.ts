export {
  CHARACTER_COUNT,
  generateCharacters,
  generateWords,
  SEPARATORS,
  WORD_COUNT,
  type CharactersOptions,
  type GeneratedPassword,
  type Separator,
  type WordsOptions,
} from './generate.ts';
export { hasKeyboardVariants } from './keyboard-variants.ts';
export { loadWordList, type WordList, type WordListLanguage } from './word-list.ts';
