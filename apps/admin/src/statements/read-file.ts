import { parse } from 'csv-parse/browser/esm/sync';

/** A file as chosen: sent as text where it is Unicode, else as its bytes. */
export interface ChosenFile {
  name: string;
  text: string;
  content: { csv: string } | { base64: string };
}

const CHUNK = 0x8000;

const base64Of = (bytes: Uint8Array): string => {
  let binary = '';
  for (let i = 0; i < bytes.length; i += CHUNK) binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  return btoa(binary);
};

/** Reads a bank's file; older exports are not Unicode and are sent as bytes, so that the API reads them its own way. */
export async function chosen(file: File): Promise<ChosenFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const csv = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { name: file.name, text: csv, content: { csv } };
  } catch {
    return { name: file.name, text: new TextDecoder('windows-1252').decode(bytes), content: { base64: base64Of(bytes) } };
  }
}

/** The headings and the first row under them, to choose columns by; nothing when the file cannot be read that way. */
export function headOf(text: string, separator: string, skipRows: number): { headings: string[]; row: string[] } {
  try {
    const [headings = [], row = []] = parse(text, {
      delimiter: separator,
      from_line: skipRows + 1,
      to: 2,
      bom: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return { headings: headings.filter(Boolean), row };
  } catch {
    return { headings: [], row: [] };
  }
}
