/**
 * Starts the built program with a trace of everything that crosses its borders: bridge calls and answers,
 * events to windows, and HTTP requests. The program itself has no such hook; this wraps Electron's own
 * functions before the program is loaded. One JSON line each in the file named by ENIGMACRYPT_TEST_TRACE.
 */
import './gate.mjs';
import './pressable-timers.mjs';
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { app, ipcMain, net } from 'electron';

const file = process.env['ENIGMACRYPT_TEST_TRACE'];
const trace = (kind, value) => {
  if (file) appendFileSync(file, `${JSON.stringify({ kind, value })}\n`);
};

// Stands for a machine on which keytar was not compiled.
if (process.env['ENIGMACRYPT_TEST_WITHOUT_KEYTAR'] === '1') {
  registerHooks({
    resolve: (name, context, next) => {
      if (name === 'keytar') throw new Error('keytar is not installed');
      return next(name, context);
    },
  });
}

const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (channel, listener) => {
  handle(channel, async (event, ...inputs) => {
    trace('call', { channel, inputs });
    try {
      const output = await listener(event, ...inputs);
      trace('answer', { channel, output });
      return output;
    } catch (problem) {
      trace('refusal', { channel, message: String(problem) });
      throw problem;
    }
  });
};

app.on('web-contents-created', (_event, contents) => {
  const send = contents.send.bind(contents);
  contents.send = (channel, ...payload) => {
    trace('event', { channel, payload });
    send(channel, ...payload);
  };
});

const request = net.request.bind(net);
net.request = (options) => {
  const sent = request(options);
  const end = sent.end.bind(sent);
  sent.end = (body, ...rest) => {
    const authorization = sent.getHeader('authorization') === undefined ? 'none' : 'present';
    trace('request', { method: options.method, url: options.url, authorization, body });
    return end(body, ...rest);
  };
  return sent;
};

await import(new URL('../../../out/main/index.js', import.meta.url).href);
