/**
 * Does something once the pointer that is pressed just now is let go, or at once when none is. What a field says when
 * it is left moves what is below it: moved between press and release, the thing a person clicks would not be clicked.
 */
export function afterPress(act: () => void): void {
  if (document.querySelector(':active') === null) {
    act();
    return;
  }
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
    // The click comes right after the release.
    setTimeout(act);
  };
  for (const type of ['pointerup', 'pointercancel'])
    window.addEventListener(type, end, { capture: true, signal: ending.signal });
}
