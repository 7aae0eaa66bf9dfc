/** RFC 4180, strictly: throws on a quote out of place or a line that does not end with CRLF. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
    field.lastIndex = at;
    const found = field.exec(text)!;
    row.push(found[1] === undefined ? found[2]! : found[1].replaceAll('""', '"'));
    at += found[0].length;
    if (text[at] === ',') at++;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`not CSV at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
  }
  return rows;
}
