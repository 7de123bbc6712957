import { readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { inProject } from '../../../scripts/lib/paths.ts';

// GitHub's parser imports JSON in the way of bundlers, without saying so.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } =
  await import('@actions/workflow-parser');

const folder = inProject('.github', 'workflows');
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name), 'utf8'),
}));

/**
 * Which commit is which release: compared with the tags of each action's own repository. A new version is written
 * down here after the same comparison.
 */
const COMMITS: Readonly<Record<string, string>> = {
  'actions/checkout v7.0.1': '3d3c42e5aac5ba805825da76410c181273ba90b1',
  'actions/setup-node v7.0.0': '820762786026740c76f36085b0efc47a31fe5020',
  'actions/upload-artifact v7.0.0': 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f',
  'actions/download-artifact v8.0.1': '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c',
  'actions/attest-build-provenance v4.1.0': 'a2bbfa25375fe432b6a289bc6b6cd05ecd0c4c32',
  'actions/dependency-review-action v4.9.0': '2031cfc080254a8a887f58cffee85186f0e49e48',
  'github/codeql-action v4.36.2': '8aad20d150bbac5944a9f9d289da16a4b0d87c1e',
};

/** What a job may do beyond reading. */
const MAY_WRITE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'release.yml build': { contents: 'read', 'id-token': 'write', attestations: 'write' },
  'release.yml draft': { contents: 'write' },
  'supply-chain.yml codeql': { contents: 'read', 'security-events': 'write' },
};

const stepSchema = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const workflowSchema = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.looseObject({
      permissions: z.record(z.string(), z.string()).optional(),
      'timeout-minutes': z.number(),
      steps: z.array(stepSchema),
    }),
  ),
});

describe.each(workflows)('$name', ({ name, text }) => {
  const workflow = workflowSchema.parse(parse(text));
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  it('is a workflow by GitHub’s own parser and schema', async () => {
    const { context, value } = parseWorkflow({ name, content: text }, new NoOperationTraceWriter());
    expect(context.errors.getErrors()).toEqual([]);
    const template = await convertWorkflowTemplate(context, value!);
    expect(template.errors ?? []).toEqual([]);
    expect(template.jobs).toHaveLength(jobs.length);
  });

  it('runs only actions pinned by the commit of the release that is named beside it', () => {
    const pins = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(pins).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length);
    for (const line of pins) {
      const [, action = '', commit, version = ''] =
        /uses: ([\w-]+\/[\w-]+)(?:\/[\w-]+)?@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$/.exec(line) ?? [];
      expect(COMMITS[`${action} ${version}`], line.trim()).toBe(commit);
    }
  });

  it('may read, and write only what its job is for', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const [job, { permissions }] of jobs) expect(permissions).toEqual(MAY_WRITE[`${name} ${job}`]);
  });

  it('leaves no token behind, and puts nothing that a stranger wrote into a command', () => {
    for (const { uses, with: given } of steps)
      if (uses?.startsWith('actions/checkout@') === true) expect(given?.['persist-credentials']).toBe(false);
    for (const { run = '' } of steps)
      for (const [, inserted = ''] of run.matchAll(/\$\{\{(.*?)\}\}/g))
        expect(inserted.trim()).toMatch(/^matrix\./);
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
  });
});

describe('the workflows together', () => {
  const all = workflows.map(({ text }) => text).join('\n');

  it.each(['ubuntu-', 'macos-', 'windows-'])('check on %s…', (system) => {
    expect(workflows.find(({ name }) => name === 'check.yml')?.text).toContain(system);
  });

  it.each([
    ['review dependencies', 'actions/dependency-review-action@'],
    ['look for flaws in the code', 'github/codeql-action/analyze@'],
    ['say where a release was made', 'actions/attest-build-provenance@'],
    ['say what it is made of', 'npm sbom'],
    ['sign what programs update to', 'npm run release-lists'],
    ['start the package', 'npm run smoke'],
    ['ask for known flaws', 'npm audit --audit-level=high'],
  ])('%s', (_what, step) => {
    expect(all).toContain(step);
  });

  it('name no action that is not used', () => {
    for (const commit of Object.values(COMMITS)) expect(all).toContain(commit);
  });
});
