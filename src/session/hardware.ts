import os from 'node:os';

/** What trains, for the report: «2 × AMD EPYC 7763, 15.6 GiB, Linux x64, Node 24.1.0». */
export function describeHardware(): string {
  const cores = os.cpus();
  const model = (cores[0]?.model ?? 'unknown processor').replace(/\s+/g, ' ').trim();
  const memory = (os.totalmem() / 2 ** 30).toFixed(1);
  const system =
    { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[os.platform() as string] ?? os.platform();
  return `${cores.length} × ${model}, ${memory} GiB, ${system} ${os.arch()}, Node ${process.versions.node}`;
}
