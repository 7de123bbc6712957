/**
 * The tool as a person runs it: with pipes and a terminal as a process of its own, which is dear to start; and whatever
 * does not hang on the process in this one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runTool } from '../../../src/cli/tool.ts';
import { toVisible } from '../../../src/cli/visible.ts';
import { vectors } from '../core/envelope/vectors.ts';

const tool = fileURLToPath(new URL('../../../src/cli/envelope.ts', import.meta.url));
const withTerminal = fileURLToPath(new URL('with-terminal.py', import.meta.url));
const PASSWORD = 'correct horse battery staple';
const USUAL = ['--password-env', 'ENVELOPE_PASSWORD'];

// Each test starts processes, and other tests may have the processors.
vi.setConfig({ testTimeout: 30_000 });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'envelope-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const fileOf = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function envelope(
  args: readonly string[],
  input: string | Buffer = '',
  password: string = PASSWORD,
): Promise<Ended> {
  let [out, err] = ['', ''];
  const code = await runTool(args, {
    input: Readable.from([Buffer.from(input)]),
    variables: { ENVELOPE_PASSWORD: password },
    write: (text) => {
      out += Buffer.from(text).toString();
      return Promise.resolve();
    },
    say: (sentence) => (err += `envelope: ${sentence}\n`),
  });
  return { code, out, err };
}

/** In a process of its own. */
function started(args: readonly string[], input: string | Buffer = ''): Ended {
  const env = { ...process.env, ENVELOPE_PASSWORD: PASSWORD };
  const options = { input, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], options);
  return { code: status, out: stdout, err: stderr };
}

const published = (id: string): string => {
  const found = [...vectors.valid, ...vectors.readable, ...vectors.refused].find(
    (vector) => vector.id === id,
  );
  if (!found || !('envelope' in found)) throw new Error(`no envelope ${id}`);
  return found.envelope;
};

describe('seal and open', () => {
  it('give back the content and nothing else', async () => {
    const content = ' contrase\u00f1a\r\n\u{1f511}\u0000 ';
    const sealed = await envelope(['seal', ...USUAL], content);
    expect(sealed).toMatchObject({ code: 0, err: '' });
    expect(sealed.out).toMatch(/^[0-9a-f]{64}[A-Za-z0-9+/]+={0,2}\n$/);
    expect(await envelope(['open', ...USUAL], sealed.out)).toEqual({ code: 0, out: content, err: '' });
  });

  it('carry a megabyte through the pipes', () => {
    const content = 'secrets \u00f1 '.repeat(100_000);
    const sealed = started(['seal', ...USUAL], content);
    expect(started(['open', ...USUAL], sealed.out)).toEqual({ code: 0, out: content, err: '' });
  });

  it('name the older hash when it is asked for and when it is met', async () => {
    const sealed = await envelope(['seal', '--hash', 'sha-1', '--json', ...USUAL], 'text');
    const { envelope: text, created, hash } = JSON.parse(sealed.out) as Record<string, string>;
    expect(hash).toBe('SHA-1');
    const opened = await envelope(['open', '--json', ...USUAL], text);
    expect(JSON.parse(opened.out)).toEqual({ content: 'text', created, hash: 'SHA-1' });
  });
});

