/** The operating system's file dialogs. The person chooses; a window never sees a path. */
import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';

export interface FileDialogs {
  /** The file to write, or null when the person thought better of it. */
  saveAs(suggested: string, extension: string): Promise<string | null>;
  /** The file to read, or null. */
  open(extension: string): Promise<string | null>;
}

export function createFileDialogs(): FileDialogs {
  return {
    async saveAs(suggested, extension) {
      const options: SaveDialogOptions = {
        defaultPath: suggested,
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      };
      const window = BrowserWindow.getFocusedWindow();
      const { filePath, canceled } =
        window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
      return canceled || filePath === '' ? null : filePath;
    },
    async open(extension) {
      const options: OpenDialogOptions = {
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
        properties: ['openFile'],
      };
      const window = BrowserWindow.getFocusedWindow();
      const { filePaths, canceled } =
        window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
      return canceled ? null : (filePaths[0] ?? null);
    },
  };
}
