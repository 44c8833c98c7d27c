/** What a function says of each thing, asked once. */
export function byItself<Of, T>(tell: (of: Of) => T): (of: Of) => T {
  const known = new Map<Of, T>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const told = tell(of);
    known.set(of, told);
    return told;
  };
}
