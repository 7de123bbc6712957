import { type ClipboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { sealedSize } from './sealed-size.ts';

/** From here on a pasted text is kept beside the field: laying it out would hold up the window for seconds. */
export const LARGE_LENGTH = 400_000;

/** From here on the size is shown, in UTF-16 units. */
const SIZED_LENGTH = 50_000;
const COUNT_DELAY_MS = 200;

export interface SecretText {
  /** The field keeps the text itself: a copy in the state would be made with each key pressed. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly isEmpty: boolean;
  /** A text too large for the field. */
  readonly large: string | null;
  /** Of the envelope it will become; null while the text is small or not yet counted. */
  readonly size: number | null;
  readonly read: () => string;
  readonly onInput: () => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly removeLarge: () => void;
}

export function useSecretText(): SecretText {
  const field = useRef<HTMLTextAreaElement>(null);
  const [isEmpty, setIsEmpty] = useState(true);
  const [large, setLarge] = useState<string | null>(null);
  const [changes, setChanges] = useState(0);
  const [size, setSize] = useState<number | null>(null);

  const read = (): string => large ?? field.current?.value ?? '';

  useEffect(() => {
    const length = large?.length ?? field.current?.textLength ?? 0;
    const counting = new AbortController();
    const count = async (): Promise<void> => {
      const counted =
        length < SIZED_LENGTH ? null : await sealedSize(large ?? field.current?.value ?? '', counting.signal);
      if (!counting.signal.aborted) setSize(counted);
    };
    const timer = setTimeout(() => void count(), COUNT_DELAY_MS);
    return () => {
      clearTimeout(timer);
      counting.abort();
    };
  }, [changes, large]);

  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    if (text.length < LARGE_LENGTH || !isWholeReplaced(field.current)) return;
    event.preventDefault();
    setLarge(text);
    setIsEmpty(false);
  };
  return {
    field,
    isEmpty,
    large,
    size,
    read,
    onInput: () => {
      setIsEmpty(field.current?.textLength === 0);
      setChanges((count) => count + 1);
    },
    onPaste,
    removeLarge: () => {
      setLarge(null);
      setIsEmpty(true);
    },
  };
}

/** Whether pasting replaces all there is, so that the pasted text is the whole secret. */
function isWholeReplaced(field: HTMLTextAreaElement | null): boolean {
  if (field === null) return true;
  return field.selectionEnd - field.selectionStart === field.textLength;
}
