/** Gathers a stream into parts of a size that one command can name. A thing may count for several, so that it fills a part alone. */
export async function* streamInChunks<T>(stream: AsyncIterable<T>, size: number, sizeOf: (thing: T) => number = () => 1): AsyncGenerator<readonly T[]> {
  let [chunk, filled]: [T[], number] = [[], 0];
  for await (const thing of stream) {
    chunk.push(thing);
    filled += sizeOf(thing);
    if (filled < size) continue;
    yield chunk;
    [chunk, filled] = [[], 0];
  }
  if (chunk.length > 0) yield chunk;
}
