/** One VEVENT as its properties say it, unfolded and unescaped. */
export type ReadEvent = Readonly<Record<string, string>>;

const CRLF = '\r\n';

/** Reads as strictly as the least forgiving calendar: CRLF, no line over 75 octets, every BEGIN ended. */
export function readCalendar(text: string): ReadEvent[] {
  if (!text.endsWith(CRLF)) throw new Error('The file does not end its last line.');
  const lines = text.slice(0, -CRLF.length).split(CRLF);
  for (const line of lines) {
    if (/[\r\n]/.test(line)) throw new Error(`A line ends otherwise than in CRLF: ${line}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`A line is too long: ${line}`);
  }
  const unfolded = lines.reduce<string[]>((all, line) => {
    if (!line.startsWith(' ')) return [...all, line];
    return [...all.slice(0, -1), `${all.at(-1) ?? ''}${line.slice(1)}`];
  }, []);
  if (unfolded[0] !== 'BEGIN:VCALENDAR' || unfolded.at(-1) !== 'END:VCALENDAR')
    throw new Error('The file is no calendar.');
  return eventsIn(unfolded.slice(1, -1));
}

function eventsIn(lines: readonly string[]): ReadEvent[] {
  const events: Record<string, string>[] = [];
  let open: Record<string, string> | undefined;
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[A-Z]+=[A-Z]+)*):(.*)$/u.exec(line) ?? [];
    if (name === '') throw new Error(`That is no property: ${line}`);
    if (line === 'BEGIN:VEVENT') open = {};
    else if (line === 'END:VEVENT') {
      if (!open) throw new Error('An event ends that never began.');
      events.push(open);
      open = undefined;
    } else if (open) {
      if (name in open) throw new Error(`${name} is there twice.`);
      open[name] = value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
    }
  }
  if (open) throw new Error('An event never ends.');
  return events;
}
