/** The program's start and end, in order. */
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { composeProgram, type Program } from './compose/index.ts';
import { findPlaces } from './places.ts';
import { parseArguments, parseHandedOver, parseRequestLink, type ReadArguments } from './requests/request.ts';
import { registerAppScheme } from './security/app-protocol.ts';
import { guardAllContents } from './security/contents-guard.ts';
import { closeWaysOut } from './security/no-network.ts';
import { forgetUnwelcome, refusedSwitches } from './security/start-guard.ts';

app.setName('EnigmaCrypt Desktop');
surviveBugs();
const refused = app.isPackaged ? readRefused() : [];
if (refused.length === 0) begin();
else refuse(refused);

function begin(): void {
  // Every renderer in the operating system's sandbox, whatever a window's own settings say. While developing as
  // root, where Chromium has no sandbox to offer, `--no-sandbox` is obeyed; a packaged program never does.
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // A form and a table are drawn well enough without the graphics card, whose process takes a fifth of the memory
  // (decision 37).
  app.disableHardwareAcceleration();
  closeWaysOut(app.commandLine);
  registerAppScheme();
  guardAllContents();
  const start = readStart();
  if (app.requestSingleInstanceLock(start)) void run(start);
  // Two programs must not write to one list: the second has handed over what it was asked for, and leaves.
  else app.quit();
}

async function run(first: ReadArguments): Promise<void> {
  // A link may arrive before anything can be shown.
  const links: string[] = [];
  let open = (link: string): void => {
    links.push(link);
  };
  app.on('open-url', (event, link) => {
    event.preventDefault();
    open(link);
  });
  await app.whenReady();
  // While developing it would hand links to whichever Electron ran last.
  if (app.isPackaged) app.setAsDefaultProtocolClient('enigmacrypt');
  const program = composeProgram(findPlaces(join(import.meta.dirname, '..')));
  open = (link) => {
    const request = parseRequestLink(link);
    if (request === null) program.ignore();
    else program.take(request);
  };
  const take = ({ request, ignored }: ReadArguments): void => {
    if (ignored > 0) program.ignore();
    program.take(request);
  };
  take(first);
  links.forEach(open);
  app.on('second-instance', (_event, _argv, _folder, data) => {
    take(parseHandedOver(data));
  });
  app.on('activate', () => {
    program.take({ kind: 'show' });
  });
  app.on('before-quit', program.onQuitting);
  app.on('window-all-closed', program.onAllClosed);
  quitInOrder(program);
}

function readStart(): ReadArguments {
  const { request, ignored } = parseArguments(process.argv);
  // The system started it by itself, and does not say so on every command line.
  const isByLogin = process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
  return { ignored, request: isByLogin && request.kind === 'show' ? { kind: 'hidden' } : request };
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
      // Not within this very event, where there may be nothing to wait for: Electron does not hear it then, and stays.
      setImmediate(() => {
        if (!program.finish()) app.quit();
      });
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

/** The switches a release was started with and does not know. What it must not listen to is taken away first. */
function readRefused(): readonly string[] {
  forgetUnwelcome(process.env);
  return refusedSwitches(process.argv, process.platform);
}

/** Ends before anything has begun. Exiting comes back here first, so nothing may be left to be done after it. */
function refuse(switches: readonly string[]): void {
  process.stderr.write(`EnigmaCrypt Desktop does not start with ${switches.join(', ')}.\n`);
  app.exit(2);
}
