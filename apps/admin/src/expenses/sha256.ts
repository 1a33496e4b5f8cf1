/** The fingerprint of a file, hexadecimal; undefined for no file, and where the browser offers none (plain HTTP beyond this machine). */
export async function sha256(file: Blob | undefined): Promise<string | undefined> {
  if (!file || !globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
