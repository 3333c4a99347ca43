/**
 * Waits for SIGINT or SIGTERM. A second signal ends the process at once, for those who cannot wait for a drain.
 */
export const untilStopped = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    const onSignal = (signal: NodeJS.Signals): void => {
      for (const again of ['SIGINT', 'SIGTERM'] as const) {
        process.removeListener(again, onSignal);
        process.once(again, () => process.exit(130));
      }
      resolve(signal);
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
