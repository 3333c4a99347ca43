import { readProfileHalfLives } from '../config.js';
import { type ProfileSettings, settingsWith } from '../domain/personalisation/profile-settings.js';
import { CommandFailure } from './command.js';

/**
 * How the profiles of this shop are folded, as the environment says it: the same for every command as for the server.
 * @throws CommandFailure naming every variable that is wrong.
 */
export const profileSettingsFrom = (env: NodeJS.ProcessEnv): ProfileSettings => {
  const { value, problems } = readProfileHalfLives(env);
  if (problems.length > 0) throw new CommandFailure(problems.map(({ variable, message }) => `${variable} ${message}`).join('\n'));
  return settingsWith(value);
};
