import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The part of GitHub's results service that keeps the cache of Actions (its second version), and the store of blobs
 * behind it. Keys are immutable, a key is found with the version of its paths only, and prefixes find the newest.
 */
export interface FakeResults {
  /** What the runner tells a step. */
  readonly env: Readonly<Record<string, string>>;
  /** Keys, oldest first. */
  readonly keys: () => readonly string[];
  readonly requests: readonly string[];
  /** Flips bytes of everything that is kept. */
  damage(): void;
  close(): Promise<void>;
}

export interface FakeResultsOptions {
  /** As for a run of a fork: nothing is taken. */
  readonly readOnly?: boolean;
  /** Nothing is answered. */
  readonly hangs?: boolean;
}

interface Entry {
  readonly key: string;
  readonly version: string;
  content: Buffer;
  whole: boolean;
}

const token = 'runtime-token';

export async function startFakeResults(options: FakeResultsOptions = {}): Promise<FakeResults> {
  const entries: Entry[] = [];
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', origin);
      requests.push(`${request.method} ${url.pathname}`);
      if (options.hangs) return;
      const body = Buffer.concat(chunks);
      const blob = /^\/blobs\/(\d+)$/.exec(url.pathname);
      if (blob) return answerBlob(Number(blob[1]), request.method ?? 'GET', body);
      if (request.headers.authorization !== `Bearer ${token}`) return response.writeHead(401).end('{}');
      const method = /^\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/.exec(
        url.pathname,
      )?.[1];
      const data = method === undefined ? undefined : answer(method, JSON.parse(body.toString('utf8')));
      response
        .writeHead(data ? 200 : 404, { 'content-type': 'application/json' })
        .end(JSON.stringify(data ?? { code: 'not_found', msg: 'no such method' }));
    });

    function answerBlob(index: number, method: string, body: Buffer): void {
      const entry = entries[index];
      if (!entry) return void response.writeHead(404).end();
      const blobHeaders = { etag: '"1"', 'last-modified': new Date(0).toUTCString(), 'x-ms-request-id': '1' };
      if (method === 'PUT') {
        entry.content = body;
        return void response.writeHead(201, { ...blobHeaders, 'content-length': 0 }).end();
      }
      const range = /^bytes=(\d+)-(\d*)$/.exec(
        String(request.headers['x-ms-range'] ?? request.headers.range ?? ''),
      );
      const from = Number(range?.[1] ?? 0);
      const to = Math.min(entry.content.length - 1, range?.[2] ? Number(range[2]) : Number.POSITIVE_INFINITY);
      const part = entry.content.subarray(from, to + 1);
      response.writeHead(range ? 206 : 200, {
        ...blobHeaders,
        'content-type': 'application/octet-stream',
        'x-ms-blob-type': 'BlockBlob',
        'accept-ranges': 'bytes',
        'content-length': part.length,
        ...(range ? { 'content-range': `bytes ${from}-${to}/${entry.content.length}` } : {}),
      });
      response.end(method === 'HEAD' ? undefined : part);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  // biome-ignore lint/suspicious/noExplicitAny: what the client of Actions sends
  function answer(method: string, message: any): object | undefined {
    const { key, version } = message;
    switch (method) {
      case 'CreateCacheEntry':
        if (options.readOnly)
          return { ok: false, message: 'cache write denied: the token of this run may only read' };
        if (entries.some((entry) => entry.key === key && entry.version === version)) return { ok: false };
        entries.push({ key, version, content: Buffer.alloc(0), whole: false });
        return { ok: true, signed_upload_url: `${origin}/blobs/${entries.length - 1}?sig=x` };
      case 'FinalizeCacheEntryUpload': {
        const index = entries.findIndex((entry) => entry.key === key && entry.version === version);
        const entry = entries[index];
        if (!entry || entry.content.length !== Number(message.size_bytes ?? message.sizeBytes))
          return { ok: false };
        entry.whole = true;
        return { ok: true, entry_id: String(index + 1) };
      }
      case 'GetCacheEntryDownloadURL': {
        const prefixes: string[] = message.restore_keys ?? message.restoreKeys ?? [];
        const index = entries.findLastIndex(
          (entry) =>
            entry.whole &&
            entry.version === version &&
            (entry.key === key || prefixes.some((prefix) => entry.key.startsWith(prefix))),
        );
        if (index < 0) return { ok: false };
        return {
          ok: true,
          signed_download_url: `${origin}/blobs/${index}?sig=x`,
          matched_key: entries[index]!.key,
        };
      }
      default:
        return undefined;
    }
  }

  return {
    env: {
      ACTIONS_CACHE_SERVICE_V2: 'true',
      ACTIONS_RESULTS_URL: `${origin}/`,
      ACTIONS_RUNTIME_TOKEN: token,
    },
    keys: () => entries.map(({ key }) => key),
    requests,
    damage() {
      for (const { content } of entries) content.fill(0x41, Math.floor(content.length / 2));
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
