import type { Request } from 'express';

/** The router's own words for an address, such as `GET /stays/:id`: never what somebody typed. */
export function routeOf(request: Request): string {
  const { path } = (request.route ?? {}) as { readonly path?: string };
  return `${isReading(request) ? 'GET' : request.method} ${path ?? ''}`;
}

export function isReading({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}
