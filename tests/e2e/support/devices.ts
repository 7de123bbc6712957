import { expect, type Program } from './program.ts';

/** Asks for everything a page can ask a device or a person for, as if on the person's own click. */
export async function askForDevices({ app }: Program): Promise<void> {
  const outcomes = await app.evaluate(async ({ BrowserWindow }) => {
    const ask = (work: string) =>
      BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
        `(async () => { try { return JSON.stringify(await ${work}) ?? 'nothing' } catch (problem) { return problem.name } })()`,
        true,
      ) as Promise<string>;
    return {
      hid: await ask('navigator.hid.requestDevice({ filters: [] })'),
      usb: await ask('navigator.usb.requestDevice({ filters: [] })'),
      serial: await ask('navigator.serial.requestPort()'),
      bluetooth: await ask('navigator.bluetooth.requestDevice({ acceptAllDevices: true })'),
      midi: await ask('navigator.requestMIDIAccess({ sysex: true })'),
      wakeLock: await ask("navigator.wakeLock.request('screen')"),
      fonts: await ask('queryLocalFonts()'),
      fullScreen: await ask('document.documentElement.requestFullscreen()'),
      file: await ask('showOpenFilePicker()'),
    };
  });
  // The picker of files belongs to the system and to the person; under test it is refused for want of a click.
  delete (outcomes as { file?: string }).file;
  for (const outcome of Object.values(outcomes)) expect(outcome).toMatch(/^(?:\w*Error|\[\])$/);
}

/** Asks for every permission, and looks at what the page is told of them. */
export async function askForPermissions(program: Program): Promise<void> {
  const outcomes = await program.window.evaluate(async () => {
    const state = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName })).state;
    const asked = (work: Promise<unknown>) =>
      work.then(
        () => 'granted',
        () => 'refused',
      );
    return {
      states: await Promise.all(
        ['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read'].map(state),
      ),
      read: await asked(navigator.clipboard.readText()),
      write: await asked(navigator.clipboard.writeText('x')),
      camera: await asked(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await asked(navigator.mediaDevices.getDisplayMedia()),
      notification: await Notification.requestPermission(),
      place: await asked(
        new Promise((resolve, reject) => {
          navigator.geolocation.getCurrentPosition(resolve, reject);
        }),
      ),
    };
  });
  expect(outcomes).toEqual({
    states: ['denied', 'denied', 'denied', 'denied', 'denied'],
    read: 'refused',
    write: 'refused',
    camera: 'refused',
    screen: 'refused',
    notification: 'denied',
    place: 'refused',
  });
}
