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
