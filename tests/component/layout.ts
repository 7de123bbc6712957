import type { Page } from '@playwright/test';

/**
 * What does not have its room on the page: text beyond the window's sides, beyond the control it stands in, or cut
 * off by something that hides what is too much. What a person can scroll to, and what ends in dots, counts as seen.
 */
export async function crampedTexts(page: Page): Promise<string[]> {
  // What a script puts in its place comes a few frames after the room has changed.
  for (let last = await textsCrampedNow(page); ;) {
    await page.evaluate(threeFrames);
    const now = await textsCrampedNow(page);
    if (now.length === 0 || now.join() === last.join()) return now;
    last = now;
  }
}

async function threeFrames(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}

const textsCrampedNow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const SLACK_PX = 2;
    const outside = (inner: DOMRect, outer: { left: number; right: number }): boolean =>
      inner.left < outer.left - SLACK_PX || inner.right > outer.right + SLACK_PX;

    /** The side limits that hold for an element's text, the innermost first, as far as nothing scrolls. */
    const whyCut = (element: Element, box: DOMRect): string | null => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const style = getComputedStyle(at);
        const edges = at.getBoundingClientRect();
        // Only for the ears.
        if (edges.width <= 1 || edges.height <= 1) return null;
        if (style.textOverflow === 'ellipsis') return null;
        if (/auto|scroll/.test(style.overflowX)) {
          return at === document.scrollingElement || at.scrollWidth <= at.clientWidth + 1
            ? null
            : scrollable(at);
        }
        if (/hidden|clip/.test(style.overflowX) && outside(box, edges)) return `cut off by .${at.className}`;
        if (at.matches('button, label, [role=option], dt, dd') && outside(box, edges)) {
          return `wider than its <${at.tagName.toLowerCase()}>`;
        }
      }
      return null;
    };
    // A field and a table may be scrolled sideways; a view may not.
    const scrollable = (at: Element): string | null =>
      at.matches('textarea, pre, [role=grid], [tabindex]') || at.querySelector('table, [role=grid]') !== null
        ? null
        : `scrolls sideways: .${at.className}`;

    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const element = node.parentElement;
      if (text === '' || element?.checkVisibility() !== true || element.closest('pre') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      const why = whyCut(element, box);
      if (why !== null) found.push(`“${text.slice(0, 40)}” ${why}`);
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth - clientWidth} px too wide`);
    return found;
  });
