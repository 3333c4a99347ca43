// Asks the product for lists, many in one request, so that its loaders work as they do behind a gateway.

/** Lists of one request. */
const LISTS_PER_REQUEST = 40;

/**
 * Asks for many lists, so many in one request.
 * @template Q
 * @param {readonly Q[]} questions
 * @param {(question: Q, reader: unknown) => Promise<readonly string[]>} ask
 * @param {() => unknown} freshReader
 * @param {(done: number) => void} report
 */
export const askMany = async (questions, ask, freshReader, report = () => undefined) => {
  const lists = [];
  for (let from = 0; from < questions.length; from += LISTS_PER_REQUEST) {
    const reader = freshReader();
    lists.push(...(await Promise.all(questions.slice(from, from + LISTS_PER_REQUEST).map((question) => ask(question, reader)))));
    report(lists.length);
  }
  return lists;
};
