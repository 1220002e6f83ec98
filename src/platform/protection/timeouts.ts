import type { Server } from 'node:http';
import type { Timeouts } from './protection';

/** Nobody holds a line open by sending slowly. Before the server listens. */
export function limitPatience(server: Server, { headers, request, idle, look }: Timeouts): void {
  server.headersTimeout = headers;
  server.requestTimeout = request;
  server.keepAliveTimeout = idle;
  // Node reads it when it begins to listen; its types know it only when a server is made.
  (server as Server & { connectionsCheckingInterval: number }).connectionsCheckingInterval = look;
}
