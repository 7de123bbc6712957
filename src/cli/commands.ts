import { webcrypto } from 'node:crypto';
import { createWebCryptoEngine } from '../core/envelope/engines/webcrypto.ts';
import {
  createUtf8,
  inspect,
  open,
  seal,
  type EnvelopeFacts,
  type OpenError,
  type SealError,
} from '../core/envelope/index.ts';
import type { Command } from './arguments.ts';
import { EXIT, Failure } from './failure.ts';
import { readInput } from './input.ts';
import { readPassword } from './password.ts';
import { describeError } from './reasons.ts';
import type { Surroundings } from './surroundings.ts';

const utf8 = createUtf8(TextEncoder, TextDecoder);
const engine = createWebCryptoEngine(webcrypto.subtle);
const random = (length: number): Uint8Array<ArrayBuffer> => webcrypto.getRandomValues(new Uint8Array(length));

type Sealing = Extract<Command, { name: 'seal' }>;
type Opening = Extract<Command, { name: 'open' }>;

/** Carries out a command and returns what goes to standard output. Throws a {@link Failure}. */
export async function run(command: Command, surroundings: Surroundings): Promise<string> {
  const input = await readInput(surroundings.input);
  switch (command.name) {
    case 'seal':
      return runSeal(command, input, surroundings);
    case 'open':
      return runOpen(command, envelopeIn(input), surroundings);
    case 'inspect':
      return runInspect(envelopeIn(input), command.json);
  }
}

/** Files and mail bring white space along. What is malformed becomes U+FFFD here and is refused for that later. */
const envelopeIn = (input: Uint8Array<ArrayBuffer>): string => Buffer.from(input).toString('utf8').trim();

async function runSeal(
  { password: source, hash, json }: Sealing,
  input: Uint8Array<ArrayBuffer>,
  { variables }: Surroundings,
): Promise<string> {
  const content = utf8.decode(input);
  if (content === null) throw new Failure('The secret is not text in UTF-8.', EXIT.malformed);
  if (content === '') throw failureOf({ code: 'empty-content' });
  const password = await readPassword(source, 'new', variables);
  const created = new Date().toISOString();
  const sealed = await seal({ content, password, hash, created }, { engine, utf8, random });
  if (!sealed.ok) throw failureOf(sealed.error);
  return json ? toLine({ envelope: sealed.value, created, hash }) : `${sealed.value}\n`;
}

async function runOpen(
  { password: source, json }: Opening,
  envelope: string,
  { variables, say }: Surroundings,
): Promise<string> {
  const facts = inspect(envelope);
  if (!facts.ok) throw failureOf(facts.error);
  const password = await readPassword(source, 'known', variables);
  const opened = await open(envelope, password, { engine, utf8 });
  if (!opened.ok) throw failureOf(opened.error);
  if (json) return toLine(opened.value);
  const { content } = opened.value;
  if (!content.isWellFormed())
    say('Characters that no text file can hold come out as U+FFFD; --json has them.');
  return content;
}

function runInspect(envelope: string, json: boolean): string {
  const facts = inspect(envelope);
  if (!facts.ok) throw failureOf(facts.error);
  return json ? toLine(facts.value) : factsAsText(facts.value);
}

const toLine = (value: object): string => `${JSON.stringify(value)}\n`;

const factsAsText = ({ salt, iv, ciphertextBytes, plaintextBytes }: EnvelopeFacts): string =>
  `salt        ${salt}
iv          ${iv}
ciphertext  ${ciphertextBytes} bytes
plaintext   ${plaintextBytes.min} to ${plaintextBytes.max} bytes of JSON
`;

const failureOf = (error: OpenError | SealError): Failure =>
  new Failure(
    describeError(error),
    error.code === 'wrong-password-or-altered' ? EXIT.wrongPasswordOrAltered : EXIT.malformed,
  );
