/** What opens a repository of the server by HTTP. */
export interface RemoteCredentials {
  /** Such as https://github.com. */
  readonly serverUrl: string;
  readonly token: string;
}

/** By environment: a command line could be read by every process of the machine. */
export function authorization({ serverUrl, token }: RemoteCredentials): Record<string, string> {
  const key = `http.${serverUrl}/.extraheader`;
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: key,
    // Empty: forget the headers that other settings have added.
    GIT_CONFIG_VALUE_0: '',
    GIT_CONFIG_KEY_1: key,
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`,
  };
}

/** The line that says what went wrong; git may add advice after it. */
export function complaint(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((line) => /^(fatal|error|remote): /.test(line)) ?? lines.at(-1) ?? '';
  // A remote's address may have a password in it.
  return line.replace(/^(fatal|error): /, '').replace(/\/\/[^/@\s]+@/g, '//***@');
}