describe('a terminal', () => {
  const CONTENT = '\u001b]0;title\u0007\u009b2Jred\rover\tone\ntwo \u202eegami';

  it('is given nothing that it would obey', () => {
    expect(toVisible(CONTENT)).toBe('␛]0;title␇<U+009B>2Jred␍over\tone\ntwo <U+202E>egami');
    expect(toVisible('contraseña\t🔑\r\n')).toBe('contraseña\t🔑\r\n');
  });

  it.skipIf(process.platform === 'win32')('shows signs, while a pipe gets the content', async () => {
    const sealed = (await envelope(['seal', ...USUAL], CONTENT)).out;
    expect(started(['open', ...USUAL], sealed).out).toBe(CONTENT);
    const command = `'${process.execPath}' '${tool}' open ${USUAL.join(' ')} < '${fileOf('on-terminal', sealed)}'`;
    const onTerminal = 'import pty, sys; pty.spawn(["sh", "-c", sys.argv[1]])';
    const env = { ...process.env, ENVELOPE_PASSWORD: PASSWORD };
    const { stdout } = spawnSync('python3', ['-c', onTerminal, command], {
      env,
      input: '',
      encoding: 'utf8',
    });
    expect(stdout).toContain('␛]0;title␇<U+009B>2Jred␍over');
    expect(stdout).toContain('a file or a pipe gets them as they are');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('open', () => {
  it('takes white space around the envelope for what it is', async () => {
    expect(await envelope(['open', ...USUAL], `\ufeff\r\n ${published('one-letter')}\r\n\n`)).toMatchObject({
      code: 0,
      out: 'a',
    });
  });

  it('says so when a content cannot be written as text', async () => {
    const opened = await envelope(['open', ...USUAL], published('lone-high'));
    expect(opened).toMatchObject({ code: 0, out: '\ufffd' });
    expect(opened.err).toContain('--json');
    expect(
      JSON.parse((await envelope(['open', '--json', ...USUAL], published('lone-high'))).out),
    ).toMatchObject({
      content: '\ud83d',
    });
  });

  it.each([
    ['the wrong password', published('one-letter'), 'wrong', 1, 'wrong-password-or-altered'],
    ['an altered envelope', published('first-block-bit'), PASSWORD, 1, 'wrong-password-or-altered'],
    ['nothing', '', PASSWORD, 2, 'too-short'],
    ['any text', 'nothing of the kind. '.repeat(9), PASSWORD, 2, 'not-hex'],
    ['half an envelope', published('page').slice(0, 801), PASSWORD, 2, 'not-base64'],
    ['bytes that are no text', Buffer.alloc(200, 0xff), PASSWORD, 2, 'not-hex'],
    ['a lost block part', published('one-byte-lost'), PASSWORD, 2, 'bad-length'],
    ['another kind of message', published('json-array'), PASSWORD, 2, 'not-this-format'],
    ['a later version', published('version-2'), PASSWORD, 2, 'unsupported-version'],
  ])('answers %s with the code for it and no output', async (_, input, password, code, reason) => {
    const opened = await envelope(['open', ...USUAL], input, password);
    expect(opened).toMatchObject({ code, out: '' });
    expect(opened.err).toMatch(new RegExp(`^envelope: .+\\(${reason}\\)\n$`));
  });
});

describe('inspect', () => {
  it('needs no password', async () => {
    const text = published('length-16');
    const facts = await envelope(['inspect', '--json'], text);
    expect(facts.code).toBe(0);
    expect(JSON.parse(facts.out)).toEqual({
      salt: text.slice(0, 32),
      iv: text.slice(32, 64),
      ciphertextBytes: 96,
      plaintextBytes: { min: 80, max: 95 },
    });
    expect((await envelope(['inspect'], text)).out).toContain('96 bytes');
    expect(await envelope(['inspect'], 'x')).toMatchObject({ code: 2, out: '' });
  });
});

describe('the password', () => {
  it.each([
    ['as it is', PASSWORD],
    ['with a line end', `${PASSWORD}\n`],
    ["with a line end of Windows'", `${PASSWORD}\r\n`],
  ])('comes from a file, %s', async (_, text) => {
    const opened = await envelope(
      ['open', '--password-file', fileOf('password', text)],
      published('one-letter'),
    );
    expect(opened).toEqual({ code: 0, out: 'a', err: '' });
  });

  it('keeps its spaces, and all line ends but the last', async () => {
    const password = ' two\nlines\n ';
    const sealed = await envelope(['seal', ...USUAL], 'x', password);
    const opened = await envelope(
      ['open', '--password-file', fileOf('password', `${password}\n`)],
      sealed.out,
    );
    expect(opened).toMatchObject({ code: 0, out: 'x' });
  });

  it.each([
    ['a file that is not there', ['--password-file', '/nonexistent/password']],
    ['a variable that is not set', ['--password-env', 'ENVELOPE_NOT_SET']],
    ['an empty variable', ['--password-env', 'ENVELOPE_PASSWORD']],
    ['two ways at once', ['--password-env', 'ENVELOPE_PASSWORD', '--password-file', 'x']],
  ])('is missed in %s', async (_, args) => {
    expect(await envelope(['open', ...args], published('one-letter'), '')).toMatchObject({
      code: 2,
      out: '',
    });
  });

  it('is refused when its file is no text', async () => {
    const path = fileOf('password', Buffer.of(0x70, 0xff));
    expect(await envelope(['open', '--password-file', path], published('one-letter'))).toMatchObject({
      code: 2,
      out: '',
    });
  });
});

describe('as a process', () => {
  it('ends with the code for what happened, and says why on standard error', () => {
    const refused = started(['open', '--password-env', 'ENVELOPE_PASSWORD'], published('first-block-bit'));
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/^envelope: .+\(wrong-password-or-altered\)\n$/);
    expect(started(['open', '--password-env', 'ENVELOPE_NOT_SET'], published('one-letter'))).toMatchObject({
      code: 2,
      out: '',
    });
    expect(started(['seal', 'hunter2']).err).not.toContain('hunter2');
  });
});

describe('wrong usage', () => {
  it.each([
    ['nothing to do', []],
    ['an unknown command', ['unseal']],
    ['a secret among the arguments', ['seal', 'hunter2']],
    ['a password among the arguments', ['open', '--password', 'hunter2']],
    ['an unknown hash', ['seal', '--hash', 'md5']],
    ['a hash for open', ['open', '--hash', 'SHA-1']],
    ['a password for inspect', ['inspect', '--password-env', 'X']],
  ])('%s ends with 2 and repeats nothing', async (_, args) => {
    const ended = await envelope(args);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('--help');
    expect(ended.err).not.toContain('hunter2');
  });

  it('nothing to seal and what is no text end with 2', async () => {
    expect(await envelope(['seal', ...USUAL], '')).toMatchObject({ code: 2, out: '' });
    expect(await envelope(['seal', ...USUAL], Buffer.of(0x61, 0xff))).toMatchObject({ code: 2, out: '' });
  });

  it('help is given on standard output', async () => {
    expect(await envelope(['--help'])).toMatchObject({ code: 0, err: '' });
    expect((await envelope(['--help'])).out).toContain('Usage: envelope seal|open|inspect');
  });
});

const hasPython = spawnSync('python3', ['-c', 'import pty']).status === 0;
if (!hasPython) console.warn('Skipped: asking for the password on a terminal needs python3 to make one.');

describe.skipIf(!hasPython)('on a terminal', () => {
  function onTerminal(args: readonly string[], input: string, answers: readonly string[]) {
    const path = fileOf('input', input);
    const run = [withTerminal, path, JSON.stringify(answers), process.execPath, tool, ...args];
    const { stdout } = spawnSync('python3', run, { encoding: 'utf8' });
    return JSON.parse(stdout) as { shown: string; output: string; code: number };
  }

  it('asks for the password and does not show it', () => {
    const opened = onTerminal(['open'], published('one-letter'), [`${PASSWORD}\r`]);
    expect(opened).toEqual({ shown: 'Password: \r\n', output: 'a', code: 0 });
  });

  it('takes corrections and letters beyond ASCII', () => {
    const typed = 'contrase\u00f1x\u007fa del g\u00fc\u00edn \u{1f511}\r';
    expect(onTerminal(['open'], published('password-composed'), [typed])).toMatchObject({
      output: 'opened',
      code: 0,
    });
  });

  it('asks twice before it seals, and refuses two that differ', async () => {
    const sealed = onTerminal(['seal'], 'text', ['typed\r', 'typed\r']);
    expect(sealed).toMatchObject({ shown: 'Password: \r\nThe same password again: \r\n', code: 0 });
    expect(await envelope(['open', ...USUAL], sealed.output, 'typed')).toMatchObject({
      code: 0,
      out: 'text',
    });
    expect(onTerminal(['seal'], 'text', ['typed\r', 'tipped\r'])).toMatchObject({ output: '', code: 2 });
  });

  it.each([
    ['Ctrl+C', '\u0003'],
    ['Ctrl+D', '\u0004'],
  ])('ends at %s', (_, key) => {
    expect(
      onTerminal(['open'], published('one-letter'), [`half${key === '\u0004' ? '\u0015' : ''}${key}`]),
    ).toMatchObject({
      output: '',
      code: 130,
    });
  });

  it('refuses an empty password', () => {
    expect(onTerminal(['open'], published('one-letter'), ['\r'])).toMatchObject({ output: '', code: 2 });
  });
});
