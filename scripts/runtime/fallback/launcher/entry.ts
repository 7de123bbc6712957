/** What a command line asks of the launcher. */
export interface Invocation {
  /** The program to run: a file, or a folder with a package.json. */
  readonly entry: string | undefined;
  /** Modules to load before it (`-r file`, `--require file`). */
  readonly preload: readonly string[];
}

/**
 * Reads a command line the way Electron's own default app does: the first argument that is no option is the
 * program, everything behind it belongs to the program.
 * @param args the command line without the executable
 */
export const readInvocation = (args: readonly string[]): Invocation => {
  const preload: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '-r' || arg === '--require') {
      index += 1;
      const module = args[index];
      if (module !== undefined) preload.push(module);
    } else if (!arg.startsWith('-')) {
      return { entry: arg, preload };
    }
  }
  return { entry: undefined, preload };
};

/** What the launcher takes from a program's package.json. */
export interface Description {
  readonly main: string;
  readonly name: string | undefined;
  readonly version: string | undefined;
}

/** The same fields, with the same precedence, as Electron's own default app takes them. */
export const describe = (description: unknown): Description => {
  const text = (key: string): string | undefined => {
    if (typeof description !== 'object' || description === null) return undefined;
    const value: unknown = Reflect.get(description, key);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    main: text('main') ?? 'index.js',
    name: text('productName') ?? text('name'),
    version: text('version'),
  };
};
