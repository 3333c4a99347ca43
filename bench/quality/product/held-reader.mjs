/**
 * A reader that remembers what it read, so that a second question finds everything in memory: what remains is the decision alone.
 * @param {import('../../../src/domain/serving/reader.js').ServingReader} reader
 */
export const heldReader = (reader) => {
  const held = (load) => {
    const known = new Map();
    return async (ids) => {
      const missing = ids.filter((id) => !known.has(id));
      if (missing.length > 0) {
        const found = await load(missing);
        for (const id of missing) known.set(id, found.get(id));
      }
      return new Map(ids.flatMap((id) => (known.get(id) === undefined ? [] : [[id, known.get(id)]])));
    };
  };
  return {
    products: held(reader.products),
    coPurchase: held(reader.coPurchase),
    similarity: held(reader.similarity),
    decidedPairs: held(reader.decidedPairs),
    profiles: held(reader.profiles),
    consents: held(reader.consents),
    unreadable: reader.unreadable,
  };
};
