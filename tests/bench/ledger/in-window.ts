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
  const painted = async (isThere: () => boolean): Promise<void> => {
    for (let tries = 0; !isThere(); tries += 1) {
      if (tries > 2_000) throw new Error('the list did not show');
      await frame();
    }
    await frame();
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
    await painted(() => seen('main textarea') !== null);
    const started = performance.now();
    view('Sent');
    await painted(isShown);
    return performance.now() - started;
  };
  const type = async (text: string, isDone: () => boolean): Promise<number> => {
    const field = seen('main input[type=search]');
    if (!(field instanceof HTMLInputElement)) throw new Error('there is no search field');
    const started = performance.now();
    // React watches the property: only its own setter tells it.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await painted(isDone);
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
  for (const text of [
    'router of',
    'router of department 7',
    'router of department',
    'contrasena',
    'colleague 7',
  ]) {
    const before = total();
    searchMs.push(await type(text, () => total() > 0 && total() !== before));
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
