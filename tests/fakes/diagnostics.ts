/** What `diagnostics.read` answers: a short run in which all went well. */
export const DIAGNOSTICS = [
  'EnigmaCrypt Desktop 0.1.0, Electron 45.4.1, linux, x64',
  'keychain: keyring; service: running; notices: none',
  '',
  '{"at":"2026-08-04T09:00:00.000Z","event":"start","version":"0.1.0"}',
  '{"at":"2026-08-04T09:00:01.000Z","event":"keychain","code":"keyring"}',
  '{"at":"2026-08-04T09:02:13.000Z","event":"send","code":"sent"}',
].join('\n');
