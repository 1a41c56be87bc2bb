const PATIENCE_MILLISECONDS = 5000;

/**
 * An error that nobody caught leaves the process in a state that nobody knows, so it does not go on: the error is told, the process
 * stops in order as far as it still can, and ends with exit code 1.
 */
export function endOnUncaught(tell: (error: unknown) => void, stop: () => Promise<void>): void {
  let isEnding = false;
  const end = (error: unknown) => {
    tell(error);
    if (isEnding) {
      return;
    }
    isEnding = true;
    setTimeout(() => process.exit(1), PATIENCE_MILLISECONDS).unref();
    stop()
      .catch(tell)
      .finally(() => process.exit(1));
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
