/** The program as it stays in the tray without a window, or an empty one with nothing but a tray. */
import { app, nativeImage, Tray } from 'electron';

const program = process.env['ENIGMACRYPT_BENCH_PROGRAM'];
let tray: Tray | undefined;

if (program === undefined) {
  void app.whenReady().then(() => {
    tray = new Tray(nativeImage.createEmpty());
    tray.setToolTip('empty');
  });
} else await import(program);
