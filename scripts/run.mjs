// The door of every npm script: checks that Node can run TypeScript before any TypeScript is loaded.
// Plain JavaScript, so that an old Node can read it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
const scripts = dirname(fileURLToPath(import.meta.url));
const [name, ...args] = process.argv.slice(2);

if (name === undefined) {
  console.error('usage: node scripts/run.mjs <script> [arguments]');
  process.exit(2);
}

if (major > 22 || (major === 22 && minor >= 18)) {
  const script = resolve(scripts, `${name}.ts`);
  process.argv = [process.argv[0], script, ...args];
  await import(pathToFileURL(script).href);
} else {
  const ours = join(
    scripts,
    '..',
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(ours) && process.env.ENIGMACRYPT_OWN_NODE === undefined) {
    const ended = spawnSync(ours, process.argv.slice(1), {
      stdio: 'inherit',
      env: { ...process.env, ENIGMACRYPT_OWN_NODE: '1' },
    });
    process.exit(ended.status ?? 1);
  }
  console.error(`This is Node ${process.versions.node}; the project's scripts need 22.18 or newer.
Run \`npm ci\` without --ignore-scripts: it brings Node 24 into node_modules, and \`npm run …\` uses it.
Or install Node 24 yourself.`);
  process.exit(1);
}
