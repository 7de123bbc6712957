import type { Plugin } from 'vite';

const SCRIPT = /<script type="module"[^>]*src="\/([^"]+)"[^>]*><\/script>\s*/;
const STYLESHEET = /<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/;

/** Moves the built script and style into the HTML and names the result `page.html`. */
export function inlineEverything(): Plugin {
  return {
    name: 'inline-everything',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const take = (fileName: string): string => {
        const file = bundle[fileName];
        if (file === undefined) throw new Error(`${fileName} was not built`);
        // Left in the bundle it would become a second file.
        Reflect.deleteProperty(bundle, fileName);
        return file.type === 'chunk' ? file.code : textOf(file.source);
      };
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('index.html was not built');
      const style = STYLESHEET.exec(textOf(page.source))?.[1] ?? '';
      const script = SCRIPT.exec(textOf(page.source))?.[1] ?? '';
      page.source = textOf(page.source)
        .replace(STYLESHEET, () => `<style>${take(style).trim()}</style>`)
        .replace(SCRIPT, '')
        // At the end, as the page's elements have to be there before it runs.
        .replace(
          '</body>',
          () => `<script type="module">${escapeEnd(take(script).trim())}</script>\n  </body>`,
        );
      page.fileName = 'page.html';
    },
  };
}

const textOf = (source: string | Uint8Array): string =>
  typeof source === 'string' ? source : new TextDecoder().decode(source);

/** Inside a script element this would end it. */
const escapeEnd = (code: string): string => code.replaceAll('</script', '<\\/script');
