import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PORT, portFrom, takenBy } from '../../src/cli/port';
import { serve } from '../../src/cli/serve';
import { HEADERS, isGuarded, PAGE_POLICY } from '../../src/ui/content-policy';

let url: string;
let port: number;
let server: Server;
const folder = mkdtempSync(join(tmpdir(), 'stopline-serve-'));
beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<title>Stopline</title>');
  writeFileSync(join(folder, 'worker.js'), '1');
  ({ url, server } = await serve(folder, 0));
  port = Number(new URL(url).port);
});
afterAll(() => server.close());

/** One request as written, without a client that mends it. */
const raw = (text: string): Promise<string> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let got = '';
    socket.on('data', (d) => {
      got += d;
    });
    socket.on('close', () => done(got));
    socket.on('error', () => done(got));
  });
const asked = (path: string, host = `localhost:${port}`, method = 'GET') =>
  new Promise<{ status: number; headers: Record<string, unknown> }>((done, failed) => {
    request({ port, host: '127.0.0.1', path, method, headers: { host } }, (r) => {
      r.resume();
      done({ status: r.statusCode ?? 0, headers: r.headers });
    })
      .on('error', failed)
      .end();
  });
const alive = async (): Promise<void> => expect((await asked('/')).status).toBe(200);

describe('the server of npm start', () => {
  it.each([
    '/%',
    '/%ff',
    '//',
    '//evil.example/x',
    '/\\..\\..\\etc',
    '/../../etc/passwd',
    '/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/%00',
    `/${'x'.repeat(9000)}`,
    '/?%',
    '/index.html/',
    '/.',
  ])('goes on after GET %s', async (path) => {
    const { status } = await asked(path);
    expect(path === '/?%' ? 200 : status >= 400 ? 'refused' : status).toBe(path === '/?%' ? 200 : 'refused');
    await alive();
  });

  it('goes on after what is no request at all', async () => {
    const close = 'connection: close\r\n\r\n';
    for (const text of [
      '\r\n\r\n\0\0\0',
      'GET / HTTP/9.9\r\n\r\n',
      'GET\r\n\r\n',
      `GET http://[ HTTP/1.1\r\nhost: localhost\r\n${close}`,
      `GET * HTTP/1.1\r\nhost: localhost\r\n${close}`,
      `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(100_000)}\r\n${close}`,
      `GET / HTTP/1.1\r\n${close}`,
      `GET / HTTP/1.1\r\nhost: :::%%\r\n${close}`,
    ]) {
      expect(await raw(text), text.slice(0, 40)).toMatch(/^HTTP\/1\.1 4|^$/);
      await alive();
    }
  });

  it('drops a request that never ends, and a client that goes away', async () => {
    const started = Date.now();
    expect(await raw('GET / HTTP/1.1\r\nhost: local')).toMatch(/^(HTTP\/1\.1 4.*)?/);
    expect(Date.now() - started).toBeLessThan(15_000);
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET / HTTP/1.1\r\nhost: localhost\r\n\r\n`);
      socket.destroy();
    });
    await alive();
  });

  it('answers under one name, and to no other site', async () => {
    for (const host of [`127.0.0.1:${port}`, `[::1]:${port}`]) {
      const { status, headers } = await asked('/index.html', host);
      expect([status, headers['location']]).toEqual([308, `http://localhost:${port}/index.html`]);
    }
    expect((await asked('/', 'evil.example')).status).toBe(421);
    expect((await asked('/', 'localhost.evil.example')).status).toBe(421);
    expect((await asked('/', undefined, 'POST')).status).toBe(405);
    // Never to another site by a path that begins with two slashes.
    expect((await asked('//evil.example/', `127.0.0.1:${port}`)).headers['location']).toBe(
      `http://localhost:${port}/evil.example/`,
    );
  });

  it('sends the policy with every file, the scripts of workers too', async () => {
    for (const path of ['/', '/worker.js', '/nothing']) {
      const { headers } = await asked(path);
      expect(headers).toMatchObject(HEADERS);
      expect(isGuarded(String(headers['content-security-policy']))).toBe(true);
    }
    expect(isGuarded(null)).toBe(false);
    // What the page says of itself does not forbid frames.
    expect(isGuarded(PAGE_POLICY)).toBe(false);
    expect(
      isGuarded(HEADERS['content-security-policy']?.replace("connect-src 'self'", 'connect-src *') ?? ''),
    ).toBe(false);
  });
});

describe('a port that is taken', () => {
  it('stops npm start with exit code 1 and says by whom, and how to choose another', async () => {
    const child = spawn('node_modules/.bin/tsx', ['src/cli/start.ts'], {
      env: { ...process.env, PORT: String(port), NO_OPEN: '1' },
    });
    let says = '';
    child.stderr.on('data', (d) => {
      says += d;
    });
    const code = await new Promise((done) => child.on('exit', done));
    expect(code).toBe(1);
    expect(says).toContain(`Port ${port} is taken`);
    expect(says).toContain('Stopline runs there already');
    expect(says).toContain(`PORT=${PORT} npm start`);
  });

  it('is said to be so where what holds it does not answer', async () => {
    expect(await takenBy(1)).toMatch(/does not answer holds it/);
  });

  it('is read from PORT, or ours', () => {
    expect(['8081', '', undefined, '0', '70000', 'x', '-1', '80.5'].map(portFrom)).toEqual([
      8081,
      PORT,
      PORT,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
