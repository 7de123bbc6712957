/** Runs in the program's own window, through its own views: a person's clicks, keys and wheel. */

export interface Rounds {
  readonly firstOpenMs: number;
  readonly openMs: readonly number[];
  readonly searchMs: readonly number[];
  readonly droppedFrames: number;
  readonly frames: number;
}

/** Handed over as its source text: it must not refer to anything outside itself. */
export async function measureList(count: number): Promise<Rounds> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const painted = async (what: string, isThere: () => boolean): Promise<void> => {
    for (let tries = 0; !isThere(); tries += 1) {
      if (tries > 1_000) throw new Error(`${what} did not show: ${document.body.innerText.slice(0, 400)}`);
      await frame();
    }
    // What stands in the document when a frame begins is drawn with it: the next task comes after that. Waiting for
    // the next frame instead would count one that shows nothing new.
    await new Promise((resolve) => setTimeout(resolve));
  };
  const view = (name: string) => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('nav button')];
    buttons.find((button) => button.textContent.trim().startsWith(name))?.click();
  };
  // A view that was left stays where it is, hidden.
  const seen = (selector: string): HTMLElement | null =>
    [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility()) ??
    null;
  const grid = () => seen('main [role=grid]');
  const rows = () => [...(grid()?.querySelectorAll('[data-index] [role=row]') ?? [])];
  const isShown = () =>
    count === 0
      ? document.querySelector('main')?.textContent.includes('Nothing sent yet') === true
      : rows().length > 5;
  const open = async (): Promise<number> => {
    view('Compose');
    await painted('the other view', () => seen('main textarea') !== null);
    const started = performance.now();
    view('Sent');
    await painted('the list', isShown);
    return performance.now() - started;
  };
  const type = async (text: string, isDone: () => boolean): Promise<number> => {
    const field = seen('main input[type=search]');
    if (!(field instanceof HTMLInputElement)) throw new Error('there is no search field');
    const started = performance.now();
    // React watches the property: only its own setter tells it.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await painted(`what is found for "${text}"`, isDone);
    return performance.now() - started;
  };

  const firstOpenMs = await open();
  const openMs: number[] = [];
  for (let round = 0; round < 7; round += 1) openMs.push(await open());
  if (count === 0) return { firstOpenMs, openMs, searchMs: [], droppedFrames: 0, frames: 0 };

  const total = () => Number(grid()?.getAttribute('aria-rowcount') ?? 0);
  const searchMs: number[] = [];
  // The first search may still have to wait for the list to be read; a person pauses before it, too.
  await type('router', () => total() > 0 && total() < count + 1);
  const first = () => rows()[0]?.textContent;
  // Each finds other entries than the one before it.
  for (const text of ['server', 'contrasena', 'colleague 7', 'department 7', 'mailbox department 1']) {
    const before = first();
    searchMs.push(await type(text, () => total() > 1 && first() !== undefined && first() !== before));
  }
  await type('', () => total() === count + 1);

  const scroller = grid();
  if (scroller === null) throw new Error('there is no list');
  const frames = 240;
  let dropped = 0;
  let last = await frame();
  const interval = 1000 / 60;
  for (let step = 0; step < frames; step += 1) {
    scroller.scrollTop += 90;
    const now = await frame();
    dropped += Math.max(0, Math.round((now - last) / interval) - 1);
    last = now;
  }
  return { firstOpenMs, openMs, searchMs, droppedFrames: dropped, frames };
}
