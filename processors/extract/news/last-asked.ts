/**
 * Works something out once for whatever it was asked about last: a text is read article by article, sentence by sentence, and
 * one is asked for the same again and again. Cheaper than a table of all that is being read.
 */
export function lastAsked<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
