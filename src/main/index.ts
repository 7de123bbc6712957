/** The program's start and end, in order. */
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { composeProgram, type Program } from './compose/index.ts';
import { findPlaces } from './places.ts';
import { registerAppScheme } from './security/app-protocol.ts';
import { guardAllContents } from './security/contents-guard.ts';
import { forgetUnwelcome, refusedSwitches } from './security/start-guard.ts';

app.setName('EnigmaCrypt Desktop');
surviveBugs();
if (app.isPackaged) refuseToBeOpened();
// Every renderer in the operating system's sandbox, whatever a window's own settings say. While developing as
// root, where Chromium has no sandbox to offer, `--no-sandbox` is obeyed; a packaged program never does.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerAppScheme();
guardAllContents();

if (app.requestSingleInstanceLock()) void run();
// Two programs must not write to one list: the second hands over and leaves.
else app.quit();

async function run(): Promise<void> {
  await app.whenReady();
  const program = composeProgram(findPlaces(join(import.meta.dirname, '..')));
  program.showMainWindow();
  app.on('second-instance', () => {
    program.showMainWindow();
  });
  app.on('activate', () => {
    program.showMainWindow();
  });
  app.on('window-all-closed', () => {
    // On macOS a program stays until it is told to quit.
    if (process.platform !== 'darwin') app.quit();
  });
  quitInOrder(program);
}

/** Waits for the service and the list to be closed properly, then lets the program go. */
function quitInOrder(program: Program): void {
  let stopped = false;
  let isStopping = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    // The last window that is opened on the way out, to look at the clipboard, closes too.
    if (isStopping) return;
    isStopping = true;
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
    void program.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}

/**
 * Electron's own answer to an exception nobody caught is a dialog with its message, which may quote values and
 * keeps the program from ending. What has to survive is on disk at every moment; the bug is told on the
 * developer's terminal alone.
 */
function surviveBugs(): void {
  process.on('uncaughtException', (problem) => {
    if (!app.isPackaged) process.stderr.write(`uncaught: ${problem.stack ?? problem.message}\n`);
  });
}

/** Ends a release that was started with a switch it does not know, before any of it is listened to. */
function refuseToBeOpened(): void {
  forgetUnwelcome(process.env);
  const refused = refusedSwitches(process.argv, process.platform);
  if (refused.length === 0) return;
  process.stderr.write(`EnigmaCrypt Desktop does not start with ${refused.join(', ')}.\n`);
  // Not `quit`, which lets everything start first.
  process.exit(2);
}
