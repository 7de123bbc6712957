import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { KdfHash } from '../core/envelope/index.ts';
import { EXIT, Failure } from './failure.ts';

export const USAGE = `Usage: envelope seal|open|inspect [options]

  seal      reads a secret on standard input and writes its envelope
  open      reads an envelope on standard input and writes its content, nothing else
  inspect   reads an envelope on standard input and says what needs no password

The password is asked for on the terminal, without showing it. Instead:
  --password-file FILE   takes it from a file, without the line end after it
  --password-env NAME    takes it from an environment variable

Options:
  --hash HASH   SHA-256 (default) or SHA-1, for seal; open tries both
  --json        writes one line of JSON with all fields
  --help        shows this

It answers 0 when it worked, 1 for a wrong password or an altered envelope, and 2 for
malformed input or wrong usage.
`;

export type PasswordSource =
  | { readonly from: 'terminal' }
  | { readonly from: 'file'; readonly path: string }
  | { readonly from: 'environment'; readonly name: string };

export type Command =
  | {
      readonly name: 'seal';
      readonly password: PasswordSource;
      readonly hash: KdfHash;
      readonly json: boolean;
    }
  | { readonly name: 'open'; readonly password: PasswordSource; readonly json: boolean }
  | { readonly name: 'inspect'; readonly json: boolean };

const OPTIONS = {
  'password-file': { type: 'string' },
  'password-env': { type: 'string' },
  hash: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies ParseArgsConfig['options'];

/** Throws a {@link Failure} when the arguments make no sense. */
export function readArguments(args: readonly string[]): Command | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const [name, ...others] = positionals;
  if (others.length > 0)
    throw misuse('Secrets and envelopes are read from standard input, never from arguments.');
  const password = passwordSource(values['password-file'], values['password-env']);
  const { json } = values;
  switch (name) {
    case 'seal':
      return { name, password, hash: hashOf(values.hash), json };
    case 'open':
      if (values.hash !== undefined) throw misuse('--hash is for seal: open tries both.');
      return { name, password, json };
    case 'inspect':
      if (password.from !== 'terminal' || values.hash !== undefined)
        throw misuse('inspect needs no password.');
      return { name, json };
    default:
      throw misuse('Say what to do: seal, open or inspect.');
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch {
    // The original message repeats the arguments, and someone may have put a secret among them.
    throw misuse('There is an option that does not exist or lacks its value.');
  }
}

function passwordSource(path: string | undefined, name: string | undefined): PasswordSource {
  if (path !== undefined && name !== undefined) throw misuse('Give the password in one way only.');
  if (path !== undefined) return { from: 'file', path };
  return name === undefined ? { from: 'terminal' } : { from: 'environment', name };
}

function hashOf(name = 'SHA-256'): KdfHash {
  const hash = name.toUpperCase();
  if (hash === 'SHA-256' || hash === 'SHA-1') return hash;
  throw misuse('The hash is SHA-256 or SHA-1.');
}

const misuse = (message: string): Failure => new Failure(`${message} See envelope --help.`, EXIT.malformed);
