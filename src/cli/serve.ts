import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { HEADERS } from '../ui/content-policy';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.mp4': 'video/mp4',
};

/** ms: a request that is not whole by then is dropped, so that slow ones cannot hold the server. */
const HEAD_IN = 5_000;
const WHOLE_IN = 10_000;
/** ms without a byte, after which an answer that nobody reads is dropped. */
const IDLE = 60_000;
const LONGEST_ADDRESS = 2_000;
/** The names of this machine under which it may be asked. Another is another site's, made to point here. */
const OURS = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/** What is sent where no file is. */
function refuse(response: ServerResponse, status: number, says: string): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end(says);
}

/** The path a request asks for, decoded; null where it is none. */
function pathOf(request: IncomingMessage): string | null {
  const asked = request.url ?? '/';
  if (asked.length > LONGEST_ADDRESS || !asked.startsWith('/')) return null;
  try {
    const path = decodeURIComponent(asked.split(/[?#]/)[0] ?? '/');
    return path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  base: string,
  name: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'only GET and HEAD');
  const host = OURS.exec(request.headers.host ?? '');
  if (!host) return refuse(response, 421, 'Stopline answers to localhost alone');
  const path = pathOf(request);
  if (path === null) return refuse(response, 400, 'this is no address');
  // Each name of this machine is another, empty app to a browser: there is one name.
  if (host[1]?.toLowerCase() !== name) {
    const to = `http://${name}${host[2] ?? ''}${encodeURI(path).replace(/^\/+/, '/')}`;
    response.writeHead(308, { ...HEADERS, location: to, 'cache-control': 'no-store' }).end();
    return;
  }
  const inside = path.startsWith(base) ? path.slice(base.length) || 'index.html' : null;
  const file = inside === null ? null : normalize(join(folder, inside));
  const found = file?.startsWith(folder + sep) ? await stat(file).catch(() => null) : null;
  if (!file || !found?.isFile()) return refuse(response, 404, 'not found');
  response.writeHead(200, {
    ...HEADERS,
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': 'no-cache',
  });
  if (request.method === 'HEAD') return void response.end();
  const bytes = createReadStream(file);
  bytes.on('error', () => response.destroy());
  response.on('close', () => bytes.destroy());
  bytes.pipe(response);
}

const listening = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

/**
 * Serves a built folder on this machine only, below `base` (`/`, or a sub-path such as `/stopline/`), as any static host
 * would, with the headers of `content-policy.ts`. No request can stop it. It answers under one `name` and sends the other
 * names of this machine there. @returns the address; port 0 takes a free one. @throws EADDRINUSE when the port is taken
 */
export async function serve(
  folder: string,
  port: number,
  base = '/',
  name: 'localhost' | '127.0.0.1' = 'localhost',
): Promise<{ url: string; server: Server }> {
  const made = (): Server => {
    const server = createServer(
      {
        headersTimeout: HEAD_IN,
        requestTimeout: WHOLE_IN,
        connectionsCheckingInterval: 1_000,
        // Longer than a browser leaves a connection alone before it asks for more: one that is closed as it is used loses a script.
        keepAliveTimeout: 75_000,
      },
      (request, response) => {
        answer(request, response, folder, base, name).catch(() => response.destroy());
      },
    );
    server.setTimeout(IDLE, (socket) => socket.destroy());
    server.on('clientError', (_, socket) => {
      if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
      setTimeout(() => socket.destroy(), 100).unref();
    });
    return server;
  };
  const server = made();
  await listening(server, port, '127.0.0.1');
  const address = server.address();
  const at = typeof address === 'object' && address ? address.port : port;
  // Browsers ask `localhost` at ::1 first: another program there would be taken for this one.
  const six = made();
  try {
    await listening(six, at, '::1');
    server.on('close', () => six.close());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      server.close();
      throw error;
    }
  }
  return { url: `http://${name}:${at}${base}`, server };
}
