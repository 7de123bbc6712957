import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { expect, type Program, test } from './support/program.ts';
import { compose, goTo, readHandover, rowOf, sealAndHandOver, sealButton } from './support/views.ts';

const servicePid = (program: Program): Promise<number | undefined> =>
  program.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'EnigmaCrypt service')?.pid,
  );

test('links and the list survive a restart', async ({ launch }) => {
  const first = await launch();
  await compose(first.window, { text: 'still here tomorrow', name: 'Tomorrow', times: 2 });
  const { link } = await sealAndHandOver(first.window);
  await first.quit();

  const { window } = await launch({ userData: first.userData });
  await goTo(window, 'Sent');
  await expect(rowOf(window, 'Tomorrow')).toContainText('Not opened yet');
  const answer = await fetch(`${link.replace('/s/', '/api/messages/')}/open`, { method: 'POST' });
  expect(await answer.json()).toMatchObject({ success: true, data: { accessCount: 1, maxAccess: 2 } });
});

test('the program goes on when its service dies, and starts it again', async ({ program }) => {
  const { window } = program;
  await expect(window.getByText('On this computer', { exact: true })).toBeVisible();
  const before = await servicePid(program);
  process.kill(before!, 'SIGKILL');
  await expect.poll(() => servicePid(program)).not.toBe(before);
  await expect(window.getByText('On this computer', { exact: true })).toBeVisible();
  await compose(window, { text: 'after the crash' });
  expect((await sealAndHandOver(window)).link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/s\//);
});

test('what is sealed while the service is away waits, and goes out by itself', async ({ program }) => {
  const { window } = program;
  await expect(window.getByText('On this computer', { exact: true })).toBeVisible();
  // Stopped, it neither answers nor refuses until it is let go on; its port is then closed by killing it.
  const pid = (await servicePid(program))!;
  process.kill(pid, 'SIGSTOP');
  await compose(window, { text: 'patience', name: 'Patience' });
  await sealButton(window).click();
  process.kill(pid, 'SIGKILL');
  await expect(window.getByRole('heading', { level: 1, name: /^Sealed/ })).toBeVisible();
  await expect(window.getByRole('listitem', { name: 'The link' }).getByText(/^https?:/)).toBeVisible({
    timeout: 15_000,
  });
  expect((await readHandover(window)).password).not.toBe('');
});

test('a program that is killed has everything it acknowledged', async ({ launch }) => {
  const first = await launch();
  await compose(first.window, { text: 'acknowledged', name: 'Acknowledged' });
  await sealAndHandOver(first.window);
  const gone = new Promise((resolve) => first.app.process().once('exit', resolve));
  first.app.process().kill('SIGKILL');
  await gone;
  const { window } = await launch({ userData: first.userData });
  await goTo(window, 'Sent');
  await expect(rowOf(window, 'Acknowledged')).toBeVisible();
});

test('without a keychain it says so, keeps the list for the run and writes no list to disk', async ({
  launch,
}) => {
  const program = await launch({ env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' } });
  const { window } = program;
  await expect(window.getByRole('note').getByText('There is no keychain on this computer')).toBeVisible();
  await compose(window, { text: 'for this run', name: 'For this run' });
  await sealAndHandOver(window);
  expect(spawnSync('find', [program.userData, '-name', 'ledger.db*'], { encoding: 'utf8' }).stdout).toBe('');
});

test('a damaged list is kept aside, and the program says so', async ({ launch }) => {
  const first = await launch();
  await first.window.getByRole('textbox', { name: 'Your secret' }).waitFor();
  await first.quit();
  const list = join(first.userData, 'data', 'ledger.db');
  writeFileSync(list, 'not a database any more'.repeat(200));
  const { window } = await launch({ userData: first.userData });
  await expect(window.getByRole('note').getByText('Your earlier list could not be read')).toBeVisible();
});

test('a service that holds nothing rests, is there when it is needed, and rests again', async ({
  launch,
}) => {
  const first = await launch();
  await expect.poll(() => servicePid(first)).toBeDefined();
  await first.quit();

  const second = await launch({ userData: first.userData });
  const { window } = second;
  await expect(window.getByText('On this computer', { exact: true })).toBeVisible();
  expect(await servicePid(second)).toBeUndefined();
  await compose(window, { text: 'wake up', name: 'Wake up', times: 1 });
  const { link } = await sealAndHandOver(window);
  const call = `${link.replace('/s/', '/api/messages/')}/open`;
  expect((await fetch(call, { method: 'POST' })).status).toBe(200);
  await second.quit();

  const third = await launch({ userData: first.userData });
  // Whether it has to be asked once more or the program before knew already: the row says what became of it.
  await goTo(third.window, 'Sent');
  await expect(rowOf(third.window, 'Wake up')).toContainText('Used up');
  await third.quit();
});

test('a taken port moves the service, and the program says so', async ({ launch }) => {
  const first = await launch();
  await expect(first.window.getByText('On this computer', { exact: true })).toBeVisible();
  await first.quit();
  const file = join(first.userData, 'data', 'service', 'port.json');
  const { port } = JSON.parse(readFileSync(file, 'utf8')) as { port: number };
  const squatter = await listen(port);
  try {
    const { window } = await launch({ userData: first.userData });
    // It rests, and finds its port taken when it is needed.
    await compose(window, { text: 'from another door' });
    const { link } = await sealAndHandOver(window);
    expect(new URL(link).port).not.toBe(String(port));
    await goTo(window, 'Settings');
    await expect(window.getByText('The built-in service has moved').first()).toBeVisible();
  } finally {
    squatter.close();
  }
});

test('a second start brings the first window back and leaves', async ({ launch }) => {
  const first = await launch();
  await first.window.getByRole('textbox', { name: 'Your secret' }).waitFor();
  const args = first.app.process().spawnargs;
  const second = spawnSync(
    args[0]!,
    args.slice(1).filter((arg) => !arg.startsWith('--inspect') && !arg.startsWith('--remote')),
    {
      env: { ...process.env },
      timeout: 20_000,
    },
  );
  expect(second.status).toBe(0);
  expect(await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}
