import { nativeTheme } from 'electron';
import type { Settings } from '../../shared/bridge/models.ts';

/** Chromium tells the windows (`prefers-color-scheme`), and native parts follow too. */
export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
}
