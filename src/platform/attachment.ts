import type { Response } from 'express';

/** A file somebody keeps: nothing on the way may keep it too. */
export interface Attachment {
  /** Ours, never anybody's name; whatever else is in it becomes a hyphen. */
  readonly name: string;
  readonly type: string;
  readonly body: string | Buffer;
}

export function sendAttachment(response: Response, { name, type, body }: Attachment): void {
  const plain = name.replace(/[^\w.-]+/g, '-');
  response
    .set({ 'Content-Disposition': `attachment; filename="${plain}"`, 'Cache-Control': 'no-store' })
    .type(type)
    .send(body);
}
