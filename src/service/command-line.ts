import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { apiTokenPattern } from '../core/api/wire.ts';
import { err, ok, type Result } from '../core/result.ts';

export interface ServiceCommand {
  readonly host: string;
  readonly port: number;
  readonly dataFile: string;
  readonly pageFile: string;
  readonly ownerTokens: readonly string[];
  readonly trustProxy: boolean;
}

/** Where it listens unless told otherwise; not one that another well-known program has. */
const DEFAULT_PORT = 8480;

export const USAGE = `Usage: npm run service -- [options]

  --host ADDRESS      where to listen (127.0.0.1: this machine only; 0.0.0.0: everyone)
  --port NUMBER       0 to 65535, 0 lets the system choose (${DEFAULT_PORT})
  --data FILE         the database, made when missing
  --tokens-file FILE  one API token per line (enigma_...); whoever holds one owns what they create.
                      ENIGMACRYPT_SERVICE_TOKENS, separated by spaces or commas, does the same.
  --page FILE         the recipient's page (as built by npm run build:page)
  --trust-proxy       believe X-Forwarded-For: only behind a proxy that sets it
  --help
`;

/** Either what to do, or a sentence for the person who typed it. `help` is neither. */
export function readCommand(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<ServiceCommand | 'help', string> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const values = parsed.value;
  if (values.help === true) return ok('help');
  const port = values.port ?? String(DEFAULT_PORT);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return err(`${port} is no port: 0 to 65535.`);
  const tokens = readTokens(values['tokens-file'], environment['ENIGMACRYPT_SERVICE_TOKENS']);
  if (!tokens.ok) return tokens;
  return ok({
    host: values.host ?? '127.0.0.1',
    port: Number(port),
    dataFile: resolve(values.data ?? join(dataFolder(environment), 'messages.sqlite')),
    pageFile: resolve(values.page ?? join(import.meta.dirname, '../../out/service/page.html')),
    ownerTokens: tokens.value,
    trustProxy: values['trust-proxy'] ?? false,
  });
}

function parse(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        host: { type: 'string' },
        port: { type: 'string' },
        data: { type: 'string' },
        'tokens-file': { type: 'string' },
        page: { type: 'string' },
        'trust-proxy': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return ok(values);
  } catch (error) {
    return err(error instanceof Error ? error.message : 'These options are not understood.');
  }
}

function readTokens(
  file: string | undefined,
  variable: string | undefined,
): Result<readonly string[], string> {
  let text = variable ?? '';
  if (file !== undefined) {
    try {
      text += `\n${readFileSync(file, 'utf8').replace(/^\s*#.*$/gm, '')}`;
    } catch {
      return err(`The tokens file ${file} can't be read.`);
    }
  }
  const tokens = text.split(/[\s,]+/).filter((token) => token !== '');
  const malformed = tokens.filter((token) => !apiTokenPattern.test(token)).length;
  // Said without showing it: what is malformed may still be somebody's password.
  if (malformed > 0)
    return err(`${malformed} of the tokens do not look like enigma_ and 8 or more letters and digits.`);
  return ok([...new Set(tokens)]);
}

/** Where each platform keeps what belongs to a program and not to a document. */
function dataFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const name = 'enigmacrypt-service';
  if (process.platform === 'win32') return join(environment['APPDATA'] ?? homedir(), name);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), name);
}
