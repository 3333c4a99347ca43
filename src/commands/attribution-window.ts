import { readAttributionWindow } from '../config.js';
import { LONGEST_WINDOW_DAYS } from '../config/measurement.js';
import { CommandFailure } from './command.js';

/**
 * Days for which a list may be credited: what --attribution-window-days says, else ATTRIBUTION_WINDOW_DAYS, else the usual.
 * @throws CommandFailure naming the one that is wrong.
 */
export const attributionWindowFrom = (given: number | undefined, env: NodeJS.ProcessEnv): number => {
  if (given === undefined) {
    const { value, problems } = readAttributionWindow(env);
    if (problems.length > 0) throw new CommandFailure(problems.map(({ variable, message }) => `${variable} ${message}`).join('\n'));
    return value;
  }
  if (Number.isInteger(given) && given >= 1 && given <= LONGEST_WINDOW_DAYS) return given;
  throw new CommandFailure(`--attribution-window-days must be a whole number from 1 to ${LONGEST_WINDOW_DAYS}`);
};
