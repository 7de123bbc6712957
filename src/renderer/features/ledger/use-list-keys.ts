import { useEffect } from 'react';

interface ListKeys {
  readonly onSearch: () => void;
  readonly onUndo: () => void;
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;

/** Keys of the whole view, while it is looked at: `Ctrl` or `⌘` with F searches, with Z undoes a forgetting. */
export function useListKeys({ onSearch, onUndo }: ListKeys): void {
  useEffect(() => {
    const take = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const key = event.key.toLowerCase();
      if (key === 'f') onSearch();
      else if (key === 'z' && !isWriting(event.target)) onUndo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', take);
    return () => {
      window.removeEventListener('keydown', take);
    };
  });
}
