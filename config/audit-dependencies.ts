import { spawnSync } from 'node:child_process';

/** Of what `npm audit --json` says, as much as we read. */
export interface AuditReport {
  readonly vulnerabilities?: Readonly<Record<string, Vulnerable>>;
  readonly error?: object;
  readonly message?: string;
}

interface Vulnerable {
  readonly severity: string;
  readonly range: string;
  /** What is wrong with it, or the names of what it depends on that is. */
  readonly via: readonly (string | { readonly title: string; readonly url: string })[];
  readonly fixAvailable: boolean | { readonly name: string; readonly version: string };
}

export interface Judgement {
  readonly passes: boolean;
  readonly said: readonly string[];
}

/** Replaced at once, whatever the release was meant for; anything less with the next one. */
const AT_ONCE = ['critical', 'high'];

/** Whether the product may go out with these dependencies, what is wrong with them and the way out. */
export function judge(report: AuditReport | undefined): Judgement {
  const { vulnerabilities } = report ?? {};
  if (!vulnerabilities) {
    const why = report?.message ?? 'no answer';
    return {
      passes: true,
      said: [`Dependencies not audited: the registry answers no audits (${why}). Nothing is known of them.`],
    };
  }
  const found = Object.entries(vulnerabilities);
  const urgent = found.filter(([, { severity }]) => AT_ONCE.includes(severity));
  if (found.length === 0) return { passes: true, said: ['Dependencies audited: no vulnerability is known.'] };
  const rest = found.length - urgent.length;
  return {
    passes: urgent.length === 0,
    said: [
      ...urgent.flatMap(([name, vulnerable]) => sayOne(name, vulnerable)),
      `Dependencies audited: ${urgent.length} to replace at once, ${rest} with the next release.`,
    ],
  };
}

function sayOne(name: string, { severity, range, via, fixAvailable }: Vulnerable): string[] {
  const why = via.map((each) =>
    typeof each === 'string' ? `through ${each}` : `${each.title} (${each.url})`,
  );
  return [`${name} ${range}: ${severity}. ${why.join('; ')}`, `  ${wayOut(name, fixAvailable)}`];
}

function wayOut(name: string, fix: Vulnerable['fixAvailable']): string {
  if (fix === true) return 'Way out: npm audit fix';
  if (fix) return `Way out: npm install --save-exact ${fix.name}@${fix.version}`;
  return `Way out: none is published. Do without ${name}, or override it in package.json and say why there.`;
}

function report(): AuditReport | undefined {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  try {
    return JSON.parse(stdout) as AuditReport;
  } catch {
    return undefined;
  }
}

if (require.main === module) {
  const { passes, said } = judge(report());
  for (const line of said) process.stdout.write(`${line}\n`);
  process.exitCode = passes ? 0 : 1;
}
