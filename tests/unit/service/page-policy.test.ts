import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { policyFor } from '../../../src/service/http/page.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the page’s policy', () => {
  it('names each script and style, byte for byte', () => {
    const script = '\nconst a = "<p>" + `</div>`;\n';
    const html = `<style>a{}</style><script type="module">${script}</script><script>2</script>`;
    const policy = policyFor(html);
    expect(policy).toContain(`script-src ${hash(script)} ${hash('2')};`);
    expect(policy).toContain(`style-src ${hash('a{}')};`);
    expect(policy).not.toContain('unsafe');
  });

  it('allows none where there is none', () => {
    expect(policyFor('<p>nothing</p>')).toContain("script-src 'none'; style-src 'none'");
  });
});
