/** `npm run gallery`: the page that shows every component in every state, with reload, for a browser. */
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { inProject } from './lib/paths.ts';
import { say } from './lib/say.ts';

const server = await createServer({
  configFile: false,
  logLevel: 'warn',
  root: inProject('src', 'renderer'),
  cacheDir: inProject('.cache', 'gallery'),
  plugins: [react()],
  server: { host: '127.0.0.1', port: 5180 },
});
await server.listen();
say(
  `Every component in every state: http://127.0.0.1:${String(server.config.server.port)}/gallery/index.html`,
);
