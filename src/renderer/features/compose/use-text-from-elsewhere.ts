import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { useTarget } from '../../state/accounts.ts';
import { type FileProblem, readTextFile } from './text-file.ts';
import type { SecretText } from './use-secret-text.ts';

/** What cannot be taken, for as long as it is said. */
export interface Refused {
  readonly why: Exclude<FileProblem, 'cancelled'> | 'several';
  readonly size: number;
}

/** A text that came by a file or by dropping. */
interface Coming {
  readonly name: string | null;
  readonly read: (signal: AbortSignal) => ReturnType<typeof readTextFile>;
  readonly size: number;
}

export interface FromElsewhere {
  readonly refused: Refused | null;
  /** A file that is being read, and how far that is. */
  readonly reading: { readonly name: string; readonly share: number } | null;
  readonly cancel: () => void;
  /** Whether something that could be taken hovers above the page. */
  readonly isOver: boolean;
  /** Something is written already: the person is asked. */
  readonly replacing: { readonly isAsking: boolean; readonly accept: () => void; readonly keep: () => void };
  readonly takeFiles: (files: readonly File[]) => void;
  readonly forgetRefused: () => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly drop: {
    readonly onDragEnter: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** Where the service's own limit is not known yet. */
const USUAL_MAX_BYTES = 32 * 1024 * 1024;

export function useTextFromElsewhere(text: SecretText, isLocked: boolean): FromElsewhere {
  const target = useTarget();
  const maxBytes = target.status === 'ready' ? target.maxLength : USUAL_MAX_BYTES;
  const [refused, setRefused] = useState<Refused | null>(null);
  const [waiting, setWaiting] = useState<Coming | null>(null);
  const [isOver, setIsOver] = useState(false);
  const { reading, setShare, take, cancel } = useReading(text, setRefused);
  const offer = (coming: Coming): void => {
    setRefused(null);
    if (text.isEmpty) void take(coming);
    else setWaiting(coming);
  };
  const takeFiles = (files: readonly File[]): void => {
    const [file] = files;
    if (file === undefined || isLocked) return;
    if (files.length > 1) setRefused({ why: 'several', size: 0 });
    else
      offer(
        fromFile(file, maxBytes, (share) => {
          setShare(file.name, share);
        }),
      );
  };
  const onDrop = (event: DragEvent): void => {
    setIsOver(false);
    const files = [...event.dataTransfer.files];
    const dropped = event.dataTransfer.getData('text/plain');
    if (isForField(event)) return;
    event.preventDefault();
    if (files.length > 0) takeFiles(files);
    else if (dropped !== '' && !isLocked) offer(fromText(dropped));
  };
  return {
    ...{ refused, reading, cancel, isOver, takeFiles },
    replacing: asking(waiting, setWaiting, take),
    forgetRefused: () => {
      setRefused(null);
    },
    onPaste: (event) => {
      if (event.clipboardData.files.length === 0) return;
      event.preventDefault();
      takeFiles([...event.clipboardData.files]);
    },
    drop: { ...hovering(isLocked, setIsOver), onDrop },
  };
}

/** One after another: a file that comes while another is read takes its place. */
function useReading(text: SecretText, onRefused: (refused: Refused) => void) {
  const [reading, setReading] = useState<FromElsewhere['reading']>(null);
  const stop = useRef<AbortController | null>(null);
  return {
    reading,
    setShare: (name: string, share: number): void => {
      setReading({ name, share });
    },
    take: async ({ name, read, size }: Coming): Promise<void> => {
      stop.current?.abort();
      const mine = new AbortController();
      stop.current = mine;
      if (name !== null) setReading({ name, share: 0 });
      const result = await read(mine.signal);
      if (stop.current !== mine) return;
      setReading(null);
      if (result.ok) text.put(result.value, name);
      else if (result.error !== 'cancelled') onRefused({ why: result.error, size });
    },
    cancel: (): void => {
      stop.current?.abort();
    },
  };
}

/** What was written would be lost: the person decides. */
function asking(
  waiting: Coming | null,
  setWaiting: (coming: Coming | null) => void,
  take: (coming: Coming) => Promise<void>,
): FromElsewhere['replacing'] {
  return {
    isAsking: waiting !== null,
    accept: () => {
      setWaiting(null);
      if (waiting !== null) void take(waiting);
    },
    keep: () => {
      setWaiting(null);
    },
  };
}

/** A text above the field goes in at the place it is dropped at, as everywhere: Chromium does that. */
const isForField = ({ target, dataTransfer }: DragEvent): boolean =>
  target instanceof HTMLTextAreaElement && !dataTransfer.types.includes('Files');

function hovering(isLocked: boolean, setIsOver: (isOver: boolean) => void) {
  const over = (event: DragEvent): void => {
    const { types } = event.dataTransfer;
    if (isLocked || isForField(event) || !(types.includes('Files') || types.includes('text/plain'))) return;
    event.preventDefault();
    setIsOver(true);
  };
  return {
    onDragEnter: over,
    onDragOver: over,
    onDragLeave: (event: DragEvent): void => {
      // Going from one part of the page to another is told as leaving, too.
      const to = event.relatedTarget;
      if (!(to instanceof Node && event.currentTarget.contains(to))) setIsOver(false);
    },
  };
}

const fromFile = (file: File, maxBytes: number, onProgress: (share: number) => void): Coming => ({
  name: file.name,
  size: file.size,
  read: (signal) => readTextFile(file, { maxBytes, signal, onProgress }),
});

const fromText = (text: string): Coming => ({
  name: null,
  size: text.length,
  read: () => Promise.resolve({ ok: true, value: text }),
});
