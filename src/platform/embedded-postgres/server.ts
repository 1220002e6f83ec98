import { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { Binaries } from './binaries';
import { readPostmasterFile } from './postmaster-file';
import { signalServer } from './signal-server';

const FAST_MS = 30_000;
const IMMEDIATE_MS = 10_000;

/** A PostgreSQL server that is our child. */
export class Server {
  private readonly exited: Promise<void>;
  private isGone = false;
  private isStopping = false;
  private readonly stopWithUs = () => this.signal('INT');

  constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    private readonly binaries: Binaries,
  ) {
    this.exited = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    }).then(() => {
      this.isGone = true;
      process.off('exit', this.stopWithUs);
    });
    process.once('exit', this.stopWithUs);
    child.unref();
  }

  /** Waits while the server lives, however long it takes to recover what a crash left. */
  async isReady(cluster: string, say: (sentence: string) => void): Promise<boolean> {
    let sayAfter = Date.now() + 5_000;
    while (!this.isGone) {
      const file = readPostmasterFile(cluster);
      if (file?.pid === this.child.pid && file?.status === 'ready') return true;
      if (Date.now() > sayAfter) {
        say('PostgreSQL is still starting; after a crash it reads back what was committed.');
        sayAfter += 10_000;
      }
      await pause(5);
    }
    return false;
  }

  onUnexpectedExit(tell: () => void): void {
    void this.exited.then(() => {
      if (!this.isStopping) tell();
    });
  }

  /** Harsher in steps; none loses what was committed, the later ones only make the next start recover. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.child.ref();
    this.signal('INT');
    if (await this.isGoneWithin(FAST_MS)) return;
    this.signal('QUIT');
    if (await this.isGoneWithin(IMMEDIATE_MS)) return;
    this.child.kill('SIGKILL');
    await this.exited;
  }

  private async isGoneWithin(patience: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([this.exited, new Promise((resolve) => (timer = setTimeout(resolve, patience)))]);
    clearTimeout(timer);
    return this.isGone;
  }

  private signal(name: 'INT' | 'QUIT'): void {
    if (!this.isGone && this.child.pid !== undefined) signalServer(this.child.pid, name, this.binaries);
  }
}
