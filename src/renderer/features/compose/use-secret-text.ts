import { type ClipboardEvent, useEffect, useState } from 'react';
import { sealedSize } from './sealed-size.ts';

/**
 * From here on, in UTF-16 units, a pasted text is kept beside the field: laying it out and colouring its selection
 * would hold up the window.
 */
export const LARGE_LENGTH = 400_000;

/** From here on the size is shown, in UTF-16 units. */
const SIZED_LENGTH = 50_000;
const COUNT_DELAY_MS = 200;

type Field = HTMLTextAreaElement | null;

export interface SecretText {
  /** Tells which element is the field. It keeps the text itself: a copy in the state would be one for each key. */
  readonly setField: (field: Field) => void;
  readonly isEmpty: boolean;
  /** A text too large for the field. */
  readonly large: string | null;
  /** Of the envelope it will become; null while the text is small or not yet counted. */
  readonly size: number | null;
  readonly read: () => string;
  readonly focus: () => void;
  readonly onInput: () => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly removeLarge: () => void;
}

export function useSecretText(): SecretText {
  const [field, setField] = useState<Field>(null);
  const [isEmpty, setIsEmpty] = useState(true);
  const [large, setLarge] = useState<string | null>(null);
  const [changes, setChanges] = useState(0);
  const size = useSealedSize(field, large, changes);
  return {
    setField,
    isEmpty,
    large,
    size,
    read: () => large ?? field?.value ?? '',
    focus: () => field?.focus(),
    onInput: () => {
      setIsEmpty(field?.textLength === 0);
      setChanges((count) => count + 1);
    },
    onPaste: (event) => {
      const text = event.clipboardData.getData('text/plain');
      if (text.length < LARGE_LENGTH || !isWholeReplaced(field)) return;
      event.preventDefault();
      setLarge(text);
      setIsEmpty(false);
    },
    removeLarge: () => {
      setLarge(null);
      setIsEmpty(true);
    },
  };
}

/** Counted in a pause of the typing, and only where it may matter. */
function useSealedSize(field: Field, large: string | null, changes: number): number | null {
  const [size, setSize] = useState<number | null>(null);
  useEffect(() => {
    const counting = new AbortController();
    const count = async (): Promise<void> => {
      const isSmall = (large?.length ?? field?.textLength ?? 0) < SIZED_LENGTH;
      const counted = isSmall ? null : await sealedSize(large ?? field?.value ?? '', counting.signal);
      if (!counting.signal.aborted) setSize(counted);
    };
    const timer = setTimeout(() => void count(), COUNT_DELAY_MS);
    return () => {
      clearTimeout(timer);
      counting.abort();
    };
  }, [field, large, changes]);
  return size;
}

/** Whether pasting replaces all there is, so that the pasted text is the whole secret. */
function isWholeReplaced(field: Field): boolean {
  return field === null || field.selectionEnd - field.selectionStart === field.textLength;
}
