import { isUtf8 } from 'node:buffer';

/** Text of a bank's file: UTF-16 and UTF-8 by their marks, UTF-8 where the bytes are it, else Windows-1252 (which Latin-1 is part of). */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}
