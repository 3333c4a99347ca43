/** Makes something of what it is given; again only when that is something else than the last time, by identity. */
export const lastMade = <Of extends readonly unknown[], Made>(make: (...of: Of) => Made): ((...of: Of) => Made) => {
  let last: { readonly of: Of; readonly made: Made } | null = null;
  return (...of) => {
    if (last === null || of.some((part, place) => part !== last?.of[place])) last = { of, made: make(...of) };
    return last.made;
  };
};
