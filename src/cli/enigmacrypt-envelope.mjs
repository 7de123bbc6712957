#!/usr/bin/env node
// The door of the offline tool when it is called by its own name: says what it needs instead of failing to read
// TypeScript. Plain JavaScript, so that an old Node can read it.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  await import('./envelope.ts');
} else {
  process.stderr.write(`envelope: This is Node ${process.versions.node}; the tool needs 22.18 or newer.\n`);
  process.exitCode = 2;
}
