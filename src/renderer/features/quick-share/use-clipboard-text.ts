import { useEffect, useState } from 'react';
import type { QuickMode } from '../../../shared/bridge/quick-share.ts';
import { nextPaste } from '../../clipboard.ts';
import { answered } from '../../state/answered.ts';
import { useServices } from '../../state/services.tsx';

const PATIENCE_MS = 2_000;

export interface ClipboardText {
  readonly status: 'unasked' | 'reading' | 'read' | 'empty' | 'unread';
  /** Null while there is none to show. */
  readonly text: string | null;
}

interface Opening {
  readonly mode: QuickMode | null;
  readonly count: number;
}

/** The clipboard's text, where the window was opened to share it: pasted into the window, by the window. */
export function useClipboardText({ mode, count }: Opening): ClipboardText {
  const { bridge } = useServices();
  const [found, setFound] = useState<ClipboardText & { readonly count: number }>({
    ...{ status: 'unasked', text: null, count: 0 },
  });
  useEffect(() => {
    if (mode !== 'clipboard') return undefined;
    let isStale = false;
    const pasted = nextPaste(PATIENCE_MS);
    void answered(bridge.call('clipboard.paste'));
    void pasted.then((text) => {
      if (isStale) return;
      if (text === null) setFound({ status: 'unread', text: null, count });
      else setFound({ status: text === '' ? 'empty' : 'read', text: text === '' ? null : text, count });
    });
    return () => {
      isStale = true;
    };
  }, [bridge, mode, count]);
  if (mode !== 'clipboard') return { status: 'unasked', text: null };
  return found.count === count ? found : { status: 'reading', text: null };
}
