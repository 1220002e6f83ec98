import { underOneId } from '../platform/request-context';

/** Runs a command of the terminal: says what it does, and ends with 1 when it could not do it. */
export function run(command: (say: (sentence: string) => void) => Promise<void>): void {
  underOneId(() => command((sentence) => console.log(sentence))).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
}
