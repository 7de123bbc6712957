import { type ClipboardEvent, useEffect, useState } from 'react';
import { useServices } from '../../state/services.tsx';
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
  /** A text that is not in the field: too large for it, or a file's, whose line ends a field would change. */
  readonly beside: BesideText | null;
  /** What the field begins with when it comes back. */
  readonly initial: string;
  /** Of the envelope it will become; null while the text is small or not yet counted. */
  readonly size: number | null;
  readonly read: () => string;
  readonly focus: () => void;
  readonly onInput: () => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly removeBeside: () => void;
  /** Moves what is beside the field into it; null where the field cannot hold it as it is. */
  readonly editBeside: (() => void) | null;
  /** Replaces everything by a text from elsewhere. @param fileName where it came by a file */
  readonly put: (text: string, fileName: string | null) => void;
}

export interface BesideText {
  readonly text: string;
  /** For the person alone: it is not sealed. */
  readonly fileName: string | null;
}

export function useSecretText(): SecretText {
  const { unfinished } = useServices();
  const [field, setField] = useState<Field>(null);
  const [isEmpty, setIsEmpty] = useState(true);
  const [beside, setBeside] = useState<BesideText | null>(null);
  const [initial, setInitial] = useState('');
  const [changes, setChanges] = useState(0);
  const size = useSealedSize(field, beside?.text ?? null, changes);
  const mark = (isNowEmpty: boolean): void => {
    setIsEmpty(isNowEmpty);
    unfinished.setState({ text: !isNowEmpty });
  };
  const lay = (text: string, fileName: string | null): void => {
    setBeside({ text, fileName });
    mark(false);
  };
  const backToField = (text: string): void => {
    setInitial(text);
    setBeside(null);
    mark(text === '');
  };
  return {
    ...{ setField, isEmpty, beside, initial, size },
    read: () => beside?.text ?? field?.value ?? '',
    focus: () => field?.focus(),
    onInput: () => {
      mark(field?.textLength === 0);
      setChanges((count) => count + 1);
    },
    onPaste: (event) => {
      const text = event.clipboardData.getData('text/plain');
      if (text.length < LARGE_LENGTH || !isWholeReplaced(field)) return;
      event.preventDefault();
      lay(text, null);
    },
    removeBeside: () => {
      backToField('');
    },
    editBeside:
      // A field would change line ends of another kind.
      beside === null || beside.text.length >= LARGE_LENGTH || beside.text.includes('\r')
        ? null
        : () => {
            backToField(beside.text);
          },
    put: (text, fileName) => {
      if (fileName !== null || text.length >= LARGE_LENGTH || field === null) lay(text, fileName);
      else {
        field.setRangeText(text, 0, field.textLength, 'end');
        mark(text === '');
        setChanges((count) => count + 1);
      }
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
