export {
  CHARACTER_COUNT,
  generateCharacters,
  generateWords,
  SEPARATORS,
  WORD_COUNT,
  type Separator,
} from './generate.ts';
export { hasKeyboardVariants } from './keyboard-variants.ts';
export { loadWordList, type WordListLanguage } from './word-list.ts';
