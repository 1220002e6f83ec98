import type { Attachment } from '../platform/attachment';
import type { Bundle, BundleFormat } from './bundles.service';

const TYPES: Readonly<Record<BundleFormat, string>> = { json: 'application/json', html: 'text/html' };

/** Called by the day it was made, never by whom it is about. */
export function bundleFile({ madeAt }: Bundle, format: BundleFormat, body: string): Attachment {
  return { name: `subject-access-${madeAt.slice(0, 10)}.${format}`, type: TYPES[format], body };
}
