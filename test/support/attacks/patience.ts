import { Worker } from 'node:worker_threads';
import type { Pattern } from './patterns';

/**
 * Tries each pattern on long texts made of what it is made of, that almost match. One that tries everything from every
 * place takes thousands of times as long as one that reads on: no machine is so busy that the two could be taken for
 * each other, at the lesser of two times.
 */
const TRIES = `
  const { parentPort, workerData } = require('node:worker_threads');
  const LENGTH = 8000, SLOW = 40;
  const USUAL = [...' \\t\\n0a Aé-_/.,:;"<>=&[]()@\\'\\\\'];
  function pumpsFor(source) {
    const letters = [...new Set(source.replace(/\\\\[a-zA-Z]/g, ''))].filter((each) => !/[\\^$?*+|{}]/.test(each)).slice(0, 24);
    const single = [...new Set([...USUAL, ...letters])];
    const pairs = letters.slice(0, 8).flatMap((one) => [...letters.slice(0, 8), ' ', '0', 'a'].map((other) => one + other));
    return [...single, ...pairs];
  }
  function headOf(source) {
    return source.replace(/^\\^|\\\\b/g, '').replace(/\\\\(\\W)/g, '$1').replace(/[\\^$?*+|{}()[\\]\\\\].*$/s, '');
  }
  function took(pattern, text) {
    const began = performance.now();
    if (pattern.global) text.replace(pattern, '');
    else pattern.test(text);
    return performance.now() - began;
  }
  for (const { source, flags, at } of workerData) {
    parentPort.postMessage({ began: at + ' /' + source + '/' });
    const pattern = new RegExp(source, flags);
    const slow = [];
    tries: for (const head of new Set(['', headOf(source)]))
      for (const pump of pumpsFor(source))
        for (const tail of ['', '\\u0001', '\\n!'])  {
          const text = head + pump.repeat(LENGTH / pump.length) + tail;
          const times = [];
          while (times.length < 2 && (times.length === 0 || Math.min(...times) > SLOW)) times.push(took(pattern, text));
          if (Math.min(...times) <= SLOW) continue;
          slow.push(JSON.stringify(head + pump.repeat(3) + '…' + tail));
          break tries;
        }
    parentPort.postMessage({ slow });
  }
  parentPort.postMessage({ done: true });`;

/** How long one pattern may take with all of its texts, in milliseconds, before it is taken never to end. */
const PATIENCE = 10_000;

interface Told {
  readonly began?: string;
  readonly slow?: readonly string[];
  readonly done?: true;
}

/** @returns each pattern that can be made slow, and by what. */
export async function impatientWith(patterns: readonly Pattern[], patience = PATIENCE): Promise<string[]> {
  const { found, tried } = await tryOut(patterns, patience);
  const left = patterns.slice(tried);
  return left.length === 0 ? found : [...found, ...(await impatientWith(left, patience))];
}

/** As far as the first that does not end. */
function tryOut(patterns: readonly Pattern[], patience: number): Promise<{ found: string[]; tried: number }> {
  const found: string[] = [];
  let tried = 0;
  let current = '';
  const worker = new Worker(TRIES, { eval: true, workerData: patterns });
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(watch);
      void worker.terminate().then(() => resolve({ found, tried }));
    };
    const giveUp = (): void => {
      found.push(`${current} does not end`);
      end();
    };
    let watch = setTimeout(giveUp, patience);
    worker.on('error', reject);
    worker.on('message', ({ began, slow = [], done }: Told) => {
      clearTimeout(watch);
      if (began !== undefined) {
        current = began;
        tried += 1;
      }
      if (slow.length > 0) found.push(`${current} is slow with ${slow.join(' ')}`);
      if (done) end();
      else watch = setTimeout(giveUp, patience);
    });
  });
}
