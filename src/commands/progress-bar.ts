import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../imports/importer.service';

const FORMAT = '{doing} {bar} {value} of {total}';

/** Reading, which has no known end, and then writing, which has. */
export class ProgressBar {
  private readonly bar = new SingleBar({ format: FORMAT, hideCursor: true }, Presets.shades_classic);

  show({ rows, written, toWrite }: Progress): void {
    const doing = toWrite === undefined ? 'Reading' : 'Writing';
    const [value, total] = toWrite === undefined ? [rows, rows] : [written, toWrite];
    if (!this.bar.isActive) this.bar.start(total, value, { doing });
    this.bar.setTotal(total);
    this.bar.update(value, { doing });
  }

  stop(): void {
    this.bar.stop();
  }
}
