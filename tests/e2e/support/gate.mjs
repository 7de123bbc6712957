/**
 * Holds the program back until Playwright has attached to it: a window that opens while it attaches is missed
 * now and then, and the launch hangs. Playwright's own loader does this for `electron <folder>`, which is not
 * how the tests start it. `openGate` in launch.ts lets the program go on.
 */
import { readFileSync } from 'node:fs';
import { app } from 'electron';

const project = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
// What Electron reads from the folder it is started with; the tests start it with a file.
app.setVersion(project.version);

const whenReady = app.whenReady.bind(app);
const gate = new Promise((open) => {
  globalThis.openGate = open;
});
app.whenReady = async () => {
  await gate;
  await whenReady();
};
