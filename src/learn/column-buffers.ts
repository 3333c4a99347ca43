/** The memory of all columns in something made of plain objects, that can be handed over without copying: each once, and none that is shared. */
export const buffersIn = (thing: unknown): ArrayBuffer[] => {
  const found = new Set<ArrayBuffer>();
  const look = (one: unknown): void => {
    if (ArrayBuffer.isView(one)) {
      if (one.buffer instanceof ArrayBuffer) found.add(one.buffer);
    } else if (typeof one === 'object' && one !== null) Object.values(one).forEach(look);
  };
  look(thing);
  return [...found];
};
