import { transformFileSync } from '@swc/core';
import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const root = join(__dirname, '../..');
const source = join(root, 'src/platform/embedded-postgres');

const script = `
  const { startEmbeddedPostgres } = require('./embedded-postgres');
  const [directory, settings] = process.argv.slice(2);
  const tell = (line) => process.stdout.write(line + '\\n');
  startEmbeddedPostgres({ directory, say: tell, settings: JSON.parse(settings) })
    .then((server) => {
      const stop = () => server.stop().then(() => tell('stopped')).then(() => process.exit(0));
      process.once('SIGUSR2', stop);
      process.once('SIGINT', process.env.LINGERS ? () => tell('closing its sessions') : stop);
      tell('ready ' + server.url);
      if (process.env.GIVE_UP) process.exit(3);
      setInterval(() => undefined, 1000);
    })
    .catch((problem) => { tell('failed ' + problem.message); process.exit(1); });
`;

/** The launcher in processes of its own, so that they can be killed. */
export class AppProcesses {
  private readonly folder = mkdtempSync(join(tmpdir(), 'short-breaks-app-'));
  private readonly children: ChildProcess[] = [];

  constructor(private readonly settings: Readonly<Record<string, string>>) {
    for (const name of readdirSync(source)) {
      const { code } = transformFileSync(join(source, name), {
        swcrc: false,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
      });
      writeFileSync(join(this.folder, `${basename(name, '.ts')}.js`), code);
    }
    writeFileSync(join(this.folder, 'app.js'), script);
  }

  /** In a process group of its own, as a shell would start it. */
  start(directory: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
    const args = [join(this.folder, 'app.js'), directory, JSON.stringify(this.settings)];
    const child = spawn(process.execPath, args, {
      detached: true,
      env: { ...process.env, NODE_PATH: join(root, 'node_modules'), ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.children.push(child);
    return child;
  }

  end(): void {
    for (const child of this.children) child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The rest of the first line the process says that begins so. */
export function told(child: ChildProcess, beginning: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      const line = said.split('\n').find((line) => line.startsWith(beginning));
      if (line !== undefined && said.endsWith('\n')) resolve(line.slice(beginning.length).trim());
    });
    child.once('close', () => reject(new Error(`The process ended; it said: ${said}`)));
  });
}

export async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
