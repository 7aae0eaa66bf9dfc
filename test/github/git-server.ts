import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const settings = ['-c', 'safe.directory=*', '-c', 'http.receivepack=true'];

/** A real git server over HTTP, which wants a token as GitHub's does. */
export interface GitServer {
  /** Address of the repository. */
  readonly url: string;
  /** The part that stands for https://github.com. */
  readonly serverUrl: string;
  /** Requests without the token, or with two headers for it. */
  readonly refused: () => number;
  close(): void;
}

export interface GitServerOptions {
  /** Called before each push is taken: others may be faster. */
  readonly onPush?: () => void;
  /** The token may read only. */
  readonly readOnly?: boolean;
}

/** Serves one repository, whatever its name is in the address. A bare one takes pushes. */
export async function startGitServer(
  folder: string,
  token: string,
  options: GitServerOptions = {},
): Promise<GitServer> {
  const wanted = `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  let refused = 0;
  const server = createServer((request, response) => {
    const given = request.rawHeaders.filter(
      (_, index, all) => all[index - 1]?.toLowerCase() === 'authorization',
    );
    if (given.length !== 1 || given[0]!.toLowerCase() !== wanted.toLowerCase()) {
      refused++;
      response.writeHead(given.length > 1 ? 400 : 401, { 'www-authenticate': 'Basic realm="GitHub"' }).end();
      return;
    }
    const url = new URL(request.url ?? '/', 'http://localhost');
    const isPush = url.pathname.endsWith('/git-receive-pack');
    if (options.readOnly && (isPush || url.searchParams.get('service') === 'git-receive-pack')) {
      response.writeHead(403).end('Write access to repository not granted.');
      return;
    }
    if (isPush) options.onPush?.();
    const backend = spawn('git', [...settings, 'http-backend'], {
      env: {
        PATH: process.env.PATH ?? '',
        GIT_PROJECT_ROOT: folder,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: url.pathname.replace(/^\/[^/]+\/[^/]+\.git(?=\/)/, folder.endsWith('.git') ? '' : '/.git'),
        // Whoever is authenticated may push.
        REMOTE_USER: 'x-access-token',
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method ?? 'GET',
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    request.pipe(backend.stdin);
    const chunks: Buffer[] = [];
    backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    backend.on('close', () => {
      const output = Buffer.concat(chunks);
      const end = output.indexOf('\r\n\r\n');
      let status = 200;
      for (const line of output.subarray(0, end).toString('latin1').split('\r\n')) {
        const [name = '', value = ''] = line.split(/: (.*)/s);
        if (name === 'Status') status = Number.parseInt(value, 10);
        else response.setHeader(name, value);
      }
      response.writeHead(status).end(output.subarray(end + 4));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${serverUrl}/owner/name.git`,
    serverUrl,
    refused: () => refused,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
