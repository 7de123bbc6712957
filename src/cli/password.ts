import { readFileSync } from 'node:fs';
import { createUtf8 } from '../core/envelope/index.ts';
import type { PasswordSource } from './arguments.ts';
import { EXIT, Failure } from './failure.ts';
import type { Surroundings } from './surroundings.ts';
import { ask } from './terminal.ts';

/** `new` is asked for twice on a terminal: a slip in a password that nobody sees would lose the secret. */
export async function readPassword(
  source: PasswordSource,
  purpose: 'new' | 'known',
  variables: Surroundings['variables'],
): Promise<string> {
  const password = await fromSource(source, purpose, variables);
  if (password === '') throw new Failure('The password is empty.', EXIT.malformed);
  return password;
}

function fromSource(
  source: PasswordSource,
  purpose: 'new' | 'known',
  variables: Surroundings['variables'],
): string | Promise<string> {
  switch (source.from) {
    case 'file':
      return fromFile(source.path);
    case 'environment':
      return fromEnvironment(variables[source.name]);
    case 'terminal':
      return purpose === 'new' ? askTwice() : ask('Password: ');
  }
}

function fromFile(path: string): string {
  const text = createUtf8(TextEncoder, TextDecoder).decode(readBytes(path));
  if (text === null) throw new Failure('The password file is not text in UTF-8.', EXIT.malformed);
  // Editors and echo end a file with a line end that nobody means as part of the password.
  return text.replace(/\r?\n$/, '');
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new Failure('Cannot read the password file.', EXIT.malformed);
  }
}

function fromEnvironment(password: string | undefined): string {
  if (password === undefined)
    throw new Failure('The environment variable for the password is not set.', EXIT.malformed);
  return password;
}

async function askTwice(): Promise<string> {
  const password = await ask('Password: ');
  if (password !== (await ask('The same password again: '))) {
    throw new Failure('The two passwords differ.', EXIT.malformed);
  }
  return password;
}
