/**
 * The one place that copies. Every permission of a window is denied, so `navigator.clipboard` is not there;
 * a copy event needs none, and what is copied does not cross the bridge.
 *
 * @returns whether the text was handed to the clipboard
 */
export function copyText(text: string): boolean {
  let handed = false;
  const fill = (event: ClipboardEvent): void => {
    if (event.clipboardData === null) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    handed = true;
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  try {
    // Deprecated, and still the only way to copy without a permission.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy') && handed;
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
  }
}
