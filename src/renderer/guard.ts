/**
 * The page of the window nobody sees: it pastes, compares what it got with what it was asked about, and answers yes
 * or no. What it got goes nowhere, and the window is gone a moment later.
 */
import { BRIDGE_KEY, type guardCallNames } from '../shared/bridge/names.ts';
import { nextPaste } from './clipboard.ts';
import { createClipboardMarker } from './crypto/clipboard-mark.ts';
import { openClipboardKeyStore } from './crypto/wrap-storage.ts';

/** As long as the main process waits for the whole. */
const PATIENCE_MS = 4_000;

type Ask = Readonly<Record<(typeof guardCallNames)[number], (input?: unknown) => Promise<unknown>>>;

async function answer(ask: Ask): Promise<void> {
  const pasted = nextPaste(PATIENCE_MS);
  // In a window that was never shown Chromium pastes into a field only.
  document.getElementById('field')?.focus();
  const question = await ask['clipboard.question']();
  const text = await pasted;
  if (text === null) return;
  await ask['clipboard.verdict']({ isOurs: await isOurs(question, text) });
}

/** The main process has checked the question by its schema; this page carries none. */
async function isOurs(question: unknown, text: string): Promise<boolean> {
  if (typeof question !== 'object' || question === null) return false;
  if ('text' in question) return question.text === text;
  if (!('salt' in question && 'mac' in question)) return false;
  const { salt, mac } = question;
  if (typeof salt !== 'string' || typeof mac !== 'string') return false;
  return createClipboardMarker(openClipboardKeyStore()).matches(text, { salt, mac });
}

const bridge: unknown = window[BRIDGE_KEY]?.calls;
// The preload puts exactly these two calls on this window.
if (bridge !== undefined) void answer(bridge as Ask);
