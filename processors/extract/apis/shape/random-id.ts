/**
 * True for what a program made up to tell entries apart: UUIDs, hashes, "b9854a5c92dc496b997d99d20", "22CPFDEZT6MNK4CQ", each maybe with
 * words behind it ("b9854a5c92dc496b997d99d20_default"). Names have few groups of digits: "claude3opus20240229".
 */
export function isRandomId(text: string): boolean {
  if (/^[0-9a-f]{8}-|^[0-9a-f]{16,}$/i.test(text)) return true;
  const first = /^[a-z0-9]+/i.exec(text)?.[0] ?? '';
  const most = first.length >= 20 ? 3 : first.length >= 12 && first === first.toUpperCase() ? 2 : null;
  return most !== null && (first.match(/\d+/g)?.length ?? 0) > most;
}
