import type http from 'node:http';

export interface Arrival {
  request: http.IncomingMessage;
  response: http.ServerResponse;
  method: string;
  /** With its query. */
  path: string;
  body: string;
  /** Writes the exchange down, at the place kept for it when it came in. */
  note?: (line: string) => void;
}

export interface Answer {
  status: number;
  body: string;
  headers: Record<string, string>;
}

/** One header of the request, in lower case. */
export function header(arrival: Arrival, name: string): string | undefined {
  const value = arrival.request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
