/** Waits until something is done, or for so long; what fails meanwhile rejects, what goes on is left to itself. */
export const waitAtMost = async (ms: number, awaited: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    await Promise.race([awaited, over]);
  } finally {
    clearTimeout(timer);
  }
};
